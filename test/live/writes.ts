import { onTestFinished } from 'vitest';

import type { LiveCluster } from './cluster';

const BATCH = 500;
const WRITERS = 2;
const SHOWN = 5;

/** What came of writing. */
export interface WriteFigures {
  /** Documents that Elasticsearch said it has. */
  readonly acknowledged: number;

  /** Requests that were sent again, because of no connection or an answer that says "later". */
  readonly retries: number;

  /** What Elasticsearch refused for good, the first five; each is a lost document. */
  readonly refused: readonly string[];

  /** Longest time between two acknowledgements, in ms. */
  readonly longestGap: number;

  /** Documents per second. */
  readonly rate: number;
}

/**
 * Appends documents to a data stream as Fluentd does until it is told to stop: as its user, in bulk, each document under
 * an id of its own, to whichever node answers, and again until it is acknowledged. A document that was acknowledged is
 * never sent again: if it is missing afterwards, it was lost. To be made within a test, with which it ends however that does.
 */
export class Writes {
  private acknowledged = 0;
  private retries = 0;
  private readonly refused: string[] = [];
  private longestGap = 0;
  private lastAcknowledgement = Date.now();
  private readonly started = Date.now();
  private stopping = false;
  private abandoned = false;
  private sequence = 0;
  private readonly loops: Promise<void>[];

  /**
   * @param run part of the ids, different for each use
   * @param breath time between two requests of a writer, in ms: the same two cores have to start and recover nodes
   */
  constructor(
    private readonly cluster: LiveCluster,
    private readonly dataStream: string,
    private readonly run: string,
    private readonly breath = 300,
  ) {
    this.loops = Array.from({ length: WRITERS }, (_, writer) => this.loop(writer));
    onTestFinished(() => {
      this.stopping = true;
      this.abandoned = true;
    });
  }

  /** Waits until so many documents are acknowledged. */
  async until(documents: number): Promise<void> {
    while (this.acknowledged < documents && this.refused.length === 0) await pause(100);
  }

  /** Waits until so many more documents are acknowledged. */
  async further(documents: number): Promise<void> {
    await this.until(this.acknowledged + documents);
  }

  /** Finishes what is under way. */
  async stop(): Promise<WriteFigures> {
    this.stopping = true;
    await Promise.all(this.loops);
    const { acknowledged, retries, refused, longestGap } = this;
    const rate = Math.round((acknowledged * 1_000) / (Date.now() - this.started));
    return { acknowledged, retries, refused, longestGap, rate };
  }

  private async loop(writer: number): Promise<void> {
    let target = writer;
    while (!this.stopping) {
      let waiting = Array.from({ length: BATCH }, () => `${this.run}-${this.sequence++}`);
      while (waiting.length > 0 && !this.abandoned) {
        const later = await this.append(waiting, target).catch(() => waiting);
        if (later.length > 0) {
          this.retries += 1;
          target += 1;
          await pause(200);
        }
        waiting = later;
      }
      target += 1;
      await pause(this.breath);
    }
  }

  /** Sends documents once; returns the ids of those to send again. */
  private async append(ids: readonly string[], target: number): Promise<string[]> {
    const { nodes } = this.cluster;
    const body = ids.map((id) => `{"create":{"_id":"${id}"}}\n${JSON.stringify(line(id))}\n`).join('');
    const { status, body: answer } = await this.cluster.call(
      'POST',
      `/${this.dataStream}/_bulk?filter_path=items.*.status,items.*.error`,
      {
        port: nodes[target % nodes.length]?.ports.http,
        authorization: this.cluster.basic('fluentd-credentials'),
        body,
      },
    );
    if (status !== 200) return [...ids];
    const items = answer.items as { create: { status: number; error?: object } }[];
    return ids.filter((_, i) => this.isLater(items[i]?.create));
  }

  private isLater(item: { status: number; error?: object } | undefined): boolean {
    // A conflict says that the document is there: its first acknowledgement did not arrive.
    if (item?.status === 201 || item?.status === 409) {
      const now = Date.now();
      this.longestGap = Math.max(this.longestGap, now - this.lastAcknowledgement);
      this.lastAcknowledgement = now;
      this.acknowledged += 1;
      return false;
    }
    if (item && item.status < 500 && item.status !== 429) {
      if (this.refused.length < SHOWN) this.refused.push(JSON.stringify(item));
      return false;
    }
    return true;
  }
}

/** A record as the pipeline of Fluentd emits it. */
export function line(id: string): object {
  return {
    '@timestamp': new Date().toISOString().replace('Z', '123456Z'),
    message: `order ${id} was paid`,
    stream: 'stdout',
    log: { offset: id.length },
    json: { order: id, amount: id.length, nested: { currency: 'EUR' } },
    kubernetes: {
      namespace_name: 'payments',
      pod_name: `payments-${id.length}`,
      container_name: 'payments',
      labels: { app: 'payments', 'app.kubernetes.io/name': 'payments' },
    },
    data_stream: { type: 'logs', dataset: 'payments', namespace: 'default' },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
