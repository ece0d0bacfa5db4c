import { expect, test } from 'vitest';

import { production } from '../../../../environments/production';
import { aggregatorRelations } from '../../../../environments/sections/collector/aggregator-relations';

const said = (aggregators: unknown, fluentd: object = {}) =>
  aggregatorRelations(aggregators, { ...production.fluentd, ...fluentd }).map(
    ({ path, message }) => `[${path.join('.')}] ${message}`,
  );

test('without aggregators, or with their defaults, nothing is wrong', () => {
  expect(said(undefined)).toEqual([]);
  expect(said({})).toEqual([]);
  expect(said({ replicas: 3, cpu: '1', memory: '1Gi', storage: '50Gi' })).toEqual([]);
});

test('what contradicts each other is told, with its place', () => {
  expect(
    said({ replicas: 2, autoscaling: { minReplicas: 5, maxReplicas: 2 }, memory: '64Mi', storage: '100Mi' }),
  ).toMatchInlineSnapshot(`
    [
      "[aggregators.replicas] must not be given with autoscaling, which counts the pods, got 2; leave one of them out",
      "[aggregators.autoscaling.maxReplicas] must be a whole number from minReplicas (5) to 200, got 2; change it",
      "[aggregators.storage] must be at least 383Mi (3 chunks of 8Mi, 64Mi of dead letters, 256Mi for the rest and a tenth for the file system), got 100Mi; raise it",
      "[aggregators.memory] must be at least 320Mi (192Mi, 6 copies of a chunk of 8Mi for each of 2 threads, and 32Mi of held events), got 64Mi; raise it",
    ]
  `);
});

test('the bounds of events of the collector are those of the aggregators', () => {
  expect(said({ memory: '512Mi' })).toEqual([]);
  expect(said({ memory: '512Mi' }, { limits: { chunkSize: '90Mi' } })).toMatchInlineSnapshot(`
    [
      "[aggregators.memory] must be at least 1304Mi (192Mi, 6 copies of a chunk of 90Mi for each of 2 threads, and 32Mi of held events), got 512Mi; raise it",
    ]
  `);
});

test('a malformed value does not hide what is wrong with others', () => {
  expect(said({ replicas: 'two', storage: '100Mi' })).toMatchInlineSnapshot(`
    [
      "[aggregators.storage] must be at least 383Mi (3 chunks of 8Mi, 64Mi of dead letters, 256Mi for the rest and a tenth for the file system), got 100Mi; raise it",
    ]
  `);
});
