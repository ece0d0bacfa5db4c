import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** What the kernel says of one process. */
export interface ProcessInfo {
  readonly pid: number;
  readonly parent: number;
  /** Processor time of the process and of its children that have ended, user and system. In seconds. */
  readonly cpuSeconds: number;
  /** Memory in use, without what is swapped out. In bytes. */
  readonly residentMemory: number;
}

/** Ticks of a second in `/proc`; Linux has told programs 100 on every architecture that Node runs on. */
const TICKS = 100;

/** The processes of this machine. */
export function processesHere(): ProcessInfo[] {
  if (!existsSync('/proc/self/stat')) {
    return parsePs(execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss=,time='], { encoding: 'utf8' }));
  }
  const read = (path: string): string => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      // It has ended in the meantime.
      return '';
    }
  };
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return parseTable(pids.map((pid) => read(`/proc/${pid}/stat`) + read(`/proc/${pid}/status`)).join(''));
}

/** A shell command that prints what {@link parseTable} reads. */
export const TABLE_COMMAND = 'for p in /proc/[0-9]*; do cat "$p/stat"; grep VmRSS "$p/status"; done 2>/dev/null; true';

/** Reads the output of {@link TABLE_COMMAND}: a line of `stat` for each process and, if it has memory, one of `status`. */
export function parseTable(text: string): ProcessInfo[] {
  const processes: ProcessInfo[] = [];
  for (const line of text.split('\n')) {
    const memory = /^VmRSS:\s*(\d+) kB/.exec(line);
    const last = processes.at(-1);
    if (memory && last) processes[processes.length - 1] = { ...last, residentMemory: Number(memory[1]) * 1024 };
    const info = parseStat(line);
    if (info) processes.push(info);
  }
  return processes;
}

/** Reads lines of process, parent, memory in KiB and processor time as `[hours:]minutes:seconds`, of which ended children are no part. */
export function parsePs(text: string): ProcessInfo[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [pid, parent, kib, time = ''] = line.trim().split(/\s+/);
      const cpuSeconds = time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
      return { pid: Number(pid), parent: Number(parent), cpuSeconds, residentMemory: Number(kib) * 1024 };
    });
}

/** `ancestor` and all its descendants. */
export function tree(ancestor: number, table: readonly ProcessInfo[]): ProcessInfo[] {
  const below = (pid: number): ProcessInfo[] =>
    table.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...below(child.pid)]);
  return [...table.filter(({ pid }) => pid === ancestor), ...below(ancestor)];
}

function parseStat(line: string): ProcessInfo | undefined {
  // The name of the program, in parentheses, may hold anything.
  const match = /^(\d+) \(.*\) \S+ (.*)$/.exec(line);
  if (!match) return undefined;
  const [parent = 0, ...rest] = (match[2] ?? '').split(' ').map(Number);
  // utime, stime, cutime and cstime: fields 14 to 17, of which the first of `rest` is the fifth.
  const ticks = rest.slice(9, 13).reduce((sum, value) => sum + value, 0);
  return { pid: Number(match[1]), parent, cpuSeconds: ticks / TICKS, residentMemory: 0 };
}
