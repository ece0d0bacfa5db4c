import type { Written } from '../kubelet/load';
import { type Account, account, longestDelay, type StoredEvent } from '../run/account';
import type { Metrics } from '../run/metrics';
import type { PipelineRun } from '../run/pipeline-run';

/** What came of a trial. */
export interface Outcome {
  /** What became of the lines. */
  readonly account: Account;

  /** Metrics of the last Fluentd, at the end. */
  readonly metrics: Metrics;

  /** Most resident memory of all processes of Fluentd. In MiB. */
  readonly memory: number;

  /** Longest time between writing a line and storing its event. In seconds. */
  readonly delay: number;

  /** What the containers wrote; less than they should where the machine was too slow. */
  readonly linesPerSecond: number;
}

/** What came of what was written. */
export async function outcome(run: PipelineRun, written: Written, documents: readonly StoredEvent[]): Promise<Outcome> {
  return {
    account: account(written, documents),
    metrics: await run.metrics(),
    memory: run.fluentd.memory,
    delay: longestDelay(documents),
    linesPerSecond: written.lines / written.seconds,
  };
}

/** What a trial came to, as a row of the table in docs/collector.md. */
export function figures(title: string, { account, delay, memory, linesPerSecond }: Outcome): string {
  const cells = [
    title.replace(/^nothing is lost,? /, ''),
    count(linesPerSecond),
    count(account.written),
    count(account.stored),
    count(account.duplicates),
    count(account.lost),
    `${delay.toFixed(1)} s`,
    `${Math.round(memory)} MiB`,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** `12,345` */
function count(value: number): string {
  return Math.round(value).toLocaleString('en');
}
