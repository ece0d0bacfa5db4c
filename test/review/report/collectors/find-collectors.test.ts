import { expect, test } from 'vitest';

import { findCollectors } from '../../../../review/report/collectors/find-collectors';
import { object, workload } from '../../objects';
import { collectorObjects } from './collectors';

test('a collector on each node has its request and its buffer', () => {
  expect(findCollectors(collectorObjects({ cpu: '300m' }))).toEqual([
    { name: 'DaemonSet logging/fluentd', kind: 'direct', cpu: 0.3, pods: 1, fewestPods: 1, buffer: 2 * 2 ** 30 },
  ]);
});

test('agents and aggregators are told apart', () => {
  const found = findCollectors(collectorObjects({ aggregators: { replicas: 4, cpu: '700m', storage: '20Gi' } }));

  expect(found).toEqual([
    // Nine tenths of the volume, without dead letters and what else is on it.
    {
      name: 'StatefulSet logging/fluentd-aggregator',
      kind: 'aggregator',
      cpu: 0.7,
      pods: 4,
      fewestPods: 4,
      buffer: 18112 * 2 ** 20,
    },
    { name: 'DaemonSet logging/fluentd', kind: 'agent', cpu: 0.2, pods: 1, fewestPods: 1, buffer: 2 * 2 ** 30 },
  ]);
});

test('an autoscaler says how many pods there are at most', () => {
  const aggregators = { autoscaling: { minReplicas: 2, maxReplicas: 8 } };

  expect(findCollectors(collectorObjects({ aggregators })).map(({ pods }) => pods)).toEqual([8, 1]);
});

test('what mounts no configuration of a collector is none', () => {
  const map = object('{apiVersion: v1, kind: ConfigMap, metadata: {name: web, namespace: other}}');
  const conf = { ...map, data: { 'fluent.conf': '<source>\n  @type container_logs\n</source>\n' } };
  const mounts = workload('DaemonSet', {}, { volumes: [{ name: 'config', configMap: { name: 'web' } }] });

  expect(findCollectors([conf, workload('DaemonSet'), mounts])).toEqual([]);
});
