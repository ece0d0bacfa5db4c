import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import type { Document } from '../elasticsearch/bulk/data-stream';
import type { StoredEvent } from '../run/account';
import { PipelineRun } from '../run/pipeline-run';
import { type Entry, JournalWriter } from './journal';

let writer: JournalWriter | string;
let run: PipelineRun;
let file: string;
let written = 0;

/** What is read, 7 of 10: of two units, and of the kernel. */
const SOURCES: readonly Entry[] = [
  ...Array.from({ length: 4 }, () => ({ _SYSTEMD_UNIT: 'kubelet.service', _PID: '812' })),
  { UNIT: 'kubelet.service', _PID: '1' },
  ...Array.from({ length: 2 }, () => ({ _TRANSPORT: 'kernel', SYSLOG_IDENTIFIER: 'kernel' })),
  ...Array.from({ length: 3 }, () => ({ _SYSTEMD_UNIT: 'cron.service', _PID: '99' })),
];
const READ = 7;

/** Further entries, two of each microsecond; as large as one wants. In bytes. */
function entries(count: number, size: number): Entry[] {
  const start = BigInt(Date.now() - 60_000) * 1000n;
  return Array.from({ length: count }, () => {
    const number = written++;
    return {
      __REALTIME_TIMESTAMP: String(start + BigInt(number >> 1)),
      __MONOTONIC_TIMESTAMP: String(1_000_000 + number),
      _BOOT_ID: '5f5777e46c5f4131bd9b71cbed6b9abf',
      PRIORITY: String(number % 8),
      MESSAGE: `entry ${number}${size > 0 ? ` ${'x'.repeat(size)}` : ''}`,
      ...SOURCES[number % SOURCES.length],
    };
  });
}

beforeAll(async () => {
  writer = await JournalWriter.find();
  if (typeof writer === 'string') return;
  run = await PipelineRun.prepare(
    {
      bufferSize: '24Mi',
      routes: [{ name: 'nodes', namespaces: [] }],
      inputs: [{ name: 'journal', route: 'nodes', journald: { units: ['kubelet.service'], kernel: true } }],
    },
    (document: Document) => document as unknown as StoredEvent,
  );
  file = join(run.fluentd.pods, '../journal/5f5777e46c5f4131bd9b71cbed6b9abf/system.journal');
});

afterAll(async () => {
  await run?.end();
});

beforeEach(({ skip }) => skip(typeof writer === 'string', `it needs ${writer}`));

interface Journal {
  readonly message: string;
  readonly log: { readonly offset: number; readonly level: string };
}

async function write(count: number, size = 0): Promise<void> {
  await (writer as JournalWriter).write(file, entries(count, size));
}

/** Numbers of the entries that are stored. */
function stored(): number[] {
  return (run.documents() as unknown as Journal[]).map(({ message }) => Number(message.split(' ')[1]));
}

/** Numbers of the entries that are to be read. */
function expected(): number[] {
  return Array.from({ length: written }, (_, number) => number).filter((number) => number % SOURCES.length < READ);
}

test('every entry of the units and of the kernel is stored once, with its level, unit and order', async () => {
  await write(3_000);
  await run.fluentd.start();
  await run.settle(expected().length);

  const documents = (run.documents() as unknown as Journal[]).sort((a, b) => a.log.offset - b.log.offset);
  expect(documents.map(({ message }) => message)).toEqual(expected().map((number) => `entry ${number}`));
  expect(documents[0]).toEqual({
    '@timestamp': expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}000Z$/),
    message: 'entry 0',
    log: { offset: 1, level: 'emergency' },
    kubernetes: { host: 'node-1' },
    process: { pid: 812 },
    service: { name: 'kubelet' },
    event: { dataset: 'journal' },
    data_stream: { type: 'logs', dataset: 'nodes', namespace: 'default' },
  });
  expect(documents[6]).toMatchObject({ message: 'entry 6', service: { name: 'kernel' }, log: { level: 'info' } });
});

test('it goes on where it stopped: after SIGKILL, after SIGTERM, and when the journal was rotated', async () => {
  await write(500);
  await run.fluentd.kill();
  await write(500);
  await run.settle(expected().length);
  renameSync(file, file.replace('system.journal', 'system@0.journal'));
  await write(500);
  await run.settle(expected().length);
  await run.fluentd.terminate();
  await write(500);
  await run.settle(expected().length);

  expect(stored().sort((a, b) => a - b)).toEqual(expected());
  expect((await run.metrics()).get('fluentd_input_read_errors_total')).toBe(0);
});

test('while the buffer is full it waits, and loses nothing', async () => {
  await run.elasticsearch.leave();
  await write(800, 60_000);
  const pauses = async () => (await run.metrics()).get('fluentd_input_pauses_total') ?? 0;
  await expect.poll(pauses, { timeout: 60_000, interval: 500 }).toBeGreaterThan(1);
  await run.elasticsearch.comeBack();
  await run.settle(expected().length);
  expect(stored().sort((a, b) => a - b)).toEqual(expected());
});
