import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { MemoryQuantity } from '../../../constructs/core';
import { heapMiB, NODE_ROLES } from '../../../constructs/elasticsearch';

test.each<[string, Parameters<typeof heapMiB>[0], MemoryQuantity, number]>([
  ['data: half', ['data_hot'], '8Gi', 4096],
  ['master and data: half', ['master', 'data'], '2Gi', 1024],
  ['coordinating: half', [], '4Gi', 2048],
  ['data with little memory: 40 %', ['data'], '512Mi', 204],
  ['data with very little memory: the least', ['data'], '256Mi', 128],
  ['master only: 60 %', ['master'], '2Gi', 1228],
  ['ml only: 40 % in steps of 4 MiB', ['ml', 'remote_cluster_client'], '4Gi', 1636],
  ['ml only, large: 10 % above 16 GiB', ['ml'], '32Gi', 8192],
  ['large: as much as a JVM can address in short', ['data'], '128Gi', 31 * 1024],
  ['large master: the same', ['master'], '64Gi', 31 * 1024],
])('%s', (_, roles, memory, expected) => {
  expect(heapMiB(roles, memory)).toBe(expected);
});

test('the heap never takes more than 60 % of the memory, nor more than 31 GiB', () => {
  fc.assert(
    fc.property(fc.subarray([...NODE_ROLES]), fc.integer({ min: 512, max: 262_144 }), (roles, mib) => {
      const heap = heapMiB(roles, `${mib}Mi`);
      return heap >= 128 && heap <= mib * 0.6 && heap <= 31 * 1024;
    }),
  );
});
