import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all that it started take of the machine. */
export interface Usage {
  /** User and system time. In seconds; of processes that have ended, what their parents counted. */
  readonly cpuSeconds: number;

  /** Resident memory. In MiB. */
  readonly memory: number;
}

/** Parts of a second in which Linux counts the time of a process; the same on every architecture. */
const TICKS = 100;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly cpuSeconds: number;
  readonly memory: number;
}

/** What `pid` and all processes below it take now. */
export function usage(pid: number): Usage {
  const processes = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? readProcess(Number(name)) : []));
  const tree = new Set([pid]);
  // Parents may stand behind their children.
  for (let size = 0; size < tree.size; ) {
    size = tree.size;
    for (const process of processes) if (tree.has(process.parent)) tree.add(process.pid);
  }
  const ours = processes.filter((process) => tree.has(process.pid));
  return {
    cpuSeconds: ours.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
    memory: ours.reduce((sum, { memory }) => sum + memory, 0),
  };
}

function readProcess(pid: number): Process[] {
  try {
    // The name of the program stands in parentheses and may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const number = (field: number) => Number(fields[field - 3]);
    return [
      {
        pid,
        parent: number(4),
        // Its own user and system time, and that of its children that were waited for.
        cpuSeconds: (number(14) + number(15) + number(16) + number(17)) / TICKS,
        memory: residentMebibytes(pid),
      },
    ];
  } catch {
    // It has ended in the meantime.
    return [];
  }
}

function residentMebibytes(pid: number): number {
  const [, kibibytes = 0] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kibibytes) / 1_024;
}
