import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';

import { DRAIN_COMMAND } from '../../../constructs/fluentd/aggregator/placement';
import { findFluentd } from '../../../local/fluentd';
import { LOAD } from '../faults/play';
import { startNode } from '../kubelet/node';
import { account } from '../run/account';
import type { FluentdPod } from '../run/fluentd-pod';
import { Tier } from './tier';

/** So small that it is full before all is written. */
const SMALL = { storage: '366Mi', limits: { chunkSize: '1Mi', eventSize: '32Ki' } } as const;

/** Longest time in which buffers must be full. In ms. */
const FILLED = 60_000;

/** What the kubelet runs before it ends the container. */
const hook = (pod: FluentdPod) => pod.runHook(DRAIN_COMMAND[1] ?? '');

/** Chunks on the volume of a pod. */
function chunksOf({ state }: FluentdPod): string[] {
  const names = readdirSync(join(state, 'buffer'), { recursive: true }) as string[];
  return names.filter((name) => name.endsWith('.log'));
}

/** Waits until a pod takes nothing because its buffer is full. */
async function untilFull(pod: FluentdPod): Promise<void> {
  const isFull = async () => /refused_total\{[^}]*reason="full"[^}]*\} [1-9]/.test(await pod.metrics());
  const deadline = performance.now() + FILLED;
  while (!(await isFull())) {
    if (performance.now() > deadline) throw new Error(`not full, with ${chunksOf(pod).length} chunks`);
    await sleep(200);
  }
}

/** A hook finds the process to which it sends a signal only where it sees the same processes. */
const APART = 'the processes of containers are not seen from others';
const areInContainers = async () => (await findFluentd()).description.includes('in containers');

/** Fills the buffers of two aggregators while Elasticsearch is away; then there are to be fewer, and nothing is lost. */
async function play(happen: (tier: Tier, leaving: FluentdPod) => Promise<void>): Promise<void> {
  const tier = await Tier.start({ ofAggregators: SMALL });
  const { agent, elasticsearch, aggregators } = tier;
  const node = startNode({ ...LOAD, lines: 100_000, linesPerSecond: 20_000, pods: agent.pods });
  try {
    await elasticsearch.leave();
    await agent.start();
    const leaving = aggregators[0] as FluentdPod;
    await untilFull(leaving);
    await happen(tier, leaving);
    const written = await node.written;
    await tier.settle(written.events.reduce((total, events) => total + events, 0));
    const { lost, duplicates, misplaced } = account(written, tier.documents());
    expect({ lost, duplicates, misplaced }).toEqual({ lost: 0, duplicates: 0, misplaced: 0 });
  } finally {
    await node.stop();
    await tier.end();
  }
}

describe('an aggregator that is about to go, with a full buffer', () => {
  test.concurrent('empties it, when Elasticsearch comes back meanwhile, though slowly', async ({ skip }) => {
    if (await areInContainers()) skip(APART);
    await play(async ({ elasticsearch }, leaving) => {
      const drained = hook(leaving);
      await sleep(15_000);
      elasticsearch.faults = { delay: 500 };
      await elasticsearch.comeBack();
      expect(await drained).toBe('0 chunks are left on the volume');
      expect(chunksOf(leaving)).toEqual([]);
      await leaving.end();
      expect(chunksOf(leaving)).toEqual([]);
    });
  });

  test.concurrent('keeps it, when Elasticsearch stays away, and sends it when there is such a pod again', async ({
    skip,
  }) => {
    if (await areInContainers()) skip(APART);
    await play(async ({ elasticsearch }, leaving) => {
      const said = await hook(leaving);
      const left = chunksOf(leaving);
      expect(left.length).toBeGreaterThan(5);
      expect(said).toBe(`${left.length} chunks are left on the volume`);
      await leaving.end();
      expect(chunksOf(leaving)).toEqual(left);
      await elasticsearch.comeBack();
      // Without it the others are stored, and what it has is not.
      await sleep(5_000);
      expect(chunksOf(leaving)).toEqual(left);
      await leaving.start();
    });
  });
});
