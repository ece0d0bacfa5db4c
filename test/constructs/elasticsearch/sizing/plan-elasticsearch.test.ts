import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { MemoryQuantity, TimeValue } from '../../../../constructs/core';
import {
  type ElasticsearchPlan,
  type ElasticsearchPlanProps,
  type NodeRole,
  type NodeSetProps,
  planElasticsearch,
  sizingMistakes,
} from '../../../../constructs/elasticsearch';
import { mistakesOf } from '../../../../constructs/elasticsearch/validation';

const gi = (count: number): MemoryQuantity => `${count}Gi`;
const days = (count: number): TimeValue => `${count}d`;

/** Any logs that someone may want to keep, on any nodes that can be bought. */
const anyProps: fc.Arbitrary<ElasticsearchPlanProps> = fc
  .record({
    gibADay: fc.integer({ min: 1, max: 20_000 }),
    hotDays: fc.integer({ min: 1, max: 60 }),
    warmDays: fc.option(fc.integer({ min: 1, max: 300 }), { nil: undefined }),
    coldDays: fc.option(fc.integer({ min: 1, max: 700 }), { nil: undefined }),
    replicas: fc.integer({ min: 0, max: 2 }),
    zones: fc.integer({ min: 1, max: 4 }),
    hotMaxAge: fc.constantFrom<TimeValue>('1h', '12h', '1d', '7d'),
    indexMode: fc.constantFrom('logsdb' as const, 'standard' as const),
    hotMemory: fc.integer({ min: 4, max: 64 }),
    hotStorage: fc.option(fc.integer({ min: 20, max: 8_000 }), { nil: undefined }),
    warmStorage: fc.option(fc.integer({ min: 20, max: 16_000 }), { nil: undefined }),
  })
  .map(({ gibADay, hotDays, warmDays, coldDays, hotMemory, hotStorage, warmStorage, ...rest }) => ({
    dailyIngest: gi(gibADay),
    warmMinAge: warmDays ? days(hotDays) : undefined,
    coldMinAge: coldDays ? days(hotDays + (warmDays ?? 0)) : undefined,
    retention: days(hotDays + (warmDays ?? 0) + (coldDays ?? 0)),
    hotMemory: gi(hotMemory),
    hotStorage: hotStorage ? gi(hotStorage) : undefined,
    warmStorage: warmStorage ? gi(warmStorage) : undefined,
    ...rest,
  }));

/** The cluster that a plan describes, as the constructs take it. */
function nodeSetsOf({ tiers, masters }: ElasticsearchPlan): NodeSetProps[] {
  const roles: Record<string, NodeRole[]> = {
    hot: ['data_content', 'data_hot'],
    warm: ['data_warm'],
    cold: ['data_cold'],
  };
  return [
    { name: 'master', roles: ['master'], replicas: masters.nodes, memory: masters.memory, cpu: '1', storage: '10Gi' },
    ...Object.entries(tiers).map(
      ([name, { nodes, memory, storage }]): NodeSetProps => ({
        name,
        roles: roles[name] ?? [],
        replicas: nodes,
        memory,
        cpu: '4',
        storage,
      }),
    ),
  ];
}

function dataNodes({ tiers }: ElasticsearchPlan): number {
  return Object.values(tiers).reduce((sum, { nodes }) => sum + nodes, 0);
}

/** Whether `more` asks for at least as many nodes as `less`, in every tier. */
function needsAtLeast(more: ElasticsearchPlan, less: ElasticsearchPlan): boolean {
  return Object.entries(less.tiers).every(
    ([tier, { nodes }]) => (more.tiers[tier as keyof typeof more.tiers]?.nodes ?? 0) >= nodes,
  );
}

test('a plan whose disks are just enough is not refused for how fractions are rounded', () => {
  const props: ElasticsearchPlanProps = {
    dailyIngest: '340Gi',
    retention: '3d',
    hotMaxAge: '12h',
    replicas: 0,
    indexMode: 'logsdb',
    hotMemory: '4Gi',
    hotStorage: '28Gi',
  };
  const plan = planElasticsearch(props);
  expect(plan.tiers.hot?.nodes).toBe(33);
  const ingest = { ...props, route: 'all', numberOfShards: plan.numberOfShards };
  expect(sizingMistakes({ nodeSets: nodeSetsOf(plan), ingests: [ingest] })).toEqual([]);
});

