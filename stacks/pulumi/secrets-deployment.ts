import { ComponentResource, type ProviderResource, type Resource } from '@pulumi/pulumi';

import type { SecretSpec } from '../../constructs/core';
import { secretType } from '../secrets';
import { KeptValues } from './kept-values';
import { KubernetesObject } from './kubernetes-object';

/**
 * Makes the Secrets that `specs` describe, out of values that are made once and kept in the state.
 *
 * @param namespaces what makes the namespaces of the Secrets
 * @returns the component that holds the Secrets
 */
export function deploySecrets(
  specs: readonly SecretSpec[],
  provider: ProviderResource,
  namespaces: Resource,
): Resource {
  const component = new ComponentResource('cdk8s-efk:stacks:Secrets', 'secrets', {}, { provider });
  const values = new KeptValues(component);
  for (const spec of specs) {
    new KubernetesObject(
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: {
          name: spec.name,
          namespace: spec.namespace,
          labels: { 'app.kubernetes.io/part-of': 'efk', 'app.kubernetes.io/managed-by': 'cdk8s-efk' },
        },
        type: secretType(spec),
        stringData: values.secretData(spec),
      },
      { parent: component, dependsOn: [namespaces] },
    );
  }
  return component;
}
