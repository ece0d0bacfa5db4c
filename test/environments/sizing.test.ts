import { describe, expect, test } from 'vitest';

import { sizingReportText } from '../../constructs/elasticsearch';
import { defineEnvironment, environmentNamed, environmentNames, environmentSizing } from '../../environments';
import { dev } from '../../environments/dev';
import { production } from '../../environments/production';

test.each(environmentNames)('%s says what it expects and has room for it, also after the loss of a node', (name) => {
  const sizing = environmentSizing(environmentNamed(name));

  expect(sizing.mistakes).toEqual([]);
  expect(sizing.uncountedRoutes).toEqual([]);
  // The one node of dev has nobody to take over its logs.
  for (const { afterNodeLoss } of sizing.tiers) expect(afterNodeLoss).toBe(name === 'dev' ? 'unavailable' : 'heals');
});

test('the report of production', () => {
  expect(sizingReportText(environmentSizing(environmentNamed('production')))).toMatchInlineSnapshot(`
    "hot: 427.2Gi of data, 469.9Gi with margin, on 6Ti of disk (7 % full)
      hot: 6 x 32Gi memory (16Gi heap), 1Ti disk
      kubernetes: 100Gi a day x 0.6 on disk x 3 days x 2 copies = 360Gi
      payments: 5Gi a day x 0.6 on disk x 8 days x 2 copies = 48Gi
      identity: 2Gi a day x 0.6 on disk x 8 days x 2 copies = 19.2Gi
      watermarks: low 5.1Ti, high 5.4Ti, flood stage 5.7Ti
      after the loss of a node: the others take over its copies
      memory to data: 1:2 (Elastic's example for hot data: 1:30)
    warm: 6.3Ti of data, 7Ti with margin, on 24Ti of disk (26 % full)
      warm: 3 x 16Gi memory (8Gi heap), 8Ti disk
      kubernetes: 100Gi a day x 0.6 on disk x 29 days x 2 copies = 3.4Ti
      payments: 5Gi a day x 0.6 on disk x 359 days x 2 copies = 2.1Ti
      identity: 2Gi a day x 0.6 on disk x 359 days x 2 copies = 861.6Gi
      watermarks: low 23.4Ti, high 23.6Ti, flood stage 23.7Ti
      after the loss of a node: the others take over its copies
      memory to data: 1:135 (Elastic's example for warm data: 1:160)
    shards: 1570 of at most 9000
    indices: 785 of at most 7198 for the heap of a master
    "
  `);
});

describe('an environment whose logs do not fit is refused, with the arithmetic', () => {
  test('in one tier', () => {
    const routes = production.routes.map((route) => ({ ...route, dailyIngest: '100Gi' as const }));
    expect(() => defineEnvironment({ ...production, routes })).toThrowErrorMatchingInlineSnapshot(`
      [EnvironmentError: environment 'production' is not valid (1 mistake):
        [production.elasticsearch] disks for warm data must hold 96.3Ti below the low watermark (kubernetes 100Gi a day x 0.6 on disk x 29 days x 2 copies = 3.4Ti + payments 100Gi a day x 0.6 on disk x 359 days x 2 copies = 42.1Ti + identity 100Gi a day x 0.6 on disk x 359 days x 2 copies = 42.1Ti, and 10 % margin), got 23.4Ti (warm 3 x 8Ti, filled to 85 % or all but 200Gi); add nodes or disk, or keep logs for a shorter time]
    `);
  });

  test('together with every other mistake', () => {
    const retention = { standard: { deleteMinAge: '60d' } } as const;
    expect(() => defineEnvironment({ ...dev, name: 'Dev', retention })).toThrowErrorMatchingInlineSnapshot(`
      [EnvironmentError: environment 'Dev' is not valid (2 mistakes):
        [Dev.name] must be lower-case letters, digits and dashes, starting with a letter (at most 63 characters), got "Dev"; rename it
        [Dev.elasticsearch] disks for hot data must hold 40.3Gi below the low watermark (kubernetes 1Gi a day x 0.6 on disk x 61 days x 1 copy = 36.6Gi, and 10 % margin), got 8.5Gi (all 1 x 10Gi, filled to 85 % or all but 200Gi); add nodes or disk, or keep logs for a shorter time]
    `);
  });

  test('and the arithmetic waits until ages increase', () => {
    const retention = { standard: { warmMinAge: '90d', deleteMinAge: '60d' } } as const;
    expect(() => defineEnvironment({ ...dev, retention })).toThrowErrorMatchingInlineSnapshot(`
      [EnvironmentError: environment 'dev' is not valid (2 mistakes):
        [dev.retention.standard.warmMinAge] must be less than deleteMinAge (60d), got 90d; lower it or leave it out
        [dev.retention.standard.warmMinAge] must have nodes with the role data_warm to move to, got 90d and none; add a node set or leave it out]
    `);
  });
});

test('what a route expects may be left out; it is then not counted', () => {
  const routes = [{ name: 'kubernetes', retention: 'standard' }];
  const sizing = environmentSizing(defineEnvironment({ ...dev, routes }));

  expect(sizing.uncountedRoutes).toEqual(['kubernetes']);
  expect(sizing.tiers).toEqual([]);
});
