import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Document } from '../elasticsearch/bulk/data-stream';
import type { StoredEvent } from '../run/account';
import { PipelineRun } from '../run/pipeline-run';

let run: PipelineRun;

/** Two kinds of events in turn, of which a treatment drops one. */
const EVENTS = [
  { message: 'level=warn msg="disk is full"', unit: 'disk' },
  { message: 'GET /healthz' },
  { message: '{"level":"error","order":17}' },
];

beforeAll(async () => {
  run = await PipelineRun.prepare(
    {
      routes: [{ name: 'kubernetes' }, { name: 'nodes', namespaces: [] }],
      inputs: [{ name: 'made-up', route: 'nodes', treatment: 'quiet', sample: { events: EVENTS, perSecond: 20 } }],
      treatments: [{ name: 'quiet', drop: [{ reason: 'health', where: { message: 'GET /healthz' } }] }],
    },
    (document: Document) => document as unknown as StoredEvent,
  );
  await run.fluentd.start();
  await run.settle(20, () => run.count >= 20);
});

afterAll(async () => {
  await run.end();
});

test('events of an input are stored in its route, through its treatment', async () => {
  expect(run.elasticsearch.dataStreams).toEqual(['logs-nodes-default']);
  const documents = run.documents() as unknown as Record<string, unknown>[];
  const common = {
    '@timestamp': expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/),
    event: { dataset: 'made-up' },
    data_stream: { type: 'logs', dataset: 'nodes', namespace: 'default' },
  };
  expect(documents).toContainEqual({ ...common, message: EVENTS[0]?.message, json: { unit: 'disk' } });
  expect(documents).toContainEqual({
    ...common,
    message: EVENTS[2]?.message,
    log: { level: 'error' },
    json: { order: 17 },
  });
  expect(documents.map(({ message }) => message)).not.toContain('GET /healthz');
});

test('what was taken, dropped and stored is counted by the input', async () => {
  const metrics = await run.metrics();
  expect(metrics.get('fluentd_input_events_total')).toBeGreaterThanOrEqual(30);
  expect(metrics.get('fluentd_input_refused_events_total')).toBe(0);
  expect(metrics.get('fluentd_treatments_dropped_records_total')).toBeGreaterThanOrEqual(10);
  expect(metrics.get('fluentd_dead_letters_records_total') ?? 0).toBe(0);
});
