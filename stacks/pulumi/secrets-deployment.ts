import { createHash } from 'node:crypto';
import {
  all,
  ComponentResource,
  type ComponentResourceOptions,
  type Input,
  type Output,
  type Resource,
  unsecret,
} from '@pulumi/pulumi';

import type { SecretSpec } from '../../constructs/core';
import {
  AUTHORITY_EXPIRES_ANNOTATION,
  CERTIFICATE_EXPIRES_ANNOTATION,
  expiryAnnotations,
  secretsToRestartFor,
  secretType,
} from '../secrets';
import { KeptValues } from './kept-values';
import { KubernetesObject, type Manifest, resourceName } from './kubernetes-object';

/** Annotation of pod templates that makes a changed Secret roll the pods. */
const SECRETS_HASH_ANNOTATION = 'checksum/secrets';

/** What a `SecretsDeployment` depends on. */
export interface SecretsDeploymentInput {
  /** Options of the component: its parent, or its provider. */
  readonly options: ComponentResourceOptions;

  /**
   * What the names of all resources begin with.
   *
   * @default - nothing
   */
  readonly prefix?: string;

  /** What makes the namespaces of the Secrets. */
  readonly namespaces: Resource;

  /** Passwords that come from elsewhere, by user. */
  readonly passwords: Readonly<Record<string, Input<string>>>;
}

/** Makes Secrets out of values that are made once and kept in the state. */
export class SecretsDeployment {
  /** The component that holds the Secrets. */
  readonly component: Resource;

  private readonly contents = new Map<SecretSpec, Output<Record<string, string>>>();

  /** @param specs the Secrets to make */
  constructor(specs: readonly SecretSpec[], { options, prefix, namespaces, passwords }: SecretsDeploymentInput) {
    const name = [prefix, 'secrets'].filter(Boolean).join('/');
    this.component = new ComponentResource('cdk8s-efk:stacks:Secrets', name, {}, options);
    const values = new KeptValues(this.component, prefix === undefined ? '' : `${name}/`, passwords);
    for (const spec of specs) {
      const content = values.secretData(spec);
      this.contents.set(spec, content);
      const manifest: Manifest = {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: {
          name: spec.name,
          namespace: spec.namespace,
          labels: { 'app.kubernetes.io/part-of': 'efk', 'app.kubernetes.io/managed-by': 'cdk8s-efk' },
          ...(spec.kind === 'tls' && { annotations: expiry(content) }),
        },
        type: secretType(spec),
        stringData: content,
      };
      new KubernetesObject(
        manifest,
        { parent: this.component, dependsOn: [namespaces] },
        prefix === undefined ? undefined : `${name}/${resourceName(manifest)}`,
      );
    }
  }

  /**
   * Annotations for the pods of `manifest`, if there are Secrets that they read only when they start: a changed Secret then
   * restarts them. Values of Secrets are long and random, so that their hash tells nothing.
   */
  podAnnotations(manifest: Manifest): Record<string, Output<string>> {
    const names = secretsToRestartFor(manifest);
    const read = [...this.contents].filter(
      ([{ name, namespace }]) => namespace === manifest.metadata.namespace && names.includes(name),
    );
    if (read.length === 0) return {};
    const hash = all(read.map(([, content]) => content)).apply((contents) =>
      createHash('sha256').update(JSON.stringify(contents)).digest('hex').slice(0, 16),
    );
    return { [SECRETS_HASH_ANNOTATION]: unsecret(hash) };
  }

  /** Password of a user, if one of the Secrets holds it. */
  passwordOf(username: string): Output<string> | undefined {
    const found = [...this.contents].find(([spec]) => spec.kind === 'credentials' && spec.username === username);
    return found?.[1].apply(({ password = '' }) => password);
  }
}

/** When a certificate and its authorities expire; no secret. */
function expiry(content: Output<Record<string, string>>): Record<string, Output<string>> {
  const annotations = unsecret(content.apply(expiryAnnotations));
  return Object.fromEntries(
    [CERTIFICATE_EXPIRES_ANNOTATION, AUTHORITY_EXPIRES_ANNOTATION].map((key) => [
      key,
      annotations.apply((dates) => dates[key] ?? ''),
    ]),
  );
}
