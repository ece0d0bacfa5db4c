import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import {
  type ProcessInfo,
  parsePs,
  parseTable,
  processesHere,
  TABLE_COMMAND,
  tree,
} from '../../../local/fluentd/process-table';

/** Fields 5 to 13 of `stat`, which nobody reads. */
const UNREAD = '5 6 7 8 9 10 11 12 13';

test('what Linux says of processes, whatever their names', () => {
  const text = `7 (ruby) S 1 ${UNREAD} 100 20 3000 4 20 0\nVmRSS:\t   1024 kB\n9 (a) b (c) R 7 ${UNREAD} 1 2 0 0 20 0\n`;
  expect(parseTable(text)).toEqual([
    { pid: 7, parent: 1, cpuSeconds: 31.24, residentMemory: 1024 * 1024 },
    { pid: 9, parent: 7, cpuSeconds: 0.03, residentMemory: 0 },
  ]);
});

test('what other systems say', () => {
  expect(parsePs('    7     1   1024   0:31.24\n   12     7      0 1:02:03\n')).toEqual([
    { pid: 7, parent: 1, cpuSeconds: 31.24, residentMemory: 1024 * 1024 },
    { pid: 12, parent: 7, cpuSeconds: 3723, residentMemory: 0 },
  ]);
});

test('a process and its descendants, it first', () => {
  const process = (pid: number, parent: number): ProcessInfo => ({ pid, parent, cpuSeconds: 0, residentMemory: 0 });
  const table = [process(5, 3), process(3, 2), process(2, 1), process(4, 1), process(6, 2)];
  expect(tree(2, table).map(({ pid }) => pid)).toEqual([2, 3, 5, 6]);
  expect(tree(9, table)).toEqual([]);
});

test('this process is one of this machine', () => {
  const me = processesHere().find(({ pid }) => pid === process.pid);
  expect(me?.parent).toBe(process.ppid);
  expect(me?.residentMemory).toBeGreaterThan(10e6);
  expect(me?.cpuSeconds).toBeGreaterThan(0);
});

test.runIf(process.platform === 'linux')('a shell prints the same in a container', () => {
  const table = parseTable(execFileSync('sh', ['-c', TABLE_COMMAND], { encoding: 'utf8' }));
  expect(table.find(({ pid }) => pid === process.pid)?.residentMemory).toBeGreaterThan(10e6);
});
