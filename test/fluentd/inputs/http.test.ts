import { randomUUID } from 'node:crypto';
import { request } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePorts } from '../../../local/cluster/ports';
import type { Document } from '../elasticsearch/bulk/data-stream';
import type { StoredEvent } from '../run/account';
import { certificateOfTests } from '../run/certificate';
import { PipelineRun } from '../run/pipeline-run';

let pipeline: PipelineRun;
let port: number;
let authority: string;

beforeAll(async () => {
  [port = 0] = await freePorts(1);
  const certificate = await certificateOfTests();
  authority = certificate.authority;
  pipeline = await PipelineRun.prepare(
    {
      routes: [{ name: 'kubernetes' }, { name: 'apps', namespaces: [] }],
      inputs: [{ name: 'app', route: 'apps', http: { from: { namespaces: ['shop'] }, port } }],
      limits: { chunkSize: '2Mi', eventSize: '256Ki' },
      bufferSize: '64Mi',
    },
    (document: Document) => document as unknown as StoredEvent,
    {
      files: {
        '/fluentd/inputs/app/tls.crt': certificate.certificate,
        '/fluentd/inputs/app/tls.key': certificate.privateKey,
      },
      environment: { INPUT_APP_TOKEN: 'secret' },
    },
  );
  await pipeline.fluentd.start();
  await pipeline.fluentd.ready();
});

afterAll(async () => {
  await pipeline.end();
});

/** Sends a body; the status of the answer, or 0 without one. */
function post(body: string | Buffer, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const sent = request(
      {
        ...{ host: '127.0.0.1', port, ca: authority, servername: 'localhost', method: 'POST' },
        headers: { authorization: 'Bearer secret', 'content-length': Buffer.byteLength(body), ...headers },
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      },
    );
    sent.on('error', () => resolve(0));
    sent.end(body);
  });
}

function messages(pattern: RegExp): string[] {
  const documents = pipeline.documents() as unknown as { message: string }[];
  return documents.map(({ message }) => message).filter((message) => pattern.test(message));
}

test('what is accepted is stored with its fields; who does not know the token is refused', async () => {
  expect(await post('{"level":"warn","order":1,"text":"hello"}', { authorization: 'Bearer guess' })).toBe(401);
  expect(await post('{"level":"warn","order":17}')).toBe(200);
  const lines = gzipSync('{"order":18}\n{"order":19}\n');
  expect(await post(lines, { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' })).toBe(200);
  await expect.poll(() => messages(/order/).length, { timeout: 30_000 }).toBe(3);
  expect(pipeline.documents()).toContainEqual(
    expect.objectContaining({
      message: '{"level":"warn","order":17}',
      event: { dataset: 'app' },
      json: { order: 17 },
      log: { level: 'warn', offset: expect.any(Number) },
      source: { ip: '127.0.0.1' },
    }),
  );
});

test('with a full buffer, SIGKILL and SIGTERM: what is sent until it is accepted is stored once', async () => {
  await pipeline.elasticsearch.leave();
  const answers = new Map<number, number>();
  const batches = Array.from({ length: 300 }, (_, batch) =>
    Array.from({ length: 200 }, (_, line) => `batch ${batch} line ${line} ${'x'.repeat(1500)}`).join('\n'),
  );
  const send = async (batch: number) => {
    const key = randomUUID();
    for (;;) {
      const headers = { 'content-type': 'application/x-ndjson', 'idempotency-key': key };
      const status = await post(batches[batch] ?? '', headers);
      answers.set(status, (answers.get(status) ?? 0) + 1);
      if (status === 200) return;
      await sleep(300);
    }
  };
  const sender = async (first: number) => {
    for (let batch = first; batch < batches.length; batch += 4) await send(batch);
  };
  const senders = [0, 1, 2, 3].map(sender);
  await expect.poll(() => answers.get(503) ?? 0, { timeout: 60_000 }).toBeGreaterThan(3);
  await pipeline.fluentd.kill();
  await pipeline.fluentd.ready();
  await pipeline.elasticsearch.comeBack();
  await sleep(2000);
  await pipeline.fluentd.terminate();
  await Promise.all(senders);
  const expected = batches.length * 200;
  await expect.poll(() => messages(/^batch /).length, { timeout: 120_000 }).toBeGreaterThanOrEqual(expected);
  await sleep(7000);
  const stored = messages(/^batch /);
  console.log(`answers by status: ${JSON.stringify([...answers])}`);
  expect(new Set(stored).size).toBe(expected);
  expect(stored).toHaveLength(expected);
});
