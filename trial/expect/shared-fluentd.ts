import type { Collector } from '../collector';
import type { TrialEvent } from '../events';
import { TrialFluentd } from '../trial-fluentd';
import type { TrialLog } from '../trial-log';

/** A log that waits for its turn. */
interface Waiting {
  readonly log: TrialLog;
  readonly done: (events: TrialEvent[]) => void;
  readonly failed: (error: unknown) => void;
}

/** One Fluentd for all logs of a collector, which are given to it together. It ends with this process. */
export class SharedFluentd {
  private static readonly all = new Map<string, SharedFluentd>();

  private readonly waiting: Waiting[] = [];
  private started: Promise<TrialFluentd> | undefined;

  private constructor(private readonly collector: Collector) {}

  /** The one of a collector; collectors with the same configuration share it. */
  static of(collector: Collector): SharedFluentd {
    const key = JSON.stringify(collector);
    const shared = SharedFluentd.all.get(key) ?? new SharedFluentd(collector);
    SharedFluentd.all.set(key, shared);
    return shared;
  }

  /** Adds a log, which is given to Fluentd when the first one is asked for; returns how to ask. */
  add(log: TrialLog): () => Promise<TrialEvent[]> {
    const events = new Promise<TrialEvent[]>((done, failed) => this.waiting.push({ log, done, failed }));
    // Who asks hears of it.
    events.catch(() => undefined);
    return () => {
      this.give();
      return events;
    };
  }

  /**
   * Starts it, unless it runs.
   *
   * @throws OperatorError if there is no Fluentd
   */
  async ready(): Promise<TrialFluentd> {
    this.started ??= TrialFluentd.start(this.collector, { report: (line) => console.error(line) });
    try {
      const fluentd = await this.started;
      fluentd.unref();
      return fluentd;
    } catch (error) {
      this.started = undefined;
      throw error;
    }
  }

  private async give(): Promise<void> {
    const logs = this.waiting.splice(0);
    if (logs.length === 0) return;
    try {
      const fluentd = await this.ready();
      const results = await fluentd.run(logs.map(({ log }) => log));
      for (const [index, { done }] of logs.entries()) done(results[index] ?? []);
    } catch (error) {
      // The next one is another one.
      const fluentd = await this.started?.catch(() => undefined);
      this.started = undefined;
      await fluentd?.end();
      for (const { failed } of logs) failed(error);
    }
  }
}
