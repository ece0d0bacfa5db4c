import { expect, test } from 'vitest';

import type { RouteIngest, SizingInput } from '../../../../constructs/elasticsearch';
import { ingestMistakes } from '../../../../constructs/elasticsearch/sizing/requirements';

const nodeSets: SizingInput['nodeSets'] = [
  { name: 'master', roles: ['master'], replicas: 3, memory: '4Gi', storage: '10Gi' },
  { name: 'hot', roles: ['data_hot', 'data_content'], replicas: 3, memory: '16Gi', storage: '1Ti' },
];
const logs: RouteIngest = { route: 'shop', dailyIngest: '10Gi', retention: '30d', replicas: 1 };
const mistakes = (ingest: Partial<RouteIngest>, sets = nodeSets) =>
  ingestMistakes({ nodeSets: sets, ingests: [{ ...logs, ...ingest }] });

test('logs that fit are no mistake', () => {
  expect(mistakes({})).toEqual([]);
  expect(ingestMistakes({ nodeSets, ingests: [] })).toEqual([]);
});

test('as many copies as nodes are refused, in every tier that logs reach', () => {
  const warm = { name: 'warm', roles: ['data_warm'], replicas: 1, memory: '16Gi', storage: '4Ti' } as const;
  expect(mistakes({ replicas: 3 })).toEqual([
    'ingests.shop.replicas must be less than the number of hot data nodes (3), got 3; lower it to 2 or add nodes',
  ]);
  expect(mistakes({ warmMinAge: '2d' }, [...nodeSets, warm])).toEqual([
    'ingests.shop.replicas must be less than the number of warm data nodes (1), got 1; lower it to 0 or add nodes',
  ]);
});

test('a phase without nodes is refused', () => {
  expect(mistakes({ warmMinAge: '2d', coldMinAge: '9d' })).toEqual([
    'ingests.shop.warmMinAge must have nodes with the role data_warm to move to, got 2d and none; add a node set or leave it out',
    'ingests.shop.coldMinAge must have nodes with the role data_cold to move to, got 9d and none; add a node set or leave it out',
  ]);
});

test('copies are not counted on the nodes of a tier that is not there', () => {
  expect(mistakes({ warmMinAge: '2d', replicas: 3 })).toEqual([
    'ingests.shop.warmMinAge must have nodes with the role data_warm to move to, got 2d and none; add a node set or leave it out',
    'ingests.shop.replicas must be less than the number of hot data nodes (3), got 3; lower it to 2 or add nodes',
  ]);
});

test('ages that do not increase are refused, and nothing is counted with them', () => {
  expect(mistakes({ warmMinAge: '40d' })).toEqual([
    'ingests.shop.warmMinAge must be less than retention (30d), got 40d; lower it or leave it out',
  ]);
});

test('logs that do not fit on the disks are refused, with the arithmetic', () => {
  expect(mistakes({ dailyIngest: '100Gi' })).toEqual([
    'disks for hot data must hold 4Ti below the low watermark (shop 100Gi a day x 0.6 on disk x 31 days x 2 copies = 3.6Ti, and 10 % margin), got 2.6Ti (hot 3 x 1Ti, filled to 85 % or all but 200Gi); add nodes or disk, or keep logs for a shorter time',
  ]);
});
