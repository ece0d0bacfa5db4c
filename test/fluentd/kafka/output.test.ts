import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';

import type { NamedOutput } from '../../../constructs/fluentd';
import { missingFluentd } from '../../../local/fluentd';
import { account, nanoseconds, type StoredEvent } from '../run/account';
import { PipelineRun } from '../run/pipeline-run';
import { KafkaCluster, type KafkaMessage, missingKafka } from './cluster';

/** An event as it is in a message. */
type Sent = StoredEvent & { readonly _id: string };

const sent = (messages: readonly KafkaMessage[]) => messages.map(({ payload }) => JSON.parse(payload ?? '') as Sent);

/** The first of each key, as a reader keeps them who has seen the others. */
function firstOf(messages: readonly KafkaMessage[]): KafkaMessage[] {
  return [...new Map([...messages].reverse().map((message) => [message.key, message])).values()].reverse();
}

/** Events of a stream that stand behind a later one. */
function outOfOrder(messages: readonly KafkaMessage[]): number {
  const last = new Map<string, { time: bigint; offset: number }>();
  let count = 0;
  for (const { '@timestamp': at = '', log, kubernetes } of sent(messages)) {
    const [name, time, offset] = [kubernetes?.pod_name ?? '', nanoseconds(at), log?.offset ?? 0];
    const before = last.get(name);
    if (before && (time < before.time || (time === before.time && offset < before.offset))) count += 1;
    last.set(name, { time, offset });
  }
  return count;
}

describe('logs in Kafka', async () => {
  const missing = (await missingKafka()) ?? (await missingFluentd({ furtherGems: true }));
  const here = test.skipIf(missing !== undefined);
  let cluster: KafkaCluster;

  beforeAll(async () => {
    if (missing === undefined) cluster = await KafkaCluster.start();
  });

  afterAll(() => cluster?.end());

  /** A node whose logs go to Kafka and to Elasticsearch. */
  async function withKafka(topic: string, output: Pick<NamedOutput, 'bufferSize' | 'whenFull'>) {
    const run = await PipelineRun.prepare(
      {
        limits: { eventSize: '64Ki', chunkSize: '4Mi' },
        memory: '1Gi',
        image: {
          repository: 'logging/fluentd',
          tag: '1',
          plugins: ['fluent-plugin-kafka', 'fluent-plugin-prometheus'],
        },
        routes: [{ name: 'audit', to: ['stream', 'elasticsearch'] }],
        outputs: [
          {
            name: 'stream',
            kafka: { brokers: cluster.brokers, topic, authority: { configMapName: 'ca' } },
            ...output,
          },
        ],
      },
      undefined,
      { furtherGems: true, files: { '/fluentd/outputs/stream/ca.crt': cluster.certificate.authority } },
    );
    onTestFinished(() => run.end());
    await run.fluentd.start();
    await run.fluentd.ready();
    return { run, messages: cluster.follow(topic.replace('{route}', 'audit')) };
  }

  here('every line arrives in order, with its id as key, also when brokers go and come back', async () => {
    const { run, messages } = await withKafka('logs-{route}', { bufferSize: '128Mi' });
    const node = run.write({ runtime: 'containerd', containers: 4, lines: 40_000, linesPerSecond: 2_000 });
    onTestFinished(() => node.stop());
    await sleep(4_000);
    for (const [index] of cluster.brokers.entries()) {
      cluster.leave(index);
      await sleep(2_000);
      await cluster.comeBack();
    }
    cluster.leave();
    await sleep(6_000);
    await cluster.comeBack();
    const written = await node.written;
    await run.settle(written.events.reduce((sum, count) => sum + count, 0));
    const first = () => firstOf(messages);
    await expect.poll(() => account(written, sent(first())).lost, { timeout: 90_000, interval: 2_000 }).toBe(0);
    expect(account(written, sent(first()))).toMatchObject({ lost: 0, duplicates: 0, misplaced: 0, foreign: [] });
    expect(account(written, run.documents())).toMatchObject({ lost: 0, duplicates: 0, misplaced: 0 });
    expect(new Set(messages.map(({ partition }) => partition)).size).toBe(1);
    expect(outOfOrder(first())).toBe(0);
    expect(sent(messages).filter(({ _id }, index) => _id !== messages[index]?.key)).toEqual([]);
    console.log(`${messages.length - first().length} of ${messages.length} messages are there twice`);
  });

  here('an output that waits loses nothing when its part of the buffer is full', async () => {
    const { run, messages } = await withKafka('waiting', { bufferSize: '8Mi' });
    cluster.leave();
    const node = run.write({ runtime: 'containerd', containers: 4, lines: 40_000, linesPerSecond: 10_000 });
    onTestFinished(() => node.stop());
    const written = await node.written;
    const pauses = async () => (await run.metrics()).get('fluentd_container_logs_pauses_total') ?? 0;
    await expect.poll(pauses, { timeout: 60_000, interval: 1_000 }).toBeGreaterThan(0);
    await run.fluentd.terminate();
    await run.fluentd.ready();
    await cluster.comeBack();
    const lost = () => account(written, sent(firstOf(messages))).lost;
    await expect.poll(lost, { timeout: 120_000, interval: 2_000 }).toBe(0);
    expect(outOfOrder(firstOf(messages))).toBe(0);
    await run.settle(written.events.reduce((sum, count) => sum + count, 0));
    expect(account(written, run.documents())).toMatchObject({ lost: 0, duplicates: 0, misplaced: 0 });
  });

  here('an output that drops its oldest holds up nobody, and counts', async () => {
    const { run, messages } = await withKafka('dropping', { bufferSize: '16Mi', whenFull: 'dropOldest' });
    cluster.leave();
    const node = run.write({ runtime: 'containerd', containers: 4, lines: 90_000, linesPerSecond: 10_000 });
    onTestFinished(() => node.stop());
    const written = await node.written;
    await run.settle(written.events.reduce((sum, count) => sum + count, 0));
    expect(account(written, run.documents())).toMatchObject({ lost: 0, duplicates: 0, misplaced: 0 });
    const metric = async (name: string) => (await run.metrics()).get(name) ?? 0;
    expect(await metric('fluentd_container_logs_pauses_total')).toBe(0);
    await expect
      .poll(() => metric('fluentd_output_dropped_chunks_total'), { timeout: 60_000, interval: 1_000 })
      .toBeGreaterThan(0);
    expect(await metric('fluentd_output_reachable')).toBe(0);
    await cluster.comeBack();
    await expect.poll(() => messages.length, { timeout: 90_000, interval: 1_000 }).toBeGreaterThan(1_000);
    expect(sent(messages).length).toBeGreaterThan(0);
  });
});
