import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from './log';
import type { Exit, Launched } from './place';
import type { ProcessInfo } from './process-table';

/** The last line of a start: the worker reads and sends from now on. */
const READY = /fluentd worker is now running/;

/** A Fluentd that was started: a supervisor and its worker. */
export class RunningFluentd {
  private exit: Exit | undefined;
  /** Processor time when it was last asked for: of processes that are killed nobody tells it afterwards. In seconds. */
  private cpuSeen = 0;

  constructor(
    private readonly launched: Launched,
    /** What Fluentd has written since it was started. */
    readonly log: Log,
    /** Address of the metrics; undefined if the configuration serves none. */
    readonly metricsUrl: string | undefined,
  ) {
    launched.exited.then((exit) => {
      this.exit = exit;
    });
  }

  /** Process id of the supervisor. */
  get supervisor(): number {
    return this.launched.pid;
  }

  /** Process id of the worker, which changes when it has died; undefined while there is none. */
  async worker(): Promise<number | undefined> {
    const processes = await this.launched.processes();
    return processes.find(({ parent }) => parent === this.supervisor)?.pid;
  }

  /** Whether it runs. */
  get isRunning(): boolean {
    return this.exit === undefined;
  }

  /**
   * Waits for a line of the log.
   *
   * @param options.from index in the lines of the log from which on they count. @default 0
   * @param options.seconds longest wait. @default 60
   * @returns the first line that matches
   * @throws Error with the end of the log, if it does not come in time or Fluentd has ended
   */
  async waitFor(pattern: RegExp, options: { readonly from?: number; readonly seconds?: number } = {}): Promise<string> {
    const { from = 0, seconds = 60 } = options;
    const line = await this.log.waitFor(pattern, from, seconds, () => !this.isRunning);
    if (line !== undefined) return line;
    const state = this.exit ? `ended with exit code ${this.exit.code}` : `did not in ${seconds} s`;
    throw new Error(`Fluentd was to say ${pattern} and ${state}; the end of its log:\n${this.log.tail()}`);
  }

  /** Waits until the worker runs. */
  async ready(): Promise<void> {
    await this.waitFor(READY);
  }

  /** Sends a signal to the supervisor, or to the worker. */
  async signal(signal: NodeJS.Signals, to: 'supervisor' | 'worker' = 'supervisor'): Promise<void> {
    const pid = to === 'supervisor' ? this.supervisor : await this.worker();
    if (pid !== undefined) await this.launched.signal(pid, signal);
  }

  /**
   * Ends it as Kubernetes ends a pod: SIGTERM, and SIGKILL to all when the time is over.
   *
   * @param graceSeconds time for an orderly end. @default 60
   * @returns the exit code
   * @throws Error with the end of the log, if SIGKILL was needed
   */
  async stop(graceSeconds = 60): Promise<number> {
    await this.cpuSeconds();
    await this.signal('SIGTERM');
    const exit = await Promise.race([this.launched.exited, sleep(graceSeconds * 1000, undefined, { ref: false })]);
    if (exit !== undefined) return exit.code;
    await this.kill();
    throw new Error(
      `Fluentd did not end within ${graceSeconds} s after SIGTERM; the end of its log:\n${this.log.tail()}`,
    );
  }

  /** Sends SIGKILL to all its processes and waits until they are gone; nothing happens if it has ended. */
  async kill(): Promise<void> {
    if (!this.isRunning) return;
    await this.cpuSeconds();
    const processes = await this.launched.processes();
    // The supervisor comes first, so that it does not start another worker.
    for (const { pid } of processes) await this.launched.signal(pid, 'SIGKILL');
    await this.launched.exited;
  }

  /** Lets this process end although Fluentd runs, which then ends as well. */
  unref(): void {
    this.launched.unref();
  }

  /** Ends it without waiting, for a process that is about to end; nothing happens if it has ended. */
  killNow(): void {
    if (this.isRunning) this.launched.killNow();
  }

  /** Processor time, user and system, of all its processes, also of those that have ended. In seconds. */
  async cpuSeconds(): Promise<number> {
    const now = this.exit?.cpuSeconds ?? total(await this.launched.processes(), 'cpuSeconds');
    this.cpuSeen = Math.max(this.cpuSeen, now);
    return this.cpuSeen;
  }

  /** Memory that all its processes have in use now; 0 when it has ended. In bytes. */
  async residentMemory(): Promise<number> {
    return total(await this.launched.processes(), 'residentMemory');
  }
}

function total(processes: readonly ProcessInfo[], what: 'cpuSeconds' | 'residentMemory'): number {
  return processes.reduce((sum, process) => sum + process[what], 0);
}
