import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { expect, test } from 'vitest';

import type { Faults } from '../elasticsearch/faults';
import { PipelineRun } from '../run/pipeline-run';

/** Lines that the flood writes in a second, and how often both write. In ms. */
const FLOOD = 5_000;
const TICK = 100;

/** How long each phase lasts. In ms. */
const PHASE = 15_000;

/** How much later the logs of one may arrive because of the other, in the middle and at worst. In ms. */
const TOLERANCE = { median: 1_500, most: 3_000 };

const ONLY = 'logs-flood-default';

/** What happens to the flood, one after the other; the other one is alone first. */
const PHASES: readonly (readonly [title: string, linesPerSecond: number, faults: Faults])[] = [
  ['alone', 0, {}],
  ['a flood', FLOOD, {}],
  ['a flood that is refused with 403', FLOOD, { only: ONLY, refusedRequests: 1, status: 403 }],
  ['a flood without a data stream', FLOOD, { only: ONLY, refusedRequests: 1, status: 404 }],
  ['a flood whose documents get 429', FLOOD, { only: ONLY, rejectedDocuments: 1 }],
];

/** Text of a line by its number, as long as lines are. */
const textOf = (number: number, phase: number) =>
  JSON.stringify({ level: 'info', phase, number, text: 'x'.repeat(200) });

function writer(pods: string, namespace: string): (texts: readonly string[]) => void {
  const folder = join(pods, `${namespace}_web-0_00000000-1111-4222-8333-444455556666`, 'app');
  mkdirSync(folder, { recursive: true });
  return (texts) => {
    const now = new Date().toISOString().replace('Z', '000000Z');
    appendFileSync(join(folder, '0.log'), texts.map((text) => `${now} stdout F ${text}\n`).join(''));
  };
}

test('what happens to the logs of a route with a buffer of its own does not delay those of others', async () => {
  const run = await PipelineRun.prepare({
    routes: [
      { name: 'flood', namespaces: ['flood'], bufferSize: '16Mi' },
      { name: 'calm', namespaces: ['calm'] },
    ],
    bufferSize: '64Mi',
  });
  try {
    await run.fluentd.start();
    await run.fluentd.ready();
    const [flood, calm] = [writer(run.fluentd.pods, 'flood'), writer(run.fluentd.pods, 'calm')];
    const written = { flood: 0, calm: 0 };
    for (const [phase, [, linesPerSecond, faults]] of PHASES.entries()) {
      run.elasticsearch.faults = faults;
      const end = performance.now() + PHASE;
      for (let due = performance.now(); due < end; due += TICK) {
        await sleep(Math.max(0, due - performance.now()));
        calm([textOf(written.calm++, phase)]);
        const lines = (linesPerSecond * TICK) / 1_000;
        if (lines > 0) flood(Array.from({ length: lines }, () => textOf(written.flood++, phase)));
      }
    }
    // Its part of the buffer has been full; the one of the others has not.
    expect((await run.fluentd.metrics()).match(/^fluentd_container_logs_pauses_total.*/gm)).toEqual([
      expect.stringMatching(/route="flood"\} [1-9]/),
    ]);

    const last = await calmDelays(run, written.calm);
    const rows = PHASES.map(([title], phase) => ({ title, ...figures(last[phase] ?? []) }));
    console.table(rows);
    const [alone, ...others] = rows;
    if (!alone) throw new Error('nothing was measured');
    for (const { median, most } of others) {
      expect(median).toBeLessThan(alone.median + TOLERANCE.median);
      expect(most).toBeLessThan(alone.most + TOLERANCE.most);
    }

    // Nothing of the flood is lost either, when it is taken again.
    run.elasticsearch.faults = {};
    await run.settle(written.flood + written.calm);
    expect(run.elasticsearch.documents(ONLY).size).toBe(written.flood);
  } finally {
    await run.end();
  }
});

/** Delays by phase, when all of the calm one has arrived: while the flood is still refused. In ms. */
async function calmDelays(run: PipelineRun, count: number): Promise<number[][]> {
  const documents = () => [...run.elasticsearch.documents('logs-calm-default').values()];
  await run.settle(count, () => documents().length >= count);
  expect(documents()).toHaveLength(count);
  const delays = PHASES.map((): number[] => []);
  for (const { '@timestamp': time = '', message = '', storedAt = Number.NaN } of documents()) {
    delays[(JSON.parse(message) as { phase: number }).phase]?.push(storedAt - Date.parse(time));
  }
  return delays;
}

function figures(delays: readonly number[]) {
  const sorted = [...delays].sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN, most: sorted.at(-1) ?? Number.NaN };
}
