import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';

import type { NamedOutput } from '../../../constructs/fluentd';
import { StandIn } from '../elasticsearch/stand-in';
import { account, longestDelay, type StoredEvent } from '../run/account';
import { PipelineRun } from '../run/pipeline-run';

const LIMITS = { eventSize: '64Ki', chunkSize: '4Mi' } as const;

/** Time in which it must be seen that an output is away, and in which a log arrives otherwise. In seconds. */
const [VISIBLE, DELAY] = [60, 15];

/** A pipeline whose logs go to a second Elasticsearch as well. */
async function withSecond(output: Pick<NamedOutput, 'bufferSize' | 'whenFull'>) {
  const second = await StandIn.start<StoredEvent>({
    keep: ({ '@timestamp': time, message, log, kubernetes }) =>
      ({ '@timestamp': time, message, log, kubernetes, storedAt: Date.now() }) as StoredEvent,
  });
  onTestFinished(() => second.leave());
  const { url, authority } = second.endpoint;
  const run = await PipelineRun.prepare(
    {
      limits: LIMITS,
      bufferSize: '128Mi',
      memory: '1Gi',
      routes: [{ name: 'kubernetes', to: ['second', 'elasticsearch'] }],
      outputs: [
        {
          name: 'second',
          elasticsearch: { url, credentials: { secretName: 'second' }, authority: { configMapName: 'ca' } },
          ...output,
        },
      ],
    },
    undefined,
    {
      files: { '/fluentd/outputs/second/ca.crt': authority },
      environment: { OUTPUT_SECOND_USERNAME: 'fluentd', OUTPUT_SECOND_PASSWORD: 'secret' },
    },
  );
  onTestFinished(() => run.end());
  await second.leave();
  await run.fluentd.start();
  await run.fluentd.ready();
  const stored = () => [...second.documents('logs-kubernetes-default').values()];
  return { run, second, stored };
}

/** The value of the series of an output. */
async function seriesOf(run: PipelineRun, name: string, output: string): Promise<number | undefined> {
  const text = await run.fluentd.metrics();
  const value = new RegExp(`^${name}\\{[^}]*output="${output}"[^}]*\\} (\\S+)$`, 'm').exec(text)?.[1];
  return value === undefined ? undefined : Number(value);
}

test('an output that is away and drops its oldest delays nobody, is seen within a minute, and says what it dropped', async () => {
  const { run, second, stored } = await withSecond({ bufferSize: '16Mi', whenFull: 'dropOldest' });
  const began = performance.now();
  await expect
    .poll(() => seriesOf(run, 'fluentd_output_reachable', 'second'), { timeout: VISIBLE * 1_000, interval: 500 })
    .toBe(0);
  const visible = (performance.now() - began) / 1_000;
  const node = run.write({ runtime: 'containerd', containers: 4, lines: 90_000, linesPerSecond: 5_000 });
  onTestFinished(() => node.stop());
  const written = await node.written;
  await run.settle(written.events.reduce((sum, count) => sum + count, 0));
  const delay = longestDelay(run.documents());
  expect(account(written, run.documents())).toMatchObject({ lost: 0, duplicates: 0, misplaced: 0 });
  expect(delay).toBeLessThan(DELAY);
  expect((await run.metrics()).get('fluentd_container_logs_pauses_total') ?? 0).toBe(0);
  expect(await seriesOf(run, 'fluentd_output_failing_seconds', 'second')).toBeGreaterThan(0);
  await expect
    .poll(() => seriesOf(run, 'fluentd_output_dropped_chunks_total', 'second'), { timeout: 30_000, interval: 500 })
    .toBeGreaterThan(0);

  await second.comeBack();
  await expect.poll(() => stored().length, { timeout: 90_000, interval: 500 }).toBeGreaterThan(0);
  await sleep(10_000);
  const there = account(written, stored());
  expect(there.lost).toBeGreaterThan(0);
  expect(there).toMatchObject({ duplicates: 0, misplaced: 0, foreign: [] });
  console.log(
    `away: seen after ${visible.toFixed(1)} s, others at most ${delay} s late, ${there.lost} of ${there.written} lines dropped`,
  );
});

test('an output that is away and waits stops reading, and nothing is lost or stored twice when it is back', async () => {
  const { run, second, stored } = await withSecond({ bufferSize: '8Mi' });
  const node = run.write({ runtime: 'containerd', containers: 4, lines: 60_000, linesPerSecond: 8_000 });
  onTestFinished(() => node.stop());
  const written = await node.written;
  const events = written.events.reduce((sum, count) => sum + count, 0);
  await expect
    .poll(async () => (await run.metrics()).get('fluentd_container_logs_pauses_total') ?? 0, { timeout: 60_000 })
    .toBeGreaterThan(0);
  await sleep(10_000);
  // Neither gets what the other has no room for.
  expect(run.count).toBeLessThan(events);
  expect(stored()).toHaveLength(0);

  await second.comeBack();
  await expect.poll(() => stored().length, { timeout: 180_000, interval: 500 }).toBe(events);
  await run.settle(events);
  for (const documents of [run.documents(), stored()]) {
    expect(account(written, documents)).toMatchObject({ lost: 0, duplicates: 0, misplaced: 0, foreign: [] });
  }
});
