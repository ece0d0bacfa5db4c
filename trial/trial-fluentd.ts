import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from '../local/cache';
import { OperatorError } from '../local/errors';
import { type FluentdOptions, findFluentd, inFolder, type RunningFluentd } from '../local/fluentd';
import { Log } from '../local/fluentd/log';
import { type Collector, inputOf } from './collector';
import { type Passed, type TrialEvent, Way } from './events';
import { podOf, type Reading, readingOf, requireRead } from './reading';
import { AUTHORITY_FILE, type Rewired, rewired, TAP_FILE, TOKEN_FILE } from './rewired';
import { Sink } from './sink';
import type { TrialLog } from './trial-log';

/** Folders of trials are called so; the id of the process follows. */
const PREFIX = 'efk-trial-';

/** Time between two looks. In milliseconds. */
const LOOK = 20;

/** Longest time for events of any size, and for each megabyte. In milliseconds. A part of a line waits for ten seconds. */
const [LONGEST, PER_MEGABYTE] = [60_000, 10_000];

/** Added to the position of a file that was read to its end and is gone. */
const DELIVERED = 1n << 62n;

/** A real Fluentd with the pipeline of a collector, for logs that are given to it. */
export class TrialFluentd {
  private readonly reading: Reading;
  private readonly ways = new Map<string, Map<string, Way>>();
  private pods = 0;
  private seen = 0;

  private constructor(
    private readonly folder: string,
    private readonly collector: Collector,
    private readonly configured: Rewired,
    private readonly sink: Sink,
    private readonly fluentd: RunningFluentd,
    private readonly tap: Log,
  ) {
    this.reading = readingOf(collector);
    process.once('exit', this.remove);
  }

  /**
   * Starts one.
   *
   * @throws OperatorError if there is no Fluentd on this machine, or it does not start with the configuration
   */
  static async start(collector: Collector, options: FluentdOptions = {}): Promise<TrialFluentd> {
    const runtime = await findFluentd(options);
    const sink = await Sink.start();
    const configured = rewired(collector, sink.url);
    removeLeftovers();
    const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
    const tap = new Log(inFolder(folder, TAP_FILE));
    const { conf, plugins, environment } = configured;
    const files = { [AUTHORITY_FILE]: sink.authority, [TOKEN_FILE]: 'trial' };
    const fluentd = await runtime.launch({ conf, plugins, environment, files, folder });
    const trial = new TrialFluentd(folder, collector, configured, sink, fluentd, tap);
    try {
      await fluentd.ready();
    } catch (error) {
      await trial.end();
      throw new OperatorError(`[fluentd] must start with the configuration; ${(error as Error).message}`);
    }
    return trial;
  }

  /**
   * Gives logs to it, each as that of a container of its own, and waits until everything has become of them what will.
   *
   * @returns the events of each log, in their order
   * @throws InputError if the logs of a namespace are not read
   * @throws OperatorError if Fluentd ends, or does not come to an end
   */
  async run(logs: readonly TrialLog[]): Promise<TrialEvent[][]> {
    const pods = logs.map((log) => this.write(log));
    const megabytes = logs.reduce((sum, { lines }) => sum + lines.bytes.length, 0) / 2 ** 20;
    const deadline = Date.now() + LONGEST + megabytes * PER_MEGABYTE;
    while (!this.isDone(pods)) {
      if (!this.fluentd.isRunning) throw this.failure('has ended on its own');
      if (Date.now() > deadline) throw this.failure('has not come to the end of the logs in time');
      await sleep(LOOK);
    }
    return pods.map((pod) => this.eventsOf(pod));
  }

  /** Lets this process end when nobody waits for a result; Fluentd ends with it. */
  unref(): void {
    this.fluentd.unref();
  }

  /** Ends it and removes its files. */
  async end(): Promise<void> {
    await this.fluentd.kill();
    this.remove();
  }

  private readonly remove = () => {
    process.off('exit', this.remove);
    this.fluentd.killNow();
    this.sink.close();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 });
  };

  private write({ lines: { bytes, end }, ...given }: TrialLog): Pod {
    const { container, labels = {} } = given;
    requireRead(this.reading, given);
    this.pods += 1;
    const { name, uid, folder } = podOf(given, this.pods);
    this.sink.pods.add(uid, name, labels);
    const made = join(this.folder, folder);
    mkdirSync(join(made, container), { recursive: true });
    writeFileSync(join(made, container, '0.log'), bytes);
    // There as a whole or not at all: what looks complete for a moment would be taken for it.
    renameSync(made, join(inFolder(this.folder, String(inputOf(this.collector)?.params.path)), folder));
    return { name, log: `${folder}/${container}/0`, size: BigInt(bytes.length), end };
  }

  /** Whether everything was read, and everything that was read has arrived somewhere. */
  private isDone(pods: readonly Pod[]): boolean {
    const positions = this.positions();
    if (pods.some(({ log, size }) => (positions.get(log) ?? -1n) < size)) return false;
    this.look();
    return !pods.some(({ name }) => [...(this.ways.get(name)?.values() ?? [])].some((way) => way.isUnderWay));
  }

  /** How far each log was read and delivered. In bytes. */
  private positions(): ReadonlyMap<string, bigint> {
    const file = inFolder(this.folder, String(inputOf(this.collector)?.params.pos_file));
    const lines = readFileSync(file, 'utf8').matchAll(/^([0-9a-f]{16}) (\S+) /gm);
    return new Map([...lines].map(([, digits, log = '']) => [log, BigInt(`0x${digits}`) % DELIVERED]));
  }

  private look(): void {
    const lines = this.tap.lines();
    for (; this.seen < lines.length; this.seen += 1) {
      const passed = JSON.parse(lines[this.seen] ?? '') as Passed;
      const { pod_name: pod = '' } = (passed.record.kubernetes ?? {}) as { pod_name?: string };
      const id = String(passed.record._id);
      const ways = this.ways.get(pod) ?? new Map<string, Way>();
      const way = ways.get(id) ?? new Way(this.configured.stages, () => this.sink.get(id));
      way.add(passed);
      this.ways.set(pod, ways.set(id, way));
    }
  }

  private eventsOf({ name, end }: Pod): TrialEvent[] {
    const ways = this.ways.get(name) ?? new Map<string, Way>();
    const events = [...ways.values()].map((way) => way.event()).filter(({ offset }) => offset < end);
    this.ways.delete(name);
    for (const id of ways.keys()) this.sink.forget(id);
    return events.sort((a, b) => a.offset - b.offset);
  }

  private failure(what: string): OperatorError {
    return new OperatorError(`[fluentd] ${what}; the end of its log:\n${this.fluentd.log.tail()}`);
  }
}

interface Pod {
  readonly name: string;

  /** What its log is called in the file of positions. */
  readonly log: string;

  /** In bytes. */
  readonly size: bigint;

  /** Where the given lines end in it. In bytes. */
  readonly end: number;
}

/** Removes the folders of processes that were killed. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    if (isRunning(Number.parseInt(name.slice(PREFIX.length), 10))) continue;
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}
