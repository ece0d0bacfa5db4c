import { expect, test } from 'vitest';

import { excludedFolders, exclusionMistakes } from '../../../../constructs/fluentd/inputs/exclusion';

const own = { namespace: 'agents', name: 'edge' };

test('a glob for namespaces, for pods of all namespaces and for pods of some is one for folders', () => {
  expect(excludedFolders({}, own)).toEqual(['agents_edge-?????_*']);
  expect(excludedFolders({ namespaces: ['kube-*'], pods: ['*-debug', 'team-?/load.*'] }, own)).toEqual([
    'agents_edge-?????_*',
    'kube-*_*_*',
    '*_*-debug_*',
    'team-?_load.*_*',
  ]);
});

test.each([
  ['pay*', 'payments', true],
  ['*', 'payments', false],
  ['pay?', 'pays', true],
  ['pay?', 'pay', false],
  ['pay-s', 'pay-s', true],
  ['pay', 'payments', false],
])('%s is a mistake for the route of %s: %s', (glob, namespace, isMistake) => {
  const mistakes = exclusionMistakes({ namespaces: [glob] }, [{ name: 'shop', namespaces: [namespace] }]);
  expect(mistakes.some(({ message }) => message.includes('of route "shop"'))).toBe(isMistake);
});

test('a route that takes everything else does not ask for an excluded namespace', () => {
  expect(exclusionMistakes({ namespaces: ['kube-*'] }, [{ name: 'cluster' }])).toEqual([]);
});
