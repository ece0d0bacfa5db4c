import { expect, test } from 'vitest';

import { type SizingInput, sizingMistakes } from '../../../../constructs/elasticsearch';

const master = { name: 'master', roles: ['master'], replicas: 3, memory: '4Gi', storage: '10Gi' } as const;
const hot = { name: 'hot', roles: ['data_hot'], replicas: 3, memory: '16Gi', storage: '1Ti' } as const;
const warm = { name: 'warm', roles: ['data_warm'], replicas: 2, memory: '16Gi', storage: '4Ti' } as const;
const logs = { route: 'kubernetes', dailyIngest: '100Gi', retention: '15d', replicas: 1 } as const;

const fits: SizingInput = { nodeSets: [master, hot], ingests: [logs] };

test.each<[string, SizingInput]>([
  ['what fits below the low watermark', fits],
  ['a cluster without expectations', { ...fits, ingests: [] }],
  ['a tier without nodes, whose data stays on hotter ones', { ...fits, ingests: [{ ...logs, warmMinAge: '2d' }] }],
  [
    'nodes that take all tiers',
    { nodeSets: [master, { ...hot, roles: ['data'] }], ingests: [{ ...logs, warmMinAge: '2d' }] },
  ],
])('accepts %s', (_, input) => {
  expect(sizingMistakes(input)).toEqual([]);
});

test.each<[string, SizingInput, string]>([
  [
    'when logs are kept for longer than the disks allow',
    { ...fits, ingests: [{ ...logs, retention: '30d' }] },
    'disks for hot data must hold 4Ti below the low watermark (kubernetes 100Gi a day x 0.6 on disk x 31 days x 2 copies = 3.6Ti, and 10 % margin), got 2.6Ti (hot 3 x 1Ti, filled to 85 % or all but 200Gi); add nodes or disk, or keep logs for a shorter time',
  ],
  [
    'when the routes together are too much',
    { ...fits, ingests: [logs, { ...logs, route: 'payments', indexMode: 'standard' }] },
    'disks for hot data must hold 5.5Ti below the low watermark (kubernetes 100Gi a day x 0.6 on disk x 16 days x 2 copies = 1.9Ti + payments 100Gi a day x 1 on disk x 16 days x 2 copies = 3.1Ti, and 10 % margin), got 2.6Ti (hot 3 x 1Ti, filled to 85 % or all but 200Gi); add nodes or disk, or keep logs for a shorter time',
  ],
  [
    'when one tier is too small, although another has room',
    { nodeSets: [master, hot, warm], ingests: [{ ...logs, warmMinAge: '2d', retention: '90d' }] },
    'disks for warm data must hold 11.5Ti below the low watermark (kubernetes 100Gi a day x 0.6 on disk x 89 days x 2 copies = 10.4Ti, and 10 % margin), got 7.6Ti (warm 2 x 4Ti, filled to 85 % or all but 200Gi); add nodes or disk, or keep logs for a shorter time',
  ],
  [
    'when nodes of several tiers can take each of them, but not both',
    {
      nodeSets: [master, { ...hot, roles: ['data_hot', 'data_warm'] }],
      ingests: [{ ...logs, warmMinAge: '10d', retention: '20d' }],
    },
    'disks for hot and warm data must hold 2.8Ti below the low watermark (kubernetes 100Gi a day x 0.6 on disk x 11 days x 2 copies = 1.3Ti + kubernetes 100Gi a day x 0.6 on disk x 11 days x 2 copies = 1.3Ti, and 10 % margin), got 2.6Ti (hot 3 x 1Ti, filled to 85 % or all but 200Gi); add nodes or disk, or keep logs for a shorter time',
  ],
  [
    'when there would be more shards than the nodes may have',
    { ...fits, ingests: [{ ...logs, dailyIngest: '1Gi', retention: '90d', hotMaxAge: '1h' }] },
    'shards must be at most 1000 for each of 3 data nodes (3000), got 4326, since each route starts an index whenever it rolls over; raise hotMaxAge, keep logs for a shorter time or add nodes',
  ],
  [
    'when masters cannot manage the indices',
    {
      nodeSets: [
        { ...master, memory: '1Gi' },
        { ...hot, replicas: 6 },
      ],
      ingests: [{ ...logs, dailyIngest: '1Gi', retention: '100d', hotMaxAge: '1h' }],
    },
    'nodeSets.master.memory must give masters a heap of 1 GiB for each 3000 indices (820.2Mi for 2403), got 614Mi of 1Gi; raise it',
  ],
])('refuses %s', (_, input, message) => {
  expect(sizingMistakes(input)).toEqual([message]);
});
