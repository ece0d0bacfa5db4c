import { expect, test } from 'vitest';

import { type SizingInput, sizingReport, sizingReportText } from '../../../../constructs/elasticsearch';

const input: SizingInput = {
  nodeSets: [
    { name: 'master', roles: ['master'], replicas: 3, memory: '4Gi', storage: '10Gi' },
    { name: 'hot', roles: ['data_hot', 'data_content'], replicas: 3, memory: '16Gi', storage: '1Ti' },
    { name: 'warm', roles: ['data_warm', 'data_cold'], replicas: 2, memory: '16Gi', storage: '4Ti' },
  ],
  ingests: [
    { route: 'kubernetes', dailyIngest: '100Gi', warmMinAge: '2d', retention: '30d', replicas: 1 },
    { route: 'audit', dailyIngest: '1Gi', warmMinAge: '7d', coldMinAge: '30d', retention: '365d', replicas: 1 },
  ],
};

test('for people, node sets that hold the same tiers together', () => {
  expect(sizingReportText(sizingReport(input))).toMatchInlineSnapshot(`
    "hot: 369.6Gi of data, 406.6Gi with margin, on 3Ti of disk (12 % full)
      hot: 3 x 16Gi memory (8Gi heap), 1Ti disk
      kubernetes: 100Gi a day x 0.6 on disk x 3 days x 2 copies = 360Gi
      audit: 1Gi a day x 0.6 on disk x 8 days x 2 copies = 9.6Gi
      watermarks: low 2.6Ti, high 2.7Ti, flood stage 2.8Ti
      after the loss of a node: the others take over its copies
      memory to data: 1:8 (Elastic's example for hot data: 1:30)
    warm and cold: 3.8Ti of data, 4.2Ti with margin, on 8Ti of disk (48 % full)
      warm: 2 x 16Gi memory (8Gi heap), 4Ti disk
      kubernetes, warm: 100Gi a day x 0.6 on disk x 29 days x 2 copies = 3.4Ti
      audit, warm: 1Gi a day x 0.6 on disk x 24 days x 2 copies = 28.8Gi
      audit, cold: 1Gi a day x 0.6 on disk x 336 days x 2 copies = 403.2Gi
      watermarks: low 7.6Ti, high 7.7Ti, flood stage 7.8Ti
      after the loss of a node: too little room for its copies until it returns
      memory to data: 1:122 (Elastic's example for warm data: 1:160)
    shards: 834 of at most 5000
    indices: 417 of at most 7198 for the heap of a master
    "
  `);
});

test('as data', () => {
  const report = sizingReport(input);
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  expect(report).toMatchObject({
    tiers: [
      { tiers: ['hot'], afterNodeLoss: 'heals' },
      { tiers: ['warm', 'cold'], afterNodeLoss: 'degraded' },
    ],
    mistakes: [],
    warnings: [],
  });
});

test('logs without a copy are out of reach when their node is lost', () => {
  const { tiers } = sizingReport({ ...input, ingests: input.ingests.map((ingest) => ({ ...ingest, replicas: 0 })) });
  expect(tiers.map(({ afterNodeLoss }) => afterNodeLoss)).toEqual(['unavailable', 'unavailable']);
});

test('what does not fit stands at the end', () => {
  const ingests = input.ingests.map((ingest) => ({ ...ingest, retention: '700d' as const }));
  const { mistakes } = sizingReport({ ...input, ingests });
  expect(mistakes).toHaveLength(1);
  expect(sizingReportText(sizingReport({ ...input, ingests }))).toContain(`does not fit: ${mistakes[0]}\n`);
});

test('what the cluster should not go without stands at the end', () => {
  const nodeSets = input.nodeSets.map((set) => (set.name === 'master' ? { ...set, replicas: 1 } : set));
  const { warnings } = sizingReport({ ...input, nodeSets });
  expect(warnings).toHaveLength(1);
  expect(sizingReportText(sizingReport({ ...input, nodeSets }))).toContain(`\nwarning: ${warnings[0]}\n`);
});
