import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { type FluentdRuntime, inFolder, type RunningFluentd } from '../../local/fluentd';
import { processesHere } from '../../local/fluentd/process-table';
import { folderOf } from '../../test/fluentd/kubelet/load';
import type { Certificate } from '../../test/fluentd/run/certificate';
import type { Configuration } from '../../test/fluentd/run/configuration';

/** What a Fluentd of a fleet is given. */
export interface Member {
  /** Its folder and the name of its node. */
  readonly name: string;

  readonly configuration: Configuration;

  /** The authority of whom it sends to, as PEM. */
  readonly authority: string;
}

/** What all of a fleet have. */
export interface Surroundings {
  readonly folder: string;
  readonly certificate: Certificate;
  readonly files: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
}

/** Time in which the last member must be ready. In seconds; a hundred start at once on few cores. */
const PATIENCE = 600;

/** Many real Fluentds, each for a node of its own. Without supervisors, so that they fit into memory. */
export class Fleet {
  private readonly running: RunningFluentd[] = [];

  constructor(
    private readonly runtime: FluentdRuntime,
    private readonly around: Surroundings,
  ) {}

  /** Starts all members as fast as that goes; nobody waits until one is ready. */
  async start(members: readonly Member[]): Promise<void> {
    const { folder, certificate, files, environment } = this.around;
    for (const { name, configuration, authority } of members) {
      this.running.push(
        await this.runtime.launch({
          ...configuration,
          folder: join(folder, name),
          args: ['--no-supervisor'],
          files: {
            '/fluentd/tls/ca.crt': authority,
            '/fluentd/tls/tls.crt': certificate.certificate,
            '/fluentd/tls/tls.key': certificate.privateKey,
            ...files,
          },
          environment: {
            K8S_NODE_NAME: name,
            POD_NAME: 'localhost',
            FORWARD_SHARED_KEY: 'what agents and aggregators of benches know',
            ELASTICSEARCH_USERNAME: 'fluentd',
            ELASTICSEARCH_PASSWORD: 'secret',
            ...environment,
          },
        }),
      );
    }
  }

  /** Waits until all members read. */
  async ready(): Promise<void> {
    await Promise.all(
      this.running.map((fluentd) => fluentd.waitFor(/fluentd worker is now running/, { seconds: PATIENCE })),
    );
  }

  /** Processor time of all members so far, in seconds, and their memory, in MiB. */
  usage(): { readonly cpuSeconds: number; readonly memory: number } {
    const members = new Set(this.running.map(({ supervisor }) => supervisor));
    // Once for all: to read it for each would keep the server from answering for seconds.
    const processes = processesHere().filter(({ pid }) => members.has(pid));
    return {
      cpuSeconds: processes.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
      memory: processes.reduce((sum, { residentMemory }) => sum + residentMemory, 0) / 2 ** 20,
    };
  }

  /** @throws Error with the end of the log of one that has ended on its own */
  check(): void {
    const gone = this.running.find(({ isRunning }) => !isRunning);
    if (gone) throw new Error(`a Fluentd has ended on its own; the end of its log:\n${gone.log.tail()}`);
  }

  /** Ends all members. */
  async end(): Promise<void> {
    await Promise.all(this.running.map((fluentd) => fluentd.kill()));
  }
}

/** Time in which chunks fill: nodes begin to write at any moment of it, as they do where nothing happens on all at once. In s. */
const FLUSH = 5;

/** Writes into the log of one container on each node; nodes do not write at the same instant. */
export class Containers {
  /** Lines of all nodes. */
  written = 0;

  private isOver = false;
  private readonly logs: string[];

  constructor(folder: string, names: readonly string[]) {
    this.logs = names.map((name, index) =>
      join(folderOf(inFolder(join(folder, name), '/var/log/pods'), index), '0.log'),
    );
    for (const log of this.logs) mkdirSync(dirname(log), { recursive: true });
  }

  /** Writes so many lines on each node at once. */
  writeAll(lines: number): void {
    for (const log of this.logs) this.write(log, lines);
  }

  /** Writes so many lines a second on each node, until `stop`. */
  async go(linesPerSecond: number): Promise<void> {
    const started = performance.now();
    for (let turn = 0; !this.isOver; turn++) {
      for (const [index, log] of this.logs.entries()) {
        const share = index / this.logs.length;
        const due = 1_000 * (turn + share);
        const wait = started + due - performance.now();
        if (wait > 5) await sleep(wait);
        // Neighbours write one after the other, and begin seconds apart.
        if (turn >= (index * 7) % FLUSH) this.write(log, linesPerSecond);
      }
    }
  }

  stop(): void {
    this.isOver = true;
  }

  private write(log: string, lines: number): void {
    const line = () => {
      const time = `${new Date().toISOString().slice(0, -1)}${String(this.written++ % 1_000_000).padStart(6, '0')}Z`;
      return `${time} stdout F {"level":"info","message":"request ${this.written} was served","status":200,"bytes":5120}\n`;
    };
    appendFileSync(log, Array.from({ length: lines }, line).join(''));
  }
}
