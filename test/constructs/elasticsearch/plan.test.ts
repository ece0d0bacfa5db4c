import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { NodeSetProps } from '../../../constructs/elasticsearch';
import { initialMasterNodes, planStatefulSets } from '../../../constructs/elasticsearch/plan';
import { mistakesOf } from '../../../constructs/elasticsearch/validation';

const master: NodeSetProps = {
  name: 'master',
  roles: ['master'],
  replicas: 3,
  memory: '2Gi',
  cpu: '1',
  storage: '10Gi',
};
const hot: NodeSetProps = { ...master, name: 'hot', roles: ['data_hot', 'data_content'], replicas: 6 };
const warm: NodeSetProps = { ...master, name: 'warm', roles: ['data_warm'], replicas: 3 };
const zones = ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'];

function summary(nodeSets: readonly NodeSetProps[], inZones?: readonly string[]) {
  return planStatefulSets('logs', nodeSets, inZones).map((plan) => [plan.name, plan.replicas, plan.zones]);
}

test('without zones a node set is one StatefulSet, colder tiers first and masters last', () => {
  expect(summary([master, hot, warm])).toEqual([
    ['logs-warm', 3, []],
    ['logs-hot', 6, []],
    ['logs-master', 3, []],
  ]);
});

test('with zones a set with data is one StatefulSet per zone, a set without stays one', () => {
  expect(summary([master, hot], zones)).toEqual([
    ['logs-hot-1a', 2, ['eu-central-1a']],
    ['logs-hot-1b', 2, ['eu-central-1b']],
    ['logs-hot-1c', 2, ['eu-central-1c']],
    ['logs-master', 3, zones],
  ]);
});

test('what follows the last dash of a zone is part of a name, as a name may be written', () => {
  expect(summary([hot], ['PHX-AD-1', '2', 'us_east.C']).map(([name]) => name)).toEqual([
    'logs-hot-1',
    'logs-hot-2',
    'logs-hot-us-east-c',
  ]);
});

test('nodes that only coordinate restart after data and before masters', () => {
  const coordinating: NodeSetProps = { ...master, name: 'coordinating', roles: [] };
  expect(summary([coordinating, master, hot]).map(([name]) => name)).toEqual([
    'logs-hot',
    'logs-coordinating',
    'logs-master',
  ]);
});

test('a set either keeps its pods, the same number in every zone, or is refused', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 2, max: 5 }), (replicas, count) => {
      const names = Array.from({ length: count }, (_, i) => `zone-${i}`);
      const sets = [master, { ...hot, replicas }];
      if (mistakesOf({ nodeSets: sets, zones: names }).length > 0) return replicas % count !== 0;
      const parts = planStatefulSets('logs', sets, names).filter(({ nodeSet }) => nodeSet.name === 'hot');
      return (
        parts.length === count &&
        new Set(parts.map((part) => part.replicas)).size === 1 &&
        parts.reduce((sum, part) => sum + part.replicas, 0) === replicas
      );
    }),
  );
});

test('one master elects itself', () => {
  expect(initialMasterNodes(planStatefulSets('logs', [{ ...master, replicas: 1 }]))).toEqual(['logs-master-0']);
});

test('three of five masters elect the first one', () => {
  expect(initialMasterNodes(planStatefulSets('logs', [{ ...master, replicas: 5 }]))).toEqual([
    'logs-master-0',
    'logs-master-1',
    'logs-master-2',
  ]);
});

test('masters with data elect the first one across zones', () => {
  const all: NodeSetProps = { ...master, name: 'all', roles: ['master', 'data'], replicas: 9 };
  expect(initialMasterNodes(planStatefulSets('logs', [all], zones))).toEqual([
    'logs-all-1a-0',
    'logs-all-1b-0',
    'logs-all-1c-0',
  ]);
});
