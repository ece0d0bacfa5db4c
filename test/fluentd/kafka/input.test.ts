import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';

import type { KafkaInput } from '../../../constructs/fluentd';
import { missingFluentd } from '../../../local/fluentd';
import type { Document } from '../elasticsearch/bulk/data-stream';
import type { StoredEvent } from '../run/account';
import { PipelineRun, type PipelineSurroundings } from '../run/pipeline-run';
import { KafkaCluster, missingKafka } from './cluster';

/** What is stored of a message. */
interface Stored {
  readonly '@timestamp': string;
  readonly message: string;
  readonly kafka: { readonly topic: string; readonly partition: number; readonly key?: string };
  readonly log: { readonly offset: number };
}

const IMAGE = { repository: 'logging/fluentd', tag: '1', plugins: ['fluent-plugin-prometheus', 'rdkafka'] };

/** Lines for the cluster, with keys, so that all partitions get some. */
function numbered(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, index) => `key-${(from + index) % 97}\tmessage ${from + index}\n`).join(
    '',
  );
}

describe('messages of Kafka', async () => {
  const missing = (await missingKafka()) ?? (await missingFluentd({ furtherGems: true }));
  let cluster: KafkaCluster;

  beforeAll(async () => {
    if (missing === undefined) cluster = await KafkaCluster.start();
  });

  afterAll(() => cluster?.end());

  /** A collector that reads topics of the cluster. */
  async function collector(
    options: Pick<KafkaInput, 'topics' | 'group'> & Partial<KafkaInput>,
    more: { bufferSize?: '24Mi' } & PipelineSurroundings = {},
  ): Promise<PipelineRun> {
    const { bufferSize, ...surroundings } = more;
    const run = await PipelineRun.prepare(
      {
        onAggregator: {
          routes: [{ name: 'kafka', namespaces: [] }],
          image: IMAGE,
          ...(bufferSize && { bufferSize, limits: { eventSize: '64Ki', chunkSize: '1Mi' } }),
          inputs: [
            {
              name: 'orders',
              route: 'kafka',
              kafka: { brokers: cluster.brokers, authority: { configMapName: 'ca' }, ...options },
            },
          ],
        },
      },
      (document: Document) => document as unknown as StoredEvent,
      {
        furtherGems: true,
        files: { '/fluentd/inputs/orders/ca.crt': cluster.certificate.authority },
        ...surroundings,
      },
    );
    onTestFinished(async () => { console.log(run.fluentd.log.slice(-60).join('\n')); await run.end(); });
    return run;
  }

  const documents = (run: PipelineRun) => run.documents() as unknown as Stored[];
  const numbers = (...runs: PipelineRun[]) =>
    runs.flatMap(documents).map(({ message }) => Number(message.replace('message ', '')));

  test.skipIf(missing !== undefined)('60,000 are stored once, through SIGKILL and SIGTERM', async () => {
    cluster.produce('many', numbered(0, 20_000));
    const run = await collector({ topics: ['many'], group: 'many' });
    await run.fluentd.start();
    await run.fluentd.ready();
    for (const end of [() => run.fluentd.kill(), () => run.fluentd.terminate()]) {
      await expect.poll(() => numbers(run).length, { timeout: 20_000 }).toBeGreaterThan(100);
      const from = end.toString().includes('kill') ? 20_000 : 40_000;
      cluster.produce('many', numbered(from, from + 20_000));
      await sleep(700);
      await end();
      await run.fluentd.ready();
    }
    const t0 = Date.now(); const iv = setInterval(() => console.log('T', Math.round((Date.now() - t0) / 1000), numbers(run).length), 5000);
    await expect.poll(() => new Set(numbers(run)).size, { timeout: 200_000, interval: 500 }).toBe(60_000);
    await sleep(5_000);
    expect(numbers(run)).toHaveLength(60_000);
    expect(new Set(documents(run).map(({ kafka }) => kafka.partition)).size).toBe(4);
  });
});
