import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isRunning } from '../../../local/cache';
import { OperatorError } from '../../../local/errors';
import { ContainerPlace } from '../../../local/fluentd/container';
import { containerWay } from '../../../local/fluentd/ways/container';
import { temporaryFolder } from '../../temporary-folder';
import { script } from '../fixtures';
import { machine } from './fixtures';

/** No process has this id: it is above the highest one of Linux and macOS. */
const noProcess = 2 ** 22 + 1;

/**
 * Stands in for a container runtime: it notes how it is called and runs the programs of its containers on this machine. `tini`
 * says its process id, as the program of a container does to `exec`, and answers with 3 to SIGTERM.
 */
function standIn(folder: string, answers: Readonly<Record<string, string>>, calls: string): string {
  const answer = Object.entries(answers).map(([call, body]) => `'${call}') ${body};;`);
  const body = `
PATH=/bin:/usr/bin
echo "$*" >> ${calls}
case "$1 $2" in
${answer.join('\n')}
esac
case "$1" in
run)
  case "$*" in
  *--entrypoint\\ tini*) echo $$ > ${calls}.pid; trap 'exit 3' TERM; echo started with $MARK; while :; do sleep 0.1; done;;
  *) exit 0;;
  esac;;
exec) case "$*" in
  *kill*) shift 4; exec sh -c "$1";;
  *) [ -f ${calls}.pid ] && echo "1 (tini) S 0 0" && echo "$(cat ${calls}.pid) (fluentd) S 1 0 0 0 0 0 0 0 0 0 150 50 0 0" && echo "VmRSS: 2048 kB";;
  esac;;
esac`;
  return script(folder, 'docker', body);
}

function withRuntime(answers: Readonly<Record<string, string>> = {}, changes: Parameters<typeof machine>[0] = {}) {
  const prepared = machine(changes);
  const calls = join(temporaryFolder(), 'calls');
  const program = standIn(prepared.PATH, answers, calls);
  const { environment } = prepared.context;
  const container = new ContainerPlace({ program, environment, image: 'docker.io/example/fluentd:1' });
  return { ...prepared, program, container, calls: () => readFileSync(calls, 'utf8').trim().split('\n') };
}

const wanted = 'a container runtime that answers (docker, podman, nerdctl)';

describe('the way of containers, with a program that stands in for docker', () => {
  test('it is missing without a runtime, or one that answers, or on another system', async () => {
    expect(await containerWay(machine().context)).toEqual({ state: 'missing', reason: wanted });
    const silent = withRuntime({ 'info ': 'echo "Cannot connect to the Docker daemon" >&2; exit 1' });
    expect(await containerWay(silent.context)).toEqual({ state: 'missing', reason: wanted });
    const other = withRuntime({}, { platform: 'darwin' });
    expect(await containerWay(other.context)).toEqual({ state: 'missing', reason: `${wanted} on Linux` });
  });

  test('it is missing where the gems of tests are needed', async () => {
    const { context } = withRuntime({}, { testGems: true });
    expect(await containerWay(context)).toEqual({
      state: 'missing',
      reason: 'an image with the gems that tests need',
    });
  });

  test('an image that is there is used', async () => {
    const { context, calls, program } = withRuntime();
    expect(await containerWay(context)).toMatchObject({
      state: 'there',
      place: {
        description: `fluentd 1.19.3 in containers of docker.io/example/fluentd:1, run by ${program}`,
      },
    });
    expect(calls()).toEqual(['info', 'image inspect docker.io/example/fluentd:1']);
  });

  test('one that the registry has is downloaded', async () => {
    const { context, lines, calls, program } = withRuntime({ 'image inspect': 'exit 1' });
    const way = await containerWay(context);
    if (way.state !== 'to be had') throw new Error(way.state);
    await way.get('no fluentd');
    expect(calls().slice(2)).toEqual([
      'manifest inspect docker.io/example/fluentd:1',
      'pull docker.io/example/fluentd:1',
    ]);
    expect(lines).toEqual([
      `fluentd: no fluentd; downloading docker.io/example/fluentd:1 with ${program}, about 2 minutes`,
    ]);
  });

  test('one that cannot be reached is missing, and one whose download fails is a failure', async () => {
    const far = withRuntime({ 'image inspect': 'exit 1', 'manifest inspect': 'exit 1' });
    expect(await containerWay(far.context)).toEqual({
      state: 'missing',
      reason: `the image docker.io/example/fluentd:1, which ${far.program} does not reach`,
    });
    const cut = withRuntime({
      'image inspect': 'exit 1',
      'pull docker.io/example/fluentd:1': 'echo "unexpected EOF" >&2; exit 1',
    });
    const way = await containerWay(cut.context);
    if (way.state !== 'to be had') throw new Error(way.state);
    await expect(way.get('')).rejects.toThrow(new OperatorError(`${cut.program} pull failed: unexpected EOF`));
  });

  test('a program runs on the network and with the folders of this machine; values are not in its arguments', () => {
    const { container, program, PATH } = withRuntime();
    const env = { SECRET: 'x' };
    expect(container.command({ name: 'ruby', args: ['-v'], env, cwd: '/a', folders: ['/b', '/a', '/b'] })).toEqual({
      program,
      args: [
        ...['run', '--rm', '--network', 'host', '--user', '0:0', '--workdir', '/a'],
        ...['--volume', '/b:/b', '--volume', '/a:/a', '--env', 'SECRET'],
        ...['--entrypoint', 'ruby', 'docker.io/example/fluentd:1', '-v'],
      ],
      env: { PATH, SECRET: 'x' },
    });
  });

  test('Fluentd is started, measured, sent signals and ended in it', async () => {
    const { container, calls } = withRuntime();
    const folder = temporaryFolder();
    const log = join(folder, 'log');
    const program = {
      name: 'fluentd',
      args: ['--config', 'x'],
      env: { MARK: 'a mark' },
      cwd: folder,
      folders: [folder],
    };
    const { pid, processes, signal, exited } = await container.launch(program, log);
    expect(isRunning(pid)).toBe(true);
    expect(await processes()).toEqual([{ pid, parent: 1, cpuSeconds: 2, residentMemory: 2048 * 1024 }]);
    await signal(pid, 'SIGTERM');
    expect(await exited).toEqual({ code: 3, cpuSeconds: 0 });
    expect(readFileSync(log, 'utf8')).toBe('started with a mark\n');
    expect(calls().find((call) => call.startsWith('run '))).toMatch(
      /--name efk-fluentd-\d+-[0-9a-f]{8} --entrypoint tini docker.io\/example\/fluentd:1 -- fluentd --config x$/,
    );
  });

  test('containers of processes that were killed are removed first', async () => {
    const names = [`efk-fluentd-${noProcess}-1`, `efk-fluentd-${process.pid}-2`, 'another'];
    const { container, calls } = withRuntime({ 'ps --all': `printf '%s\\n' ${names.join(' ')}` });
    const folder = temporaryFolder();
    const program = { name: 'fluentd', args: [], env: {}, cwd: folder, folders: [folder] };
    const { pid, signal, exited } = await container.launch(program, join(folder, 'log'));
    await signal(pid, 'SIGKILL');
    await exited;
    expect(calls().filter((call) => call.startsWith('rm '))).toEqual([`rm --force efk-fluentd-${noProcess}-1`]);
    expect(existsSync(join(folder, 'log'))).toBe(true);
  });
});
