import { onTestFinished } from 'vitest';

import type { KafkaInput } from '../../../constructs';
import type { Document } from '../elasticsearch/bulk/data-stream';
import type { StoredEvent } from '../run/account';
import { PipelineRun } from '../run/pipeline-run';
import type { KafkaCluster } from './cluster';

/** What is stored of a message. */
export interface Stored {
  readonly '@timestamp': string;
  readonly message: string;
  readonly kafka: { readonly topic: string; readonly partition: number; readonly key?: string };
  readonly log: { readonly offset: number; readonly flags?: readonly string[] };
  readonly [field: string]: unknown;
}

/** A collector that reads topics of a cluster. */
export class KafkaCollector {
  private constructor(readonly run: PipelineRun) {}

  /** Prepares it; with `isSmall` its buffer is that of a volume that is nearly full. */
  static async of(
    cluster: KafkaCluster,
    options: Pick<KafkaInput, 'topics' | 'group'> & Partial<KafkaInput>,
    isSmall = false,
  ): Promise<KafkaCollector> {
    const run = await PipelineRun.prepare(
      {
        onAggregator: {
          routes: [{ name: 'kafka', namespaces: [] }],
          image: { repository: 'logging/fluentd', tag: '1', plugins: ['fluent-plugin-prometheus', 'rdkafka'] },
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
        edit: (conf) =>
          isSmall
            ? conf.replace(/chunk_limit_size .*\n *total_limit_size .*/, 'chunk_limit_size 1m\n total_limit_size 16m')
            : conf,
      },
    );
    onTestFinished(() => run.end());
    return new KafkaCollector(run);
  }

  /** Starts it, and waits until it reads. */
  async start(): Promise<void> {
    await this.run.fluentd.start();
    await this.run.fluentd.ready();
  }

  /** What is stored. */
  get stored(): Stored[] {
    return this.run.documents() as unknown as Stored[];
  }

  /** Numbers of the messages of {@link numbered} that are stored. */
  get numbers(): number[] {
    return this.stored.map(({ message }) => Number(/^message (\d+)/.exec(message)?.[1]));
  }

  /** The sum of a metric. */
  async metric(name: string): Promise<number> {
    return (await this.run.metrics()).get(name) ?? 0;
  }
}

/** Messages with numbers and keys, so that all partitions get some; `filling` makes them longer. */
export function numbered(from: number, to: number, filling = ''): string {
  const line = (number: number) => `key-${number % 97}\tmessage ${number}${filling}\n`;
  return Array.from({ length: to - from }, (_, index) => line(from + index)).join('');
}
