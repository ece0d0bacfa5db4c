import { execFileSync } from 'node:child_process';
import { codeOf } from './errors';

/**
 * Ends a process and everything it has started, at once. A process group would not do: Pulumi gives its plugins and its
 * program groups of their own, and a program whose engine is gone runs on without end.
 *
 * Synchronous, so that it can be the last thing that a process does.
 */
export function endProcessTree(pid: number): void {
  // Listed before the first one ends: orphans are no longer known as descendants.
  for (const process of [pid, ...descendants(pid)]) end(process);
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // It has ended in the meantime.
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}

function descendants(ancestor: number): number[] {
  const children = new Map<number, number[]>();
  for (const line of execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')) {
    const [pid = 0, parent = 0] = line.trim().split(/\s+/).map(Number);
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const below = (pid: number): number[] => (children.get(pid) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(ancestor);
}
