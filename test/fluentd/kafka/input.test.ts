import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { missingFluentd } from '../../../local/fluentd';
import { KafkaCluster, missingKafka } from './cluster';
import { KafkaCollector, numbered } from './collector';

describe('messages of Kafka', async () => {
  const missing = (await missingKafka()) ?? (await missingFluentd({ furtherGems: true }));
  const here = test.skipIf(missing !== undefined);
  let cluster: KafkaCluster;

  beforeAll(async () => {
    if (missing === undefined) cluster = await KafkaCluster.start();
  });

  afterAll(() => cluster?.end());

  here('60,000 are stored once, through SIGKILL and SIGTERM', async () => {
    const collector = await KafkaCollector.of(cluster, { topics: ['many'], group: 'many' });
    const { fluentd } = collector.run;
    const ends = [() => fluentd.kill(), () => fluentd.terminate(), async () => undefined];
    await collector.start();
    for (const [index, end] of ends.entries()) {
      cluster.produce('many', numbered(index * 20_000, (index + 1) * 20_000));
      await expect.poll(() => collector.numbers.length, { timeout: 60_000 }).toBeGreaterThan(index * 20_000);
      await end();
      await fluentd.ready();
    }
    await expect.poll(() => new Set(collector.numbers).size, { timeout: 90_000, interval: 500 }).toBe(60_000);
    await sleep(5_000);
    expect(collector.numbers).toHaveLength(60_000);
    expect(new Set(collector.stored.map(({ kafka }) => kafka.partition)).size).toBe(4);
  });

  here('two collectors share the partitions, also when one comes later and goes again', async () => {
    const collectors = await Promise.all(
      [1, 2].map(() => KafkaCollector.of(cluster, { topics: ['shared'], group: 'shared' })),
    );
    const [first, second] = collectors as [KafkaCollector, KafkaCollector];
    const both = () => [...first.numbers, ...second.numbers];
    await first.start();
    cluster.produce('shared', numbered(0, 10_000));
    await expect.poll(() => first.numbers.length, { timeout: 60_000 }).toBeGreaterThan(0);
    await second.start();
    for (let sent = 10_000; sent < 20_000 || (second.numbers.length === 0 && sent < 40_000); sent += 500) {
      cluster.produce('shared', numbered(sent, sent + 500));
      await sleep(1_000);
    }
    const sent = Math.max(...both()) + 1;
    expect(second.numbers.length).toBeGreaterThan(0);
    await second.run.fluentd.remove();
    cluster.produce('shared', numbered(sent + 500, sent + 2_500));
    const last = () => new Set(both().filter((number) => number >= sent + 500)).size;
    await expect.poll(last, { timeout: 60_000 }).toBe(2_000);
    const seen = new Set(both());
    expect(Array.from({ length: sent }, (_, number) => number).filter((number) => !seen.has(number))).toEqual([]);
  });

  here('a full buffer stops the reading, and nothing is lost, also when Fluentd stops meanwhile', async () => {
    const collector = await KafkaCollector.of(cluster, { topics: ['full'], group: 'full' }, true);
    const { elasticsearch, fluentd } = collector.run;
    await elasticsearch.leave();
    cluster.produce('full', numbered(0, 60_000, ` ${'x'.repeat(150)}`));
    await collector.start();
    await expect
      .poll(() => collector.metric('fluentd_input_pauses_total'), { timeout: 60_000, interval: 1_000 })
      .toBeGreaterThan(3);
    await fluentd.terminate();
    await fluentd.ready();
    await expect
      .poll(() => collector.metric('fluentd_input_pauses_total'), { timeout: 60_000, interval: 1_000 })
      .toBeGreaterThan(1);
    await elasticsearch.comeBack();
    await expect.poll(() => new Set(collector.numbers).size, { timeout: 120_000, interval: 500 }).toBe(60_000);
    expect(collector.numbers).toHaveLength(60_000);
    await expect.poll(() => collector.metric('fluentd_input_lag_messages'), { timeout: 30_000 }).toBe(0);
  });

  here('brokers that are away, at the start and later, are seen within a minute, and nothing is lost', async () => {
    const collector = await KafkaCollector.of(cluster, { topics: ['away'], group: 'away' });
    const { fluentd } = collector.run;
    const errors = () => collector.metric('fluentd_input_read_errors_total');
    cluster.leave();
    await collector.start();
    await expect.poll(errors, { timeout: 60_000, interval: 1_000 }).toBeGreaterThan(0);
    expect(fluentd.log.join('\n')).toMatch(
      /messages of Kafka could not be read.*input="orders".*brokers="127\.0\.0\.1:/,
    );
    await cluster.comeBack();
    cluster.produce('away', numbered(0, 1_000));
    await expect.poll(() => collector.numbers.length, { timeout: 90_000 }).toBe(1_000);
    cluster.leave();
    const before = await errors();
    await expect.poll(errors, { timeout: 60_000, interval: 1_000 }).toBeGreaterThan(before);
    cluster.produce('away', numbered(1_000, 2_000));
    const stopping = performance.now();
    await fluentd.terminate();
    expect(performance.now() - stopping).toBeLessThan(20_000);
    await fluentd.ready();
    await cluster.comeBack();
    await expect.poll(() => collector.numbers.length, { timeout: 90_000 }).toBe(2_000);
    expect(new Set(collector.numbers).size).toBe(2_000);
  });
});
