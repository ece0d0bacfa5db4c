import { expect, test } from 'vitest';

import { ageMistakes, DATA_TIERS, demandOf, type Ingest } from '../../../../constructs/elasticsearch/sizing/ingest';

const GIB = 2 ** 30;
const logs: Ingest = { dailyIngest: '100Gi', retention: '30d', replicas: 1 };
const tiered: Ingest = { ...logs, warmMinAge: '2d', coldMinAge: '10d' };

test('a log stays for as long as it waits for rollover and then for deletion', () => {
  expect(demandOf(logs, 'hot')).toEqual({
    bytes: 100 * GIB * 0.6 * 31 * 2,
    // 60 GiB a day are more than the 50 of a shard, so that the index rolls over by size.
    indices: Math.ceil(31 * 1.2 + 2),
    shards: Math.ceil((31 * 1.2 + 2) * 2),
    arithmetic: '100Gi a day x 0.6 on disk x 31 days x 2 copies',
  });
  expect(demandOf(logs, 'warm')).toBeUndefined();
});

test.each([
  ['hot', 3],
  ['warm', 9],
  ['cold', 21],
] as const)('%s data stay for %d days, one of which an index needs to roll over', (tier, days) => {
  expect(demandOf(tiered, tier)?.bytes).toBe(100 * GIB * 0.6 * days * 2);
});

test('one copy, stored as it comes, with hourly rollover', () => {
  const ingest: Ingest = { ...logs, retention: '1d', replicas: 0, indexMode: 'standard', hotMaxAge: '1h' };
  expect(demandOf(ingest, 'hot')).toMatchObject({
    arithmetic: '100Gi a day x 1 on disk x 1.04 days x 1 copy',
    indices: 27,
    shards: 27,
  });
});

test('more primary shards roll over together', () => {
  const ingest: Ingest = { ...logs, numberOfShards: 4 };
  // Each of the four gets 15 GiB a day: by age.
  expect(demandOf(ingest, 'hot')).toMatchObject({ indices: 33, shards: 33 * 4 * 2 });
});

test('every tier in which data stay is left again before the next', () => {
  const days = DATA_TIERS.map((tier) => (demandOf(tiered, tier)?.bytes ?? 0) / (100 * GIB * 0.6 * 2) - 1);
  expect(days.reduce((a, b) => a + b)).toBeCloseTo(30);
});

test('ages increase', () => {
  expect(ageMistakes(tiered)).toEqual([]);
  expect(ageMistakes({ ...tiered, warmMinAge: '10d' })).toEqual([
    'warmMinAge must be less than coldMinAge (10d), got 10d; lower it or leave it out',
  ]);
});
