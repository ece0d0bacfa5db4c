import { at, isMapping, type KubernetesObject, listAt } from '../../manifests/kubernetes-object';
import { podLabels, podMakers } from '../containers';
import type { Rule } from '../rule';

/** Every pod is under a NetworkPolicy in both directions. */
export const networkPolicy: Rule = {
  name: 'network-policy',
  reason: 'A pod without a policy talks to everything and is reached by everything.',
  check: (objects) =>
    podMakers(objects).flatMap((object) => {
      const policies = objects.filter((candidate) => candidate.kind === 'NetworkPolicy' && selects(candidate, object));
      return ['Ingress', 'Egress']
        .filter((direction) => !policies.some((policy) => directionsOf(policy).includes(direction)))
        .map((direction) => ({
          object,
          message: `its pods must be under a NetworkPolicy of type ${direction}, got none; add one, or deny all by default`,
        }));
    }),
};

function selects(policy: KubernetesObject, object: KubernetesObject): boolean {
  if (policy.metadata.namespace !== object.metadata.namespace) return false;
  const labels = at(policy, 'spec', 'podSelector', 'matchLabels');
  if (listAt(policy, 'spec', 'podSelector', 'matchExpressions').length > 0) return false;
  const own = podLabels(object);
  return Object.entries(isMapping(labels) ? labels : {}).every(([key, value]) => own[key] === value);
}

function directionsOf(policy: KubernetesObject): readonly unknown[] {
  const types = listAt(policy, 'spec', 'policyTypes');
  if (types.length > 0) return types;
  return at(policy, 'spec', 'egress') === undefined ? ['Ingress'] : ['Ingress', 'Egress'];
}
