import { expect } from 'vitest';

import type { Load, Written } from '../kubelet/load';
import type { PipelineOptions } from '../run/configuration';
import { PipelineRun } from '../run/pipeline-run';
import { mountDisk, unmountDisk } from '../run/small-disk';
import { figures, type Outcome, outcome } from './outcome';
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
