import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { freePorts } from '../../../local/cluster/ports';
import { findFluentd } from '../../../local/fluentd';
import type { Document } from '../elasticsearch/bulk/data-stream';
import { StandIn } from '../elasticsearch/stand-in';
import type { StoredEvent } from '../run/account';
import { certificateOfTests } from '../run/certificate';
import type { PipelineOptions } from '../run/configuration';
import { FluentdPod, type PodSpec } from '../run/fluentd-pod';
import { type AggregatorOptions, tierConfigurations } from './configurations';
import { Link } from './link';

/** How long nothing must arrive until it is said that nothing will; longer than any pause between two attempts. In ms. */
const QUIET = 45_000;

/** What there is of a tier. */
export interface TierOptions {
  /** @default 2 */
  readonly aggregators?: number;
  /** @default - as everywhere */
  readonly options?: PipelineOptions;
  /** @default - as everywhere */
  readonly ofAggregators?: AggregatorOptions;
  /** What the agent has besides. @default - nothing */
  readonly ofAgent?: Pick<PodSpec, 'files' | 'environment'>;
  /** Files that aggregators have besides, by their path in the container. @default - none */
  readonly files?: PodSpec['files'];
  /** What is kept of a document. @default - what is compared with what was written */
  readonly keep?: (document: Document) => StoredEvent;
}

/** A node agent, real aggregators behind links that can be cut, and a stand-in for Elasticsearch that remembers. */
export class Tier {
  private constructor(
    private readonly folder: string,
    readonly elasticsearch: StandIn<StoredEvent>,
    readonly agent: FluentdPod,
    readonly aggregators: readonly FluentdPod[],
    readonly links: readonly Link[],
  ) {}

  /** Starts the stand-in, the links and the aggregators; the agent is there and not started. */
  static async start(given: TierOptions = {}): Promise<Tier> {
    const { aggregators: count = 2, options, ofAggregators, ofAgent = {}, files, keep = seen } = given;
    const runtime = await findFluentd();
    const folder = mkdtempSync(join(tmpdir(), 'efk-tier-'));
    const elasticsearch = await StandIn.start<StoredEvent>({ keep });
    const { url, authority } = elasticsearch.endpoint;
    const configurations = tierConfigurations(url, options, ofAggregators);
    const certificate = await certificateOfTests();
    const ports = await freePorts(count);
    const links = await Promise.all(ports.map((port) => Link.to(port)));
    const pod = (name: string, configuration: FluentdPodConfiguration, trusted: string, besides = {}) =>
      new FluentdPod(runtime, {
        folder: join(folder, name),
        configuration,
        certificate,
        authority: trusted,
        ...besides,
      });
    const aggregators = ports.map((port, index) =>
      pod(`aggregator-${index}`, configurations.aggregator(port), authority, { files }),
    );
    const agent = pod('agent', configurations.agent(links.map(({ port }) => port)), certificate.authority, ofAgent);
    const tier = new Tier(folder, elasticsearch, agent, aggregators, links);
    await Promise.all(aggregators.map((aggregator) => aggregator.start()));
    await Promise.all(aggregators.map((aggregator) => aggregator.ready()));
    return tier;
  }

  /** Documents that are stored. */
  documents(): StoredEvent[] {
    return this.streams().flatMap((documents) => [...documents.values()]);
  }

  /** Waits until as many documents have arrived, or until nothing comes any more. */
  async settle(events: number): Promise<void> {
    const count = () => this.streams().reduce((sum, { size }) => sum + size, 0);
    let last = { count: count(), at: performance.now() };
    while (last.count < events && performance.now() - last.at < QUIET) {
      await sleep(100);
      if (count() !== last.count) last = { count: count(), at: performance.now() };
    }
    // What is sent again comes within a flush interval.
    await sleep(2_000);
  }

  /** Ends everything and removes the files. */
  async end(): Promise<void> {
    await Promise.all([this.agent, ...this.aggregators].map((pod) => pod.remove()));
    await Promise.all(this.links.map((link) => link.end()));
    await this.elasticsearch.leave();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private streams(): ReadonlyMap<string, StoredEvent>[] {
    return this.elasticsearch.dataStreams.map((name) => this.elasticsearch.documents(name));
  }
}

type FluentdPodConfiguration = ConstructorParameters<typeof FluentdPod>[1]['configuration'];

/** What is compared with what was written. */
function seen({ '@timestamp': time, message, log, kubernetes }: Document): StoredEvent {
  return { '@timestamp': time, message, log, kubernetes, storedAt: Date.now() } as StoredEvent;
}
