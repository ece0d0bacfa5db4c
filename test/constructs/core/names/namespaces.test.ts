import { expect, test } from 'vitest';

import { isSharedNamespace, ownNamespaceMistake } from '../../../../constructs/core';

test.each([
  'default',
  'kube-system',
  'kube-public',
  'kube-node-lease',
  'kube-flannel',
  'openshift',
  'openshift-dns',
  'gke-managed-system',
  'gmp-system',
])('%s belongs to the cluster', (name) => {
  expect(isSharedNamespace(name)).toBe(true);
});

test.each(['logging', '3scale', 'kube', 'default-logs', 'my-kube-system', 'openshifters'])('%s can be ours', (name) => {
  expect(isSharedNamespace(name)).toBe(false);
  expect(ownNamespaceMistake(name)).toBeUndefined();
});

test('a mistake says what would happen', () => {
  expect(ownNamespaceMistake('kube-system')).toBe(
    'must be a namespace of its own, since it is closed to the network, which would cut off what the cluster needs in kube-system, got "kube-system"; write for example logging',
  );
  expect(ownNamespaceMistake('Logging')).toBe(
    'must be a DNS label (a-z, 0-9 and -, first and last a letter or digit, at most 63 characters), got "Logging"; rename it',
  );
  expect(ownNamespaceMistake(undefined)).toContain('got nothing');
});
