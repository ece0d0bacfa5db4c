import { expect, test } from 'vitest';

import { progressFilter } from '../../../cli/shared/progress';

/** What is shown of `lines`. */
function shown(lines: string): string[] {
  const out: string[] = [];
  const filter = progressFilter((line) => out.push(line));
  for (const line of lines.split('\n')) filter(line);
  return out;
}

test('a resource is shown when it is waited for and when it is done, once each', () => {
  expect(
    shown(` +  kubernetes:apps/v1:StatefulSet StatefulSet/logging/elasticsearch-hot-a creating (0s)
 +  kubernetes:apps/v1:StatefulSet StatefulSet/logging/elasticsearch-hot-a creating (1s) [1/2] Waiting for StatefulSet (0/2 Pods ready)
 +  kubernetes:apps/v1:StatefulSet StatefulSet/logging/elasticsearch-hot-a creating (2s) [1/2] Waiting for StatefulSet (1/2 Pods ready)
@ updating....
 +  kubernetes:apps/v1:StatefulSet StatefulSet/logging/elasticsearch-hot-a created (3s)
 +  kubernetes:apps/v1:StatefulSet StatefulSet/logging/elasticsearch-hot-a created (3s)`),
  ).toEqual([
    ' +  kubernetes:apps/v1:StatefulSet StatefulSet/logging/elasticsearch-hot-a creating (1s) [1/2] Waiting for StatefulSet (0/2 Pods ready)',
    ' +  kubernetes:apps/v1:StatefulSet StatefulSet/logging/elasticsearch-hot-a created (3s)',
  ]);
});

test('errors are shown, and everything from the diagnostics on', () => {
  const diagnostics = `Diagnostics:
  kubernetes:apps/v1:StatefulSet (StatefulSet/logging/elasticsearch-hot-a):
    error: out of disk

Resources:
    1 errored`;

  expect(
    shown(` +  kubernetes:core/v1:Secret Secret/logging/kibana-tls creating (0s) error: forbidden\n${diagnostics}`),
  ).toEqual([
    ' +  kubernetes:core/v1:Secret Secret/logging/kibana-tls creating (0s) error: forbidden',
    ...diagnostics.split('\n'),
  ]);
});

test('what has not come to an end is not shown', () => {
  expect(
    shown('Updating (dev):\n\n@ updating....\n ~  kubernetes:core/v1:ConfigMap ConfigMap/logging/kibana updating (0s)'),
  ).toEqual([]);
});
