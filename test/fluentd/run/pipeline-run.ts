import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { findFluentd } from '../../../local/fluentd';
import type { Document } from '../elasticsearch/bulk/data-stream';
import { StandIn } from '../elasticsearch/stand-in';
import type { Load } from '../kubelet/load';
import { type Node, startNode } from '../kubelet/node';
import type { StoredEvent } from './account';
import { certificateOfTests } from './certificate';
import { configuration, type PipelineOptions } from './configuration';
import { FluentdPod, type PodSpec } from './fluentd-pod';
import { type Metrics, parseMetrics } from './metrics';

/** How long nothing must arrive until it is said that nothing will. In ms. */
const QUIET = {
  /** Before something arrives: longer than any pause between two attempts. */
  before: 45_000,
  /** Then: longer than an event waits for further lines, and a chunk for further events. */
  after: 12_000,
};

/** After the last event: documents that are sent again come within a flush interval. In ms. */
const AFTERWARDS = 2_000;

/** What further inputs and outputs need. */
export interface PipelineSurroundings extends Pick<PodSpec, 'files' | 'environment'> {
  /** Whether the plugins of outputs must be there that the official image lacks. @default false */
  readonly furtherGems?: boolean;

  /** Changes the configuration, where a server of a cluster is one of this machine. @default - as it is */
  readonly edit?: (conf: string) => string;
}

/** The pipeline on the real Fluentd, between a node that writes and a stand-in for Elasticsearch that remembers. */
export class PipelineRun {
  private constructor(
    /** Everything that is on the node lies below it. */
    readonly folder: string,
    /** The stand-in for Elasticsearch. */
    readonly elasticsearch: StandIn<StoredEvent>,
    /** Fluentd. */
    readonly fluentd: FluentdPod,
  ) {}

  /** Starts the stand-in and everything but Fluentd itself. Of documents `keep` is kept. */
  static async prepare(
    options: PipelineOptions = {},
    keep: (document: Document) => StoredEvent = seen,
    { furtherGems = false, edit = (conf) => conf, ...given }: PipelineSurroundings = {},
  ): Promise<PipelineRun> {
    const runtime = await findFluentd({ furtherGems });
    const folder = mkdtempSync(join(tmpdir(), 'efk-pipeline-'));
    const elasticsearch = await StandIn.start<StoredEvent>({ keep });
    const { url, authority } = elasticsearch.endpoint;
    const { conf, plugins } = configuration(url, options);
    const pod = new FluentdPod(runtime, {
      folder,
      configuration: { plugins, conf: edit(conf) },
      certificate: await certificateOfTests(),
      authority,
      ...given,
    });
    return new PipelineRun(folder, elasticsearch, pod);
  }

  /** Starts containers that write into the folder that Fluentd reads. */
  write(load: Omit<Load, 'pods'>): Node {
    return startNode({ ...load, pods: this.fluentd.pods });
  }

  /** Documents that are stored. */
  get count(): number {
    return this.streams().reduce((sum, { size }) => sum + size, 0);
  }

  /** Waits until as many documents have arrived, or until `isDone`, or until nothing comes any more. */
  async settle(events: number, isDone = () => this.count >= events): Promise<void> {
    const start = this.count;
    let last = { count: start, at: performance.now() };
    const isQuiet = () => performance.now() - last.at > (last.count === start ? QUIET.before : QUIET.after);
    while (!isDone() && !isQuiet()) {
      this.fluentd.check();
      await sleep(100);
      if (this.count !== last.count) last = { count: this.count, at: performance.now() };
    }
    await sleep(AFTERWARDS);
  }

  /** What Fluentd says of itself now. */
  async metrics(): Promise<Metrics> {
    return parseMetrics(await this.fluentd.metrics());
  }

  /** Everything that is stored. */
  documents(): StoredEvent[] {
    return this.streams().flatMap((documents) => [...documents.values()]);
  }

  /** Ends everything and removes the files. */
  async end(): Promise<void> {
    await this.fluentd.remove();
    await this.elasticsearch.leave();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private streams(): ReadonlyMap<string, StoredEvent>[] {
    return this.elasticsearch.dataStreams.map((name) => this.elasticsearch.documents(name));
  }
}

/** What is compared with what was written. */
function seen({ '@timestamp': time, message, log, kubernetes }: Document): StoredEvent {
  return { '@timestamp': time, message, log, kubernetes, storedAt: Date.now() } as StoredEvent;
}
