import { CustomResource, type CustomResourceOptions, getProject, getStack, type Input, secret } from '@pulumi/pulumi';

/** Version of the provider: the one of the installed SDK, so that program, SDK and plugin cannot drift apart. */
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
    super(`kubernetes:${groupVersion}:${kind}`, name, annotated(withSecrets(manifest)), {
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

/** Tells the provider how to treat an object; reviewers do not see these annotations. */
function annotated(manifest: Manifest): Manifest {
  const annotations = {
    ...manifest.metadata.annotations,
    // A deployment that is killed leaves objects that its state does not know. The next one applies them again, and with
    // the random name that the provider takes by default, it would conflict with itself where the API server has filled in
    // defaults. Objects of others still conflict.
    'pulumi.com/patchFieldManager': `pulumi-${getProject()}-${getStack()}`.slice(0, 128),
    // The provider would wait ten minutes for the address of an Ingress and then fail: not every controller reports one,
    // and that the controller works is not ours to prove.
    ...(manifest.kind === 'Ingress' && { 'pulumi.com/skipAwait': 'true' }),
  };
  return { ...manifest, metadata: { ...manifest.metadata, annotations } };
}
