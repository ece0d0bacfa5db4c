import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

import { isRunning } from '../../local/cache';
import { endProcessTree } from '../../local/processes';

test('a process ends with what it has started, also in process groups of their own', async () => {
  const grandchild = "require('node:child_process').spawn('sleep', ['60'], { detached: true, stdio: 'ignore' })";
  const child = spawn(process.execPath, ['--eval', `console.log(${grandchild}.pid); setInterval(() => {}, 1000)`]);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const sleeping = Number(line.toString());
  expect(isRunning(sleeping)).toBe(true);

  endProcessTree(child.pid ?? 0);

  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
  await expect.poll(() => isRunning(sleeping), { timeout: 5_000 }).toBe(false);
});

test('a process that has ended is no mistake', async () => {
  const child = spawn('true');
  await once(child, 'exit');

  expect(() => endProcessTree(child.pid ?? 0)).not.toThrow();
});
