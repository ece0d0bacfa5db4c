import { expect } from 'vitest';

import type { Load, Written } from '../kubelet/load';
import { type Account, account, longestDelay, type StoredEvent } from '../run/account';
import type { PipelineOptions } from '../run/configuration';
import type { Metrics } from '../run/metrics';
import { PipelineRun } from '../run/pipeline-run';
import { mountDisk, unmountDisk } from '../run/small-disk';
import { figures } from './figures';
import { become, happen, type Schedule } from './schedule';

/** One trial: what is written, how the pipeline is configured, and what happens meanwhile. */
export interface Trial {
  /** @default - containerd, 8 containers, 30,000 lines, 5,000 a second, no rotation */
  readonly load?: Partial<Omit<Load, 'pods'>>;

  /** @default - that of `configuration` */
  readonly options?: PipelineOptions;

  /** Size of the disk on which Fluentd keeps its state, e.g. `16m`. @default - that of this machine */
  readonly diskSize?: string;

  /** What happens, from the first line on. */
  readonly schedule: Schedule;
}

/** What came of a trial. */
export interface Outcome {
  /** What became of the lines. */
  readonly account: Account;

  /** Metrics of the last Fluentd, at the end. */
  readonly metrics: Metrics;

  /** Most resident memory of all processes of Fluentd. In MiB. */
  readonly memory: number;

  /** Longest time between writing a line and storing its event. In seconds. */
  readonly delay: number;

  /** What the containers wrote; less than they should where the machine was too slow. */
  readonly linesPerSecond: number;
}

/** `npm run test:fluentd:faults` plays everything in full size; otherwise seconds must do. */
export const IS_FULL = process.env.EFK_FAULTS === 'full';

/** What the containers write unless a trial says otherwise. */
export const LOAD: Omit<Load, 'pods'> = {
  runtime: 'containerd',
  containers: 8,
  lines: IS_FULL ? 200_000 : 30_000,
  linesPerSecond: 5_000,
};

/** Plays a trial to its end: before the first line Fluentd reads; in the end Elasticsearch is well, Fluentd runs, and everything that can arrive has arrived. */
export async function play({ load, options, diskSize, schedule }: Trial): Promise<Outcome> {
  const run = await PipelineRun.prepare(options);
  if (diskSize) mountDisk(run.fluentd.state, diskSize);
  try {
    await run.fluentd.start();
    await run.fluentd.ready();
    const node = run.write({ ...LOAD, ...load });
    try {
      const [written] = await Promise.all([node.written, happen(run, schedule)]);
      await become(run, 'well');
      await run.settle(eventsOf(written));
      // Where it was started last, everything may have arrived before.
      await run.fluentd.ready();
      return await outcome(run, written, run.documents());
    } finally {
      await node.stop();
    }
  } finally {
    if (diskSize) unmountDisk(run.fluentd.state);
    await run.end();
  }
}

/** What came of what was written. */
export async function outcome(run: PipelineRun, written: Written, documents: readonly StoredEvent[]): Promise<Outcome> {
  return {
    account: account(written, documents),
    metrics: await run.metrics(),
    memory: run.fluentd.memory,
    delay: longestDelay(documents),
    linesPerSecond: written.lines / written.seconds,
  };
}

/** Every line is stored, nearly always once, as part of its event, and the order can be restored. Prints the figures. */
export function expectNothingLost(title: string, outcome: Outcome): void {
  console.log(figures(title, outcome));
  const { account, memory } = outcome;
  expect(account).toEqual({ ...account, lost: 0, lostBytes: 0, misplaced: 0, foreign: [] });
  expect(account.duplicates).toBeLessThanOrEqual(account.written / 10_000);
  expect(memory).toBeLessThan(300);
}

function eventsOf({ events }: Written): number {
  return events.reduce((total, count) => total + count, 0);
}
