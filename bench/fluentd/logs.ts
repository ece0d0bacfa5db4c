import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bytesOf, RUNTIMES } from '../../local/kubelet/runtimes';
import { linesOf } from '../../test/fluentd/kubelet/events';
import { folderOf, namespaceOf } from '../../test/fluentd/kubelet/load';

/** Logs that are written before Fluentd starts. */
export interface Logs {
  /** Containers, with a file each. */
  readonly files: number;

  /**
   * Number of the first container; others have written before.
   *
   * @default 0
   */
  readonly first?: number;

  /** Lines of all files; a few more, because the last event of each is whole. */
  readonly lines: number;

  /**
   * Lines of the event at a place of a container.
   *
   * @default - the mixed load: of 100 lines 70 are JSON, 25 plain text, and 5 a stack trace
   */
  readonly event?: (container: number, place: number) => readonly string[];

  /**
   * Time of the first line, in nanoseconds; its last digit is none that Go would cut.
   *
   * @default - some time ago
   */
  readonly start?: bigint;
}

/** How much was written. */
export interface Amount {
  /** Lines of all files. */
  readonly lines: number;

  /** Events of all files: lines, but that a trace is one. */
  readonly events: number;

  /** Bytes of all files. */
  readonly bytes: number;
}

/** Where logs are written. */
export interface LogFolders {
  /** `/var/log/pods`. */
  readonly pods: string;

  /** `/var/log/containers`, with links to the logs. */
  readonly containers: string;
}

/** Time of the first line, in nanoseconds, and between two lines; it never ends with a zero, which Go would cut. */
const START = 1_795_590_000_000_000_001n;
const STEP = 100_010n;

/** Writes logs as containerd does, and the links that the kubelet makes. */
export function writeLogs(
  { pods, containers }: LogFolders,
  { files, first = 0, lines, event = linesOf, start = START }: Logs,
): Amount {
  const amount = { lines: 0, events: 0, bytes: 0 };
  mkdirSync(containers, { recursive: true });
  for (let index = first; index < first + files; index++) {
    const texts: string[] = [];
    for (let place = 0; texts.length < lines / files; place++, amount.events++) texts.push(...event(index, place));
    let time = start;
    const now = () => {
      time += STEP;
      return time;
    };
    const bytes = RUNTIMES.containerd(bytesOf(`${texts.join('\n')}\n`), 'stdout', now);
    const log = join(folderOf(pods, index), '0.log');
    mkdirSync(dirname(log), { recursive: true });
    writeFileSync(log, bytes, 'latin1');
    const link = `web-${index}_${namespaceOf(index)}_app-${String(index).padStart(64, '0')}.log`;
    symlinkSync(log, join(containers, link));
    amount.lines += texts.length;
    amount.bytes += bytes.length;
  }
  return amount;
}
