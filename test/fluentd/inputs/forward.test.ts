import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePorts } from '../../../local/cluster/ports';
import { findFluentd, type RunningFluentd } from '../../../local/fluentd';
import { temporaryFolder } from '../../temporary-folder';
import type { Document } from '../elasticsearch/bulk/data-stream';
import type { StoredEvent } from '../run/account';
import { certificateOfTests } from '../run/certificate';
import { PipelineRun } from '../run/pipeline-run';

const FOLDER = '/var/lib/fluentd/sender';
const KEY = 'what senders know';

let pipeline: PipelineRun;
let port: number;
const senders: RunningFluentd[] = [];

beforeAll(async () => {
  [port = 0] = await freePorts(1);
  const { certificate, privateKey } = await certificateOfTests();
  pipeline = await PipelineRun.prepare(
    {
      routes: [{ name: 'kubernetes' }, { name: 'edge', namespaces: [] }],
      inputs: [{ name: 'edge', route: 'edge', forward: { from: { cidrs: ['127.0.0.0/8'] }, port } }],
      limits: { chunkSize: '2Mi', eventSize: '256Ki' },
      bufferSize: '64Mi',
    },
    (document: Document) => document as unknown as StoredEvent,
    {
      files: { '/fluentd/inputs/edge/tls.crt': certificate, '/fluentd/inputs/edge/tls.key': privateKey },
      environment: { INPUT_EDGE_SHARED_KEY: KEY },
    },
  );
  await pipeline.fluentd.start();
  await pipeline.fluentd.ready();
});

afterAll(async () => {
  await Promise.all(senders.map((sender) => sender.kill()));
  await pipeline.end();
});

/** A Fluentd with its own output, which sends the lines of the file that is returned. */
async function sender(key: string): Promise<string> {
  const folder = temporaryFolder();
  const file = join(folder, FOLDER, 'lines.log');
  mkdirSync(join(folder, FOLDER), { recursive: true });
  const { authority } = await certificateOfTests();
  const conf = `
<source>
  @type tail
  tag lines
  path ${FOLDER}/lines.log
  pos_file ${FOLDER}/lines.pos
  read_from_head true
  refresh_interval 1
  <parse>
    @type json
  </parse>
</source>
<match lines>
  @type forward
  transport tls
  tls_cert_path /fluentd/tls/ca.crt
  require_ack_response true
  ack_response_timeout 5s
  send_timeout 5s
  heartbeat_type none
  <security>
    self_hostname sender
    shared_key ${key}
  </security>
  <server>
    host localhost
    port ${port}
  </server>
  <buffer>
    @type file
    path ${FOLDER}/buffer
    chunk_limit_size 64k
    flush_interval 0.2
    flush_thread_count 2
    retry_wait 0.2
    retry_max_interval 1
    retry_forever true
  </buffer>
</match>
`;
  const runtime = await findFluentd();
  senders.push(await runtime.start({ conf, folder, files: { '/fluentd/tls/ca.crt': authority } }));
  return file;
}

function messages(pattern: RegExp): string[] {
  const documents = pipeline.documents() as unknown as { message: string }[];
  return documents.map(({ message }) => message).filter((message) => pattern.test(message));
}

function send(file: string, records: readonly object[]): void {
  appendFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
}

test('what a Fluentd sends is stored with its fields; who does not know the key sends nothing', async () => {
  const stranger = await sender('a guess');
  send(stranger, [{ message: 'stranger' }]);
  const file = await sender(KEY);
  send(file, [
    { log: '{"order":17,"level":"warn"}', stream: 'stdout', kubernetes: { pod_name: 'cart', labels: { app: 'shop' } } },
    { message: 'plain', _id: 'chosen', _treatment: 'chosen', host: 'edge-1' },
  ]);
  await expect.poll(() => messages(/order|plain/).length, { timeout: 30_000 }).toBe(2);
  const stored = pipeline.documents() as unknown as { message: string }[];
  const by = (text: string) => stored.find(({ message }) => message.includes(text));
  expect(by('order')).toEqual({
    '@timestamp': expect.stringMatching(/^\d{4}-.*Z$/),
    message: '{"order":17,"level":"warn"}',
    event: { dataset: 'edge' },
    data_stream: { type: 'logs', dataset: 'edge', namespace: 'default' },
    log: { level: 'warn' },
    json: { order: 17, stream: 'stdout', kubernetes: { pod_name: 'cart', labels: { app: 'shop' } } },
  });
  expect(by('plain')).toEqual({
    '@timestamp': expect.any(String),
    message: 'plain',
    event: { dataset: 'edge' },
    data_stream: { type: 'logs', dataset: 'edge', namespace: 'default' },
    json: { host: 'edge-1' },
  });
  expect(messages(/stranger/)).toEqual([]);
});

test('with SIGKILL and SIGTERM of the receiver every line is stored once', async () => {
  const file = await sender(KEY);
  const count = 20_000;
  const batch = 1000;
  for (let first = 0; first < count; first += batch) {
    send(
      file,
      Array.from({ length: batch }, (_, index) => ({ message: `line ${first + index} ${'x'.repeat(100)}` })),
    );
    await sleep(200);
    if (first === 6 * batch) await pipeline.fluentd.kill();
    if (first === 13 * batch) await pipeline.fluentd.terminate();
  }
  await expect.poll(() => messages(/^line /).length, { timeout: 90_000 }).toBeGreaterThanOrEqual(count);
  await sleep(6000);
  const stored = messages(/^line /);
  expect(new Set(stored).size).toBe(count);
  expect(stored).toHaveLength(count);
});