describe('any plan', () => {
  test('passes the checks of a cluster', () => {
    fc.assert(
      fc.property(anyProps, (props) => {
        const plan = planElasticsearch(props);
        const nodeSets = nodeSetsOf(plan);
        const zones = Array.from({ length: props.zones ?? 1 }, (_, i) => `zone-${i}`);
        expect(mistakesOf({ nodeSets, zones: zones.length > 1 ? zones : [] })).toEqual([]);
        const ingest = { ...props, route: 'all', numberOfShards: plan.numberOfShards };
        expect(sizingMistakes({ nodeSets, ingests: [ingest] })).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('has room to lose a node: more nodes than copies of a shard, in every tier', () => {
    fc.assert(
      fc.property(anyProps, (props) => {
        for (const { nodes } of Object.values(planElasticsearch(props).tiers)) {
          expect(nodes).toBeGreaterThanOrEqual(props.replicas + 1 + (props.replicas > 0 ? 1 : 0));
        }
      }),
    );
  });

  test('has the same number of nodes in every zone', () => {
    fc.assert(
      fc.property(anyProps, (props) => {
        for (const { nodes } of Object.values(planElasticsearch(props).tiers))
          expect(nodes % (props.zones ?? 1)).toBe(0);
      }),
    );
  });

  test('never needs fewer nodes for more logs', () => {
    fc.assert(
      fc.property(anyProps, fc.integer({ min: 1, max: 20_000 }), (props, more) => {
        const dailyIngest = gi(Number.parseInt(props.dailyIngest, 10) + more);
        expect(needsAtLeast(planElasticsearch({ ...props, dailyIngest }), planElasticsearch(props))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('never needs fewer nodes for a longer retention', () => {
    fc.assert(
      fc.property(anyProps, fc.integer({ min: 1, max: 700 }), (props, more) => {
        const retention = days(Number.parseInt(props.retention, 10) + more);
        expect(needsAtLeast(planElasticsearch({ ...props, retention }), planElasticsearch(props))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('never needs fewer nodes for more copies', () => {
    fc.assert(
      fc.property(anyProps, (props) => {
        const more = planElasticsearch({ ...props, replicas: props.replicas + 1 });
        expect(needsAtLeast(more, planElasticsearch(props))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('never needs more nodes when logs take less disk', () => {
    fc.assert(
      fc.property(anyProps, (props) => {
        const standard = planElasticsearch({ ...props, indexMode: 'standard' });
        expect(dataNodes(standard)).toBeGreaterThanOrEqual(
          dataNodes(planElasticsearch({ ...props, indexMode: 'logsdb' })),
        );
      }),
    );
  });
});

test('200 GiB a day, three hot days and a month in all, in three zones', () => {
  expect(
    planElasticsearch({
      dailyIngest: '200Gi',
      warmMinAge: '2d',
      retention: '30d',
      replicas: 1,
      zones: 3,
      hotMemory: '32Gi',
      hotStorage: '1Ti',
      warmMemory: '16Gi',
      warmStorage: '8Ti',
    }),
  ).toMatchInlineSnapshot(`
    {
      "masters": {
        "heapMiB": 1228,
        "memory": "2Gi",
        "nodes": 3,
      },
      "numberOfShards": 3,
      "tiers": {
        "hot": {
          "dataBytes": 773094113280,
          "heapMiB": 16384,
          "memory": "32Gi",
          "nodes": 3,
          "nodesFor": {
            "copies": 2,
            "disk": 1,
            "memory": 1,
            "shards": 1,
          },
          "shards": 30,
          "storage": "1Ti",
        },
        "warm": {
          "dataBytes": 7473243095040,
          "heapMiB": 8192,
          "memory": "16Gi",
          "nodes": 6,
          "nodesFor": {
            "copies": 2,
            "disk": 1,
            "memory": 4,
            "shards": 1,
          },
          "shards": 186,
          "storage": "8Ti",
        },
      },
    }
  `);
});

test('fails when ages do not increase', () => {
  const props = { dailyIngest: '1Gi', replicas: 1, warmMinAge: '7d', coldMinAge: '2d', retention: '1d' } as const;
  expect(() => planElasticsearch(props)).toThrow(
    new RangeError(
      'warmMinAge must be less than coldMinAge (2d), got 7d; lower it or leave it out\ncoldMinAge must be less than retention (1d), got 2d; lower it or leave it out',
    ),
  );
});
