import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { missingFluentd } from '../../../local/fluentd';
import { KafkaCluster, missingKafka } from './cluster';
import { KafkaCollector, type Stored } from './collector';

describe('what becomes of a message of Kafka', async () => {
  const missing = (await missingKafka()) ?? (await missingFluentd({ furtherGems: true }));
  const here = test.skipIf(missing !== undefined);
  let cluster: KafkaCluster;

  beforeAll(async () => {
    if (missing === undefined) cluster = await KafkaCluster.start(1);
  });

  afterAll(() => cluster?.end());

  /** What is stored of messages by their keys, as texts or as JSON. */
  async function storedOf(topic: string, lines: Buffer, value: 'text' | 'json', count: number) {
    const collector = await KafkaCollector.of(cluster, { topics: [topic], group: topic, value });
    cluster.produce(topic, lines);
    await collector.start();
    await expect.poll(() => collector.stored.length, { timeout: 60_000 }).toBe(count);
    const of = (key: string | undefined) => collector.stored.filter(({ kafka }) => kafka.key === key);
    return { of, collector };
  }

  here('texts', async () => {
    const long = `${'ä'.repeat(700_000)}`;
    const lines = Buffer.concat([
      Buffer.from('text\thello\nobject\t{"message":"hi","level":"warn","kafka":1}\nnone\t\n'),
      Buffer.from('latin\tcaf\xe9\n', 'latin1'),
      Buffer.from('\xff\tkey\n', 'latin1'),
      Buffer.from(`long\t${long}\n`),
    ]);
    const { of, collector } = await storedOf('texts', lines, 'text', 7);
    const [text] = of('text');
    expect(text).toMatchObject({
      message: 'hello',
      '@timestamp': expect.stringMatching(/^20\d\d-.*\.\d{3}000000Z$/),
      kafka: { topic: 'texts', partition: expect.any(Number), key: 'text' },
      log: { offset: expect.any(Number) },
      event: { dataset: 'orders' },
    });
    const written = cluster.consume('texts').find(({ key }) => key === 'text');
    expect(Date.parse(text?.['@timestamp'] ?? '')).toBe(written?.ts);
    expect(text?.kafka.partition).toBe(written?.partition);
    expect(text?.log.offset).toBe(written?.offset);
    expect(of('object')[0]).toMatchObject({ json: { message: 'hi', kafka: 1 }, log: { level: 'warn' } });
    expect(of('none')[0]).toMatchObject({ message: '', event: { action: 'tombstone', dataset: 'orders' } });
    expect(of('latin')[0]).toMatchObject({
      message: 'caf\uFFFD',
      event: { kind: 'pipeline_error' },
      error: { message: expect.stringContaining('U+FFFD') },
    });
    expect(of(undefined)[0]).toMatchObject({ message: 'key' });
    const pieces = of('long').sort((a: Stored) => (a.log.flags ? -1 : 1));
    expect(pieces.map(({ log }) => log.flags)).toEqual([['partial'], undefined]);
    expect(pieces.map(({ message }) => message).join('')).toBe(long);
    expect(await collector.metric('fluentd_input_bad_messages_total')).toBe(0);
  });

  here('objects of JSON', async () => {
    const lines =
      'object\t{"message":"hi","level":"warn","order":{"id":7},"kafka":1,"_id":"x"}\nbare\t{"id":8}\ntext\thello\n';
    const { of, collector } = await storedOf('objects', Buffer.from(lines), 'json', 3);
    expect(of('object')[0]).toMatchObject({
      message: 'hi',
      json: { order: { id: 7 }, kafka: 1, _id: 'x' },
      log: { level: 'warn' },
      kafka: { topic: 'objects' },
    });
    expect(of('bare')[0]).toMatchObject({ message: '{"id":8}', json: { id: 8 } });
    expect(of('text')[0]).toMatchObject({ message: 'hello', event: { kind: 'pipeline_error' } });
    expect(await collector.metric('fluentd_input_bad_messages_total')).toBe(1);
  });

  here('a group that begins with the latest passes over nothing that comes later', async () => {
    cluster.produce('news', 'a\told\nb\told\nc\told\nd\told\ne\told\n');
    const collector = await KafkaCollector.of(cluster, { topics: ['news'], group: 'news', start: 'latest' });
    await collector.start();
    await sleep(10_000);
    await collector.run.fluentd.terminate();
    // While it is away.
    cluster.produce('news', 'a\tnew\nb\tnew\nc\tnew\nd\tnew\ne\tnew\n');
    await collector.run.fluentd.ready();
    await expect.poll(() => collector.stored.length, { timeout: 60_000 }).toBe(5);
    await sleep(3_000);
    expect(collector.stored.map(({ message }) => message)).toEqual(['new', 'new', 'new', 'new', 'new']);
  });
});
