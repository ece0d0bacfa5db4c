import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isRunning } from '../../../local/cache';
import { launchHere } from '../../../local/fluentd/launch';
import { temporaryFolder } from '../../temporary-folder';
import { script } from '../fixtures';

/** Launches a shell script; `log` reads what it has said. */
async function launch(body: string) {
  const folder = temporaryFolder();
  const program = script(folder, 'program', body);
  const file = join(folder, 'log');
  const launched = await launchHere({ program, args: ['a b'], env: { ...process.env, MARK: '!' } }, folder, file);
  return { ...launched, folder, log: () => readFileSync(file, 'utf8') };
}

test('a program gets its arguments and variables, and its outputs go to the log', async () => {
  const { exited, folder, log } = await launch('echo "$# $1 $MARK"; echo error >&2; pwd; exit 3');
  expect(await exited).toMatchObject({ code: 3 });
  expect(log()).toBe(`1 a b !\nerror\n${folder}\n`);
});

test('its processes are known while it runs, and a signal reaches the one it is sent to', async () => {
  const { pid, processes, signal, exited } = await launch('sleep 60 & wait');
  await expect.poll(async () => (await processes()).length).toBe(2);
  const [first, second] = await processes();
  expect(first?.pid).toBe(pid);
  await signal(second?.pid ?? 0, 'SIGTERM');
  expect(await exited).toMatchObject({ code: 0 });
  expect(await processes()).toEqual([]);
  await signal(pid, 'SIGTERM');
});

test('what a program leaves behind ends with it', async () => {
  const { processes, signal, pid, exited } = await launch('sleep 60 & wait');
  await expect.poll(async () => (await processes()).length).toBe(2);
  const sleeping = (await processes())[1]?.pid ?? 0;
  await signal(pid, 'SIGKILL');
  expect(await exited).toMatchObject({ code: 137 });
  await expect.poll(() => isRunning(sleeping), { timeout: 10_000 }).toBe(false);
});

test('processor time counts what it has started as well', async () => {
  const busy = 'i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done';
  const { exited } = await launch(`sh -c '${busy}'; ${busy}`);
  expect((await exited).cpuSeconds).toBeGreaterThan(0.05);
});

test('a program that cannot be started says so in the log', async () => {
  const folder = temporaryFolder();
  const { exited } = await launchHere(
    { program: join(folder, 'none'), args: [], env: {} },
    folder,
    join(folder, 'log'),
  );
  expect(await exited).toMatchObject({ code: 127 });
  expect(readFileSync(join(folder, 'log'), 'utf8')).toContain('not found');
});

test('it ends with the process that has launched it, even when that is killed', async () => {
  const folder = temporaryFolder();
  const launcher = JSON.stringify(join(__dirname, '../../../local/fluentd/launch'));
  const program = { program: '/bin/sh', args: ['-c', 'sleep 60 & wait'], env: process.env };
  const call = `launchHere(${JSON.stringify(program)}, '/', ${JSON.stringify(join(folder, 'log'))})`;
  const code = `require(${launcher}).${call}.then(({ pid }) => console.log(pid))`;
  const caller = spawn(process.execPath, ['--import', 'tsx', '--eval', code], { cwd: join(__dirname, '../../..') });
  const [line] = (await once(caller.stdout, 'data')) as [Buffer];
  const pid = Number(line.toString());
  expect(isRunning(pid)).toBe(true);
  caller.kill('SIGKILL');
  await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);
});
