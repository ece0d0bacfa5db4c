import {
  ComponentResource,
  type ComponentResourceOptions,
  type Input,
  type Output,
  type Resource,
} from '@pulumi/pulumi';

import type { SecretSpec } from '../../constructs/core';
import { secretType } from '../secrets';
import { KeptValues } from './kept-values';
import { KubernetesObject, type Manifest, resourceName } from './kubernetes-object';

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

  /** Password of a user, if one of the Secrets holds it. */
  passwordOf(username: string): Output<string> | undefined {
    const found = [...this.contents].find(([spec]) => spec.kind === 'credentials' && spec.username === username);
    return found?.[1].apply(({ password = '' }) => password);
  }
}
