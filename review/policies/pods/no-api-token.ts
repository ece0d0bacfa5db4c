import { podSpecOf } from '../../changes/config-verdict';
import { at, type KubernetesObject } from '../../manifests/kubernetes-object';
import { podMakers } from '../containers';
import type { Rule } from '../rule';

/** Pods have a token for the API server only if a role is bound to their account. */
export const noApiToken: Rule = {
  name: 'no-api-token',
  reason: 'A token that nobody needs is one that can be stolen.',
  check: (objects) =>
    podMakers(objects)
      .filter((object) => at(podSpecOf(object), 'automountServiceAccountToken') !== false && !hasRole(object, objects))
      .map((object) => ({
        object,
        message: 'automountServiceAccountToken must be false for an account without a role; set it',
      })),
};

function hasRole(object: KubernetesObject, objects: readonly KubernetesObject[]): boolean {
  const account = at(podSpecOf(object), 'serviceAccountName');
  return objects.some(
    (binding) =>
      /^(Cluster)?RoleBinding$/.test(binding.kind) &&
      (binding.subjects as readonly unknown[] | undefined)?.some(
        (subject) =>
          at(subject, 'kind') === 'ServiceAccount' &&
          at(subject, 'name') === account &&
          at(subject, 'namespace') === object.metadata.namespace,
      ),
  );
}
