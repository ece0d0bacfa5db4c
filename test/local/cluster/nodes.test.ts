import { expect, test } from 'vitest';
import { clusterObjects } from '../../../local/cluster/nodes';

/** Kind, name and zone of every object. */
function outline(...args: Parameters<typeof clusterObjects>): string[] {
  return clusterObjects(...args).map(({ kind, metadata }) => {
    const { name, labels = {} } = metadata as { name: string; labels?: Record<string, string> };
    return [kind, name, labels['topology.kubernetes.io/zone']].filter((part) => part !== undefined).join(' ');
  });
}

test('by default there are three nodes without a zone and the default storage class', () => {
  expect(outline({})).toEqual(['Node node-1', 'Node node-2', 'Node node-3', 'StorageClass standard']);
});

test('an empty list of zones is none', () => {
  expect(outline({ zones: [], nodesPerZone: 1 })).toEqual(['Node node-1', 'StorageClass standard']);
});

test('every zone has its nodes, every storage class is made once', () => {
  expect(outline({ zones: ['a', 'b'], nodesPerZone: 2, storageClasses: ['fast', 'standard', 'fast'] })).toEqual([
    'Node a-1 a',
    'Node a-2 a',
    'Node b-1 b',
    'Node b-2 b',
    'StorageClass standard',
    'StorageClass fast',
  ]);
});
