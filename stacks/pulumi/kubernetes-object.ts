import { CustomResource, type CustomResourceOptions, type Input, secret } from '@pulumi/pulumi';

/** Version of the provider: the one of the installed SDK, so that program, SDK and plugin can not drift apart. */
const PROVIDER_VERSION: string = require('@pulumi/kubernetes/package.json').version;

/** A Kubernetes object as cdk8s renders it; values may be outputs. */
export interface Manifest {
  /** Group and version, e.g. `apps/v1`, or the version alone for the core group. */
  readonly apiVersion: string;

  /** Kind, e.g. `StatefulSet`. */
  readonly kind: string;

  /** Name, namespace, labels and annotations. */
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly annotations?: Record<string, Input<string>>;
    readonly [field: string]: unknown;
  };

  /** Everything else: spec, data, rules. */
  readonly [field: string]: Input<unknown>;
}

/**
 * Any Kubernetes object as a Pulumi resource. It has the type tokens of the classes in `@pulumi/kubernetes`, so a program
 * can move to those without replacing anything, but none of their size and no list of kinds to keep.
 */
export class KubernetesObject extends CustomResource {
  /** @param name name of the resource, by default `Kind/namespace/name` */
  constructor(manifest: Manifest, options: CustomResourceOptions, name: string = resourceName(manifest)) {
    const { apiVersion, kind } = manifest;
    const groupVersion = apiVersion.includes('/') ? apiVersion : `core/${apiVersion}`;
    super(`kubernetes:${groupVersion}:${kind}`, name, withoutWaiting(withSecrets(manifest)), {
      version: PROVIDER_VERSION,
      ...options,
    });
  }
}

/** `Kind/namespace/name`: what the object is, wherever in the construct tree it was made. */
export function resourceName({ kind, metadata: { namespace, name } }: Manifest): string {
  return [kind, namespace, name].filter(Boolean).join('/');
}

/** Encrypts the content of a Secret in the state also where the program made it from plain values. */
function withSecrets(manifest: Manifest): Manifest {
  if (manifest.kind !== 'Secret') return manifest;
  const { data, stringData } = manifest;
  return {
    ...manifest,
    ...(data !== undefined && { data: secret(data) }),
    ...(stringData !== undefined && { stringData: secret(stringData) }),
  };
}

/**
 * Does not wait for the address of an Ingress, for which the provider otherwise waits ten minutes and then fails: not
 * every controller reports one, and that the controller works is not ours to prove.
 */
function withoutWaiting(manifest: Manifest): Manifest {
  if (manifest.kind !== 'Ingress') return manifest;
  const annotations = { ...manifest.metadata.annotations, 'pulumi.com/skipAwait': 'true' };
  return { ...manifest, metadata: { ...manifest.metadata, annotations } };
}
