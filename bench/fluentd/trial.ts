import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { findFluentd } from '../../local/fluentd';
import { Elasticsearch } from '../../test/fluentd/elasticsearch/elasticsearch';
import { certificateOfTests } from '../../test/fluentd/run/certificate';
import type { Configuration } from '../../test/fluentd/run/configuration';
import { FluentdPod } from '../../test/fluentd/run/fluentd-pod';
import { type Amount, type Logs, writeLogs } from './logs';

/** What one Fluentd took for the logs that it was given. */
export interface Result extends Amount {
  /** User and system time of all processes, from their start, or from the end of the warm-up, to the last document. In seconds. */
  readonly cpuSeconds: number;

  /** User and system time of the start and the warm-up. In seconds; 0 without a warm-up, since the start then counts as work. */
  readonly warmUpSeconds: number;

  /** Most resident memory of all processes together. In MiB. */
  readonly memory: number;
}

/** A configuration that is measured. */
export interface Subject {
  /** What it is, for people. */
  readonly name: string;

  /** Of what a document is made; `nothing` where nothing is sent. */
  readonly documents: 'lines' | 'events' | 'nothing';

  /** The configuration, for the address of a server. */
  configure(url: string): Configuration;
}

const UNITS = ['lines', 'events', 'bytes'] as const;

/** Longest time between two documents or two positions. In ms; it is more than any flush interval. */
const QUIET = 30_000;

/**
 * Reads logs with one configuration, from the start of Fluentd to the last document, or to the last line where nothing is
 * sent.
 *
 * @param warmUp - logs that are read first and do not count: what is left is the work, of a process that has done some
 * @throws Error with the end of the log, if not everything arrives
 */
export async function trial({ configure, documents }: Subject, logs: Logs, warmUp?: Logs): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'efk-bench-'));
  const elasticsearch = await Elasticsearch.start({ isSink: true });
  const { url, authority } = elasticsearch.endpoint;
  const configuration = configure(url);
  const certificate = await certificateOfTests();
  const fluentd = new FluentdPod(await findFluentd(), { folder, configuration, certificate, authority });
  try {
    const { pods, state } = fluentd;
    const folders = { pods, containers: join(state, 'containers') };
    const written = { lines: 0, events: 0, bytes: 0 };
    const write = (more: Logs): Amount => {
      const amount = writeLogs(folders, more);
      for (const unit of UNITS) written[unit] += amount[unit];
      return amount;
    };
    const share =
      documents === 'nothing'
        ? async () => bytesRead(state) / written.bytes
        : async () => (await elasticsearch.report()).taken / written[documents];
    // Logs that are there before Fluentd are read at once; it looks for new ones every few seconds.
    const first = write(warmUp ?? logs);
    await fluentd.start();
    const warmUpSeconds = warmUp ? await untilDone([fluentd], share) : 0;
    const amount = warmUp ? write(logs) : first;
    const cpuSeconds = (await untilDone([fluentd], share)) - warmUpSeconds;
    return { ...amount, cpuSeconds, warmUpSeconds, memory: fluentd.memory };
  } finally {
    await fluentd.remove();
    await elasticsearch.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Processor time of all pods when the share of what is done reaches 1.
 *
 * @throws Error with the end of their logs, if nothing goes on before
 */
export async function untilDone(pods: readonly FluentdPod[], share: () => Promise<number>): Promise<number> {
  let last = { share: 0, at: performance.now() };
  for (;;) {
    await sleep(100);
    const now = await share();
    if (now >= 1) return (await Promise.all(pods.map((pod) => pod.cpuSeconds()))).reduce((sum, each) => sum + each);
    for (const pod of pods) pod.check();
    if (now > last.share) last = { share: now, at: performance.now() };
    if (performance.now() - last.at > QUIET) {
      const tails = pods.map(({ log }) => log.slice(-15).join('\n'));
      throw new Error(`${(100 * now).toFixed(1)} % arrived, then nothing:\n${tails.join('\n\n')}`);
    }
  }
}

/** Sum of the positions that the input has saved. */
function bytesRead(state: string): number {
  const file = join(state, 'container-logs.positions');
  if (!existsSync(file)) return 0;
  const digits = [...readFileSync(file, 'latin1').matchAll(/^([0-9a-f]{16}) /gm)].map(([, position = '0']) => position);
  // The highest digit says that the file was read to its end.
  return digits.reduce((sum, position) => sum + Number.parseInt(position.slice(1), 16), 0);
}
