import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Document } from '../elasticsearch/bulk/data-stream';
import type { StoredEvent } from '../run/account';
import { certificateOfTests } from '../run/certificate';
import { PipelineRun } from '../run/pipeline-run';
import { ApiServer } from './api-server';

let pipeline: PipelineRun;
let api: ApiServer;

beforeAll(async () => {
  const certificate = await certificateOfTests();
  api = await ApiServer.start(certificate, 'secret');
  pipeline = await PipelineRun.prepare(
    {
      onAggregator: {
        replicas: 1,
        routes: [{ name: 'cluster', namespaces: [] }],
        inputs: [{ name: 'events', route: 'cluster', events: {} }],
      },
    },
    (document: Document) => document as unknown as StoredEvent,
    {
      files: { '/fluentd/inputs/events/token': 'secret\n', '/fluentd/inputs/events/ca.crt': certificate.authority },
      edit: (conf) => conf.replace('@type kubernetes_events', `@type kubernetes_events\n  url ${api.url}`),
    },
  );
});

afterAll(async () => {
  await pipeline.end();
  api.stop();
});

function messages(): string[] {
  return (pipeline.documents() as unknown as { message: string }[]).map(({ message }) => message);
}

test('each event is stored once: through disconnects, an expired version, SIGKILL and SIGTERM', async () => {
  for (let index = 0; index < 1200; index += 1) api.happen(`before-${index}`);
  const expected = new Set(Array.from({ length: 1200 }, (_, index) => `before-${index} at ${index + 1}`));
  await pipeline.fluentd.start();
  await pipeline.fluentd.ready();
  await expect.poll(() => messages().length, { timeout: 60_000 }).toBe(1200);

  let version = 1200;
  const faults = [
    () => api.disconnect(),
    () => pipeline.fluentd.kill(),
    () => api.bookmark(),
    async () => {
      api.disconnect();
      version += 1;
      api.happen(`forgotten-${version}`);
      expected.add(`forgotten-${version} at ${version}`);
      api.compact();
      // A list has only the last of what is counted up meanwhile.
      await expect.poll(() => api.watching, { timeout: 60_000 }).toBe(1);
    },
    () => pipeline.fluentd.terminate(),
    () => api.disconnect(),
  ];
  for (const fault of faults) {
    for (let index = 0; index < 50; index += 1) {
      version += 1;
      // Some are counted up.
      const uid = index % 5 === 0 ? 'repeated' : `later-${version}`;
      api.happen(uid);
      expected.add(`${uid} at ${version}`);
      await sleep(10);
    }
    await expect.poll(() => new Set(messages()).size, { timeout: 60_000 }).toBe(expected.size);
    await fault();
  }
  await sleep(8000);
  const stored = messages();
  expect(new Set(stored)).toEqual(expected);
  expect(stored).toHaveLength(expected.size);
  expect(api.gone).toBeGreaterThan(0);
  console.log(`${stored.length} events, ${api.lists} pages, ${api.gone} times expired`);
  expect(pipeline.documents()[0]).toMatchObject({
    log: { level: 'info' },
    event: { dataset: 'events', action: 'Tested' },
    orchestrator: { resource: { type: 'Node', name: 'node-1' } },
    json: { reason: 'Tested', type: 'Normal' },
  });
});

test('an API server that is away is counted, and read again when it is back', async () => {
  const before = (await pipeline.metrics()).get('fluentd_input_read_errors_total') ?? 0;
  api.stop();
  await expect
    .poll(async () => (await pipeline.metrics()).get('fluentd_input_read_errors_total') ?? 0, { timeout: 30_000 })
    .toBeGreaterThan(before);
});
