import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { bytesOf, RUNTIMES } from '../../../local/kubelet/runtimes';
import { clock } from '../../../local/kubelet/times';
import { PipelineRun } from '../run/pipeline-run';
import { expectNothingLost, play } from './play';

/** What all processes of Fluentd may hold together, whatever is logged. In MiB. */
const MEMORY = 300;

/** What is stored of the log of one container. */
interface Flood {
  readonly documents: number;
  readonly lines: number;
  readonly bytes: number;
  /** Of the longest message. */
  readonly longest: number;
  readonly memory: number;
}

/** Stores the log of one container that wrote `text` so many times. Prints the figures. */
async function flood(title: string, text: string, times: number): Promise<Flood> {
  const tally = { documents: 0, lines: 0, bytes: 0, longest: 0 };
  const written = { lines: (text.split('\n').length - 1) * times, bytes: Buffer.byteLength(text) * times };
  const run = await PipelineRun.prepare({}, ({ message }) => {
    const bytes = Buffer.byteLength(String(message));
    tally.documents += 1;
    tally.lines += String(message).split('\n').length;
    tally.bytes += bytes;
    tally.longest = Math.max(tally.longest, bytes);
    return {};
  });
  try {
    writeLog(run.fluentd.pods, text, times);
    await run.fluentd.start();
    // Parts of an event that goes on have no line break between them.
    await run.settle(0, () => tally.lines >= written.lines && tally.bytes + tally.documents >= written.bytes);
    const stored = { ...tally, memory: run.fluentd.memory };
    console.log(`| ${title} | ${tally.documents.toLocaleString('en')} | ${Math.round(stored.memory)} MiB |`);
    return stored;
  } finally {
    await run.end();
  }
}

function writeLog(pods: string, text: string, times: number): void {
  const folder = join(pods, 'shop_flood_00000000-2222-3333-4444-555555555555', 'app');
  mkdirSync(folder, { recursive: true });
  const log = openSync(join(folder, '0.log'), 'w');
  const now = clock();
  for (let time = 0; time < times; time++)
    writeSync(log, RUNTIMES.containerd(bytesOf(text), 'stderr', now), null, 'latin1');
  closeSync(log);
}

test('100 MB of a line that looks like the head of a trace are an event each', async ({ task }) => {
  const line = `Error: connect ECONNREFUSED 10.96.0.17:5432 for ${'select id, name, price from items, '.repeat(6)}\n`;
  const stored = await flood(task.name, line.repeat(1_000), 400);
  expect(stored).toMatchObject({ documents: 400_000, lines: 400_000, longest: line.length - 1 });
  expect(stored.memory).toBeLessThan(MEMORY);
});

test('100 MB of frames are events of at most 1,000 lines', async ({ task }) => {
  const frame = '\tat com.example.shop.OrderService.place(OrderService.java:1031)\n';
  const stored = await flood(task.name, frame.repeat(1_000), 1_000);
  expect(stored.lines).toBe(1_000_000);
  expect(stored.longest).toBeLessThanOrEqual(frame.length * 1_000);
  expect(stored.memory).toBeLessThan(MEMORY);
});

test('200 MB of a line that does not end are parts of at most a mebibyte', async ({ task }) => {
  const stored = await flood(task.name, 'x'.repeat(16 * 1024), 12_800);
  expect(stored.bytes).toBe(12_800 * 16 * 1024);
  expect(stored.longest).toBeLessThanOrEqual(2 ** 20);
  expect(stored.memory).toBeLessThan(MEMORY);
});

test('500 containers at once', async ({ task }) => {
  expectNothingLost(task.name, await play({ load: { containers: 500 }, schedule: [] }));
});
