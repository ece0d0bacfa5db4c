import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';

import { LOAD } from '../faults/play';
import { startNode } from '../kubelet/node';
import { account, longestDelay } from '../run/account';
import { Tier, type TierOptions } from './tier';

const count = (value: number) => Math.round(value).toLocaleString('en');

/** Writes the lines of a node while something happens; nothing is lost, and nothing is stored twice. */
async function play(title: string, happen: (tier: Tier) => Promise<void>, options: TierOptions = {}): Promise<void> {
  const tier = await Tier.start(options);
  try {
    await tier.agent.start();
    await tier.agent.ready();
    const node = startNode({ ...LOAD, pods: tier.agent.pods });
    try {
      const [written] = await Promise.all([node.written, happen(tier)]);
      await tier.settle(written.events.reduce((total, events) => total + events, 0));
      const documents = tier.documents();
      const result = account(written, documents);
      const { lost, duplicates, misplaced, stored } = result;
      const cells = [title, count(result.written), stored, duplicates, lost, `${longestDelay(documents).toFixed(1)} s`];
      console.log(`| ${cells.join(' | ')} |`);
      expect({ lost, duplicates, misplaced }).toEqual({ lost: 0, duplicates: 0, misplaced: 0 });
    } finally {
      await node.stop();
    }
  } finally {
    await tier.end();
  }
}

const [first, second] = [
  ({ aggregators }: Tier) => aggregators[0] as Tier['agent'],
  ({ aggregators }: Tier) => aggregators[1] as Tier['agent'],
];

test.concurrent('nothing is lost on the way over two aggregators', async ({ task }) => {
  await play(task.name, async () => undefined);
});

test.concurrent('nothing is lost when an aggregator is killed again and again', async ({ task }) => {
  await play(task.name, async (tier) => {
    for (const of of [first, second, first]) {
      await sleep(1_500);
      await of(tier).kill();
    }
  });
});

test.concurrent('nothing is lost when the agent is killed', async ({ task }) => {
  await play(task.name, async ({ agent }) => {
    await sleep(3_000);
    await agent.kill();
  });
});

test.concurrent('nothing is lost when all aggregators restart one after the other', async ({ task }) => {
  await play(task.name, async (tier) => {
    for (const of of [first, second]) {
      await sleep(1_500);
      await of(tier).terminate();
      await of(tier).ready();
    }
  });
});

test.concurrent('nothing is lost when an aggregator is cut off without a word', async ({ task }) => {
  await play(task.name, async ({ links }) => {
    await sleep(2_000);
    links[0]?.cut();
    await sleep(3_000);
    links[0]?.mend();
  });
});

test.concurrent('nothing is lost when there is no aggregator for a while', async ({ task }) => {
  await play(task.name, async ({ links }) => {
    await sleep(2_000);
    for (const link of links) link.cut();
    await sleep(2_000);
    for (const link of links) link.mend();
  });
});
