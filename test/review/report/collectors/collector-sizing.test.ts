import { expect, test } from 'vitest';

import { collectorSizing } from '../../../../review/report/collectors/collector-sizing';
import { workload } from '../../objects';
import { collectorObjects } from './collectors';

const MIB = 2 ** 20;

test('without collectors there is nothing to say', () => {
  expect(collectorSizing([workload('DaemonSet')], MIB, 3)).toBeNull();
});

test('both ways are counted, and which one is deployed', () => {
  expect(collectorSizing(collectorObjects(), MIB, 100)).toEqual({
    linesPerSecond: 4462,
    nodes: 100,
    ways: [
      {
        way: 'direct',
        isDeployed: true,
        // 4,462 lines x 21.5 us.
        agentCores: expect.closeTo(0.0959, 4),
        aggregators: 0,
        cores: expect.closeTo(9.59, 2),
        agentBytes: 3.3 * MIB,
        elasticsearchBytes: 330 * MIB,
      },
      {
        way: 'over aggregators',
        isDeployed: false,
        agentCores: expect.closeTo(0.0397, 4),
        // 446,200 lines x 17.9 us are 8 cores: 12 pods that are busy to 70 %, and one more.
        aggregators: 13,
        cores: expect.closeTo(11.96, 2),
        agentBytes: 1.8 * MIB,
        elasticsearchBytes: 330 * MIB,
      },
    ],
    aggregatorsHold: null,
    warnings: [],
  });
});

const warnings = (options: Parameters<typeof collectorObjects>[0], rate: number, nodes = 100) =>
  collectorSizing(collectorObjects(options), rate, nodes)?.warnings;

test('a node agent that requests too little is named, with what it needs', () => {
  expect(warnings({ cpu: '130m' }, MIB)).toEqual([
    'DaemonSet logging/fluentd requests 0.13 cores on each node and needs 0.14; request 140m',
  ]);
  expect(warnings({ cpu: '140m' }, MIB)).toEqual([]);
});

test('more than one process can do is told', () => {
  expect(warnings({ cpu: '4' }, 10 * MIB)).toEqual([
    'DaemonSet logging/fluentd needs 1.38 cores on a node, and one process uses at most 1; use aggregators, or write less',
  ]);
  expect(warnings({ cpu: '4', aggregators: { replicas: 200 } }, 20 * MIB)).toEqual([
    'StatefulSet logging/fluentd-aggregator has 200 pods with 1 cores each and needs 228.21 cores, and a pod more; have 230',
    'DaemonSet logging/fluentd needs 1.14 cores on a node, and one process uses at most 1; write less',
  ]);
});

test('too few aggregators are told, and with an autoscaler its most pods count', () => {
  const few =
    'StatefulSet logging/fluentd-aggregator has 12 pods with 1 cores each and needs 11.42 cores, and a pod more; have 13';

  expect(warnings({ aggregators: { replicas: 12 } }, MIB)).toEqual([few]);
  expect(warnings({ aggregators: { autoscaling: { minReplicas: 2, maxReplicas: 12 } } }, MIB)).toEqual([few]);
  expect(warnings({ aggregators: { autoscaling: { minReplicas: 2, maxReplicas: 13 } } }, MIB)).toEqual([]);
});

test('an aggregator that requests less than a core counts for less, and one that requests more for one', () => {
  expect(warnings({ aggregators: { replicas: 13, cpu: '500m' } }, MIB)).toEqual([
    'StatefulSet logging/fluentd-aggregator has 13 pods with 0.5 cores each and needs 11.42 cores, and a pod more; have 24',
  ]);
  expect(warnings({ aggregators: { replicas: 7, cpu: '2' } }, MIB)).toEqual([
    'StatefulSet logging/fluentd-aggregator has 7 pods with 2 cores each and needs 11.42 cores, and a pod more; have 13',
  ]);
});

test('aggregators hold logs for as long as their volumes last', () => {
  const objects = collectorObjects({ aggregators: { replicas: 13, storage: '100Gi' } });

  // 13 x (100 GiB x 0.9 less 320 MiB) / (100 MiB/s x 3.5).
  expect(collectorSizing(objects, MIB, 100)?.aggregatorsHold).toBe(3411);
});
