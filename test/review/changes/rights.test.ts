import { expect, test } from 'vitest';

import { addedVerdict, otherVerdict } from '../../../review/changes/object-verdict';
import { changedRights, rightsOf } from '../../../review/changes/rights';
import type { KubernetesObject } from '../../../review/manifests/kubernetes-object';

const object = (kind: string, more: object): KubernetesObject => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind,
  metadata: { name: 'agents-fluentd', namespace: 'agents' },
  ...more,
});
const ROLE = object('ClusterRole', { rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['list', 'watch'] }] });
const BINDING = {
  roleRef: { kind: 'ClusterRole', name: 'agents-fluentd' },
  subjects: [{ kind: 'ServiceAccount', name: 'fluentd', namespace: 'agents' }],
};

test('a new role and its binding say what rights grow', () => {
  expect(rightsOf(ROLE)).toBe('rights grow: list, watch pods');
  expect(rightsOf(object('ClusterRoleBinding', BINDING))).toBe(
    'rights grow: fluentd may do what agents-fluentd says in all namespaces',
  );
  expect(rightsOf(object('RoleBinding', BINDING))).toBe(
    'rights grow: fluentd may do what agents-fluentd says in agents',
  );
  expect(rightsOf(object('Role', {}))).toBe('rights grow: none yet');
  expect(rightsOf(object('Service', {}))).toBe('');
  expect(addedVerdict(ROLE)).toMatchObject({ effect: 'create', reason: 'rights grow: list, watch pods' });
});

test('a difference of a role is a change of rights', () => {
  expect(changedRights(ROLE, 'rules[0].verbs')).toBe('rules[0].verbs: rights change');
  expect(changedRights(object('Service', {}), 'spec')).toBe('');
  const change = { form: 'changed', field: 'ClusterRole.rules', path: 'rules[0].verbs', before: 1, after: 2 } as const;
  expect(otherVerdict(change as never, ROLE)).toMatchObject({
    effect: 'in-place',
    reason: 'rules[0].verbs: rights change',
  });
});
