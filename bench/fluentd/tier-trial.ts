import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePorts } from '../../local/cluster/ports';
import { findFluentd } from '../../local/fluentd';
import { tierConfigurations } from '../../test/fluentd/aggregator/configurations';
import { Elasticsearch } from '../../test/fluentd/elasticsearch/elasticsearch';
import { certificateOfTests } from '../../test/fluentd/run/certificate';
import { type Configuration, configuration } from '../../test/fluentd/run/configuration';
import { FluentdPod } from '../../test/fluentd/run/fluentd-pod';
import { type Amount, type Logs, writeLogs } from './logs';
import { untilDone } from './trial';

/** Processes of a way from files to Elasticsearch. */
export interface Way {
  /** What it is, for people. */
  readonly name: string;

  /** Whether an aggregator stands in between. */
  readonly hasAggregator: boolean;
}

/** The ways that are compared. */
export const WAYS: readonly Way[] = [
  { name: 'direct', hasAggregator: false },
  { name: 'over an aggregator', hasAggregator: true },
];

/** What one way took, for each of its processes too. */
export interface WayResult extends Amount {
  /** User and system time of all processes, without their starts. In seconds. */
  readonly cpuSeconds: number;

  /** Of `cpuSeconds`, what the node agent took. */
  readonly agentSeconds: number;

  /** Most resident memory of all processes together. In MiB. */
  readonly memory: number;

  /** Bytes of the bodies of requests to Elasticsearch. */
  readonly sentBytes: number;

  /** Requests to Elasticsearch. */
  readonly requests: number;
}

/**
 * Gives logs to Fluentd when all processes are ready, until the last document has arrived. The start is no part of it: two
 * processes start twice, and that is not throughput.
 *
 * @throws Error with the end of the log, if not everything arrives
 */
export async function tierTrial({ hasAggregator }: Way, logs: Logs): Promise<WayResult> {
  const runtime = await findFluentd();
  const folder = mkdtempSync(join(tmpdir(), 'efk-bench-'));
  const elasticsearch = await Elasticsearch.start({ isSink: true });
  const { url, authority } = elasticsearch.endpoint;
  const certificate = await certificateOfTests();
  const pod = (name: string, given: Configuration, trusted: string) =>
    new FluentdPod(runtime, { folder: join(folder, name), configuration: given, certificate, authority: trusted });
  const [port = 0] = await freePorts(1);
  const tier = tierConfigurations(url);
  const agent = hasAggregator
    ? pod('agent', tier.agent([port]), certificate.authority)
    : pod('agent', configuration(url), authority);
  const pods = [...(hasAggregator ? [pod('aggregator', tier.aggregator(port), authority)] : []), agent];
  try {
    const prepared = join(folder, 'prepared');
    const amount = writeLogs({ pods: prepared, containers: join(folder, 'containers') }, logs);
    await Promise.all(pods.map((each) => each.start()));
    await Promise.all(pods.map((each) => each.ready()));
    const seconds = async () => Promise.all(pods.map((each) => each.cpuSeconds()));
    const before = await seconds();
    mkdirSync(agent.pods, { recursive: true });
    for (const name of readdirSync(prepared)) renameSync(join(prepared, name), join(agent.pods, name));
    await untilDone(pods, async () => (await elasticsearch.report()).taken / amount.events);
    const each = (await seconds()).map((after, index) => after - (before[index] ?? 0));
    const { bytes: sentBytes, requests } = (await elasticsearch.report()).traffic;
    return {
      ...amount,
      cpuSeconds: each.reduce((sum, value) => sum + value, 0),
      agentSeconds: each.at(-1) ?? Number.NaN,
      memory: pods.reduce((sum, { memory }) => sum + memory, 0),
      sentBytes,
      requests,
    };
  } finally {
    await Promise.all(pods.map((each) => each.remove()));
    await elasticsearch.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
