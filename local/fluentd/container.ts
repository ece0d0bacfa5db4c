import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from '../cache';
import { run } from '../run';
import { readLock } from './gems';
import { launchHere } from './launch';
import type { Command, Exit, Launched, Place, Program } from './place';
import { type ProcessInfo, parseTable, TABLE_COMMAND, tree } from './process-table';

/** A program that runs containers, and the image. */
export interface ContainerRuntime {
  readonly program: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly image: string;
}

/** Names of our containers begin so; the id of the process that started it follows. */
const NAME = 'efk-fluentd-';

/** Longest wait for a container to start. In milliseconds. */
const START = 30_000;

/** Containers of the pinned image, on the network of this machine and with its folders at the same paths. */
export class ContainerPlace implements Place {
  constructor(private readonly runtime: ContainerRuntime) {}

  get description(): string {
    return `fluentd ${readLock().versions.get('fluentd')} in containers of ${this.runtime.image}, run by ${this.runtime.program}`;
  }

  command({ name, ...program }: Program): Command {
    return this.containerCommand(program, ['--entrypoint', name], program.args);
  }

  async launch(program: Program, log: string): Promise<Launched> {
    await this.removeLeftovers();
    const name = `${NAME}${process.pid}-${randomBytes(4).toString('hex')}`;
    // As in the pod: it hands signals on to Fluentd, and takes care of processes that lose their parent.
    const options = ['--name', name, '--entrypoint', 'tini'];
    const command = this.containerCommand(program, options, ['--', program.name, ...program.args]);
    const client = await launchHere(command, program.cwd, log);
    // A client that is killed leaves its container behind.
    const remove = () => spawnSync(this.runtime.program, ['rm', '--force', name], { env: this.runtime.environment });
    process.once('exit', remove);
    const exited = client.exited.then(async ({ code }): Promise<Exit> => {
      process.off('exit', remove);
      await this.takeOver(program.folders);
      return { code, cpuSeconds: 0 };
    });
    const processes = () => this.processes(name);
    const signal = async (pid: number, signal: NodeJS.Signals) => {
      await this.ask('exec', name, 'sh', '-c', `kill -${signal.replace('SIG', '')} ${pid}`);
    };
    const pid = await this.firstProcess(processes, exited);
    const killNow = () => {
      remove();
      client.killNow();
    };
    return { pid, exited, processes, signal, unref: client.unref, killNow };
  }

  private containerCommand(
    { env, cwd, folders }: Pick<Program, 'env' | 'cwd' | 'folders'>,
    options: readonly string[],
    args: readonly string[],
  ): Command {
    const volumes = [...new Set(folders)].flatMap((folder) => ['--volume', `${folder}:${folder}`]);
    // By name: values would be seen in the list of processes.
    const variables = Object.keys(env).flatMap((name) => ['--env', name]);
    const run = ['run', '--rm', '--network', 'host', '--user', '0:0', '--workdir', cwd, ...volumes, ...variables];
    return {
      program: this.runtime.program,
      args: [...run, ...options, this.runtime.image, ...args],
      env: { ...this.runtime.environment, ...env },
    };
  }

  /** The processes of a container below its first one, Fluentd's supervisor before the others. */
  private async processes(name: string): Promise<ProcessInfo[]> {
    const { stdout } = await this.ask('exec', name, 'sh', '-c', TABLE_COMMAND);
    const table = parseTable(stdout);
    const first = table.find(({ parent, pid }) => parent === 1 && pid !== 1);
    return first ? tree(first.pid, table) : [];
  }

  private async firstProcess(processes: () => Promise<ProcessInfo[]>, exited: Promise<Exit>): Promise<number> {
    let over = false;
    exited.finally(() => {
      over = true;
    });
    for (const deadline = Date.now() + START; !over && Date.now() < deadline; await sleep(100)) {
      const [first] = await processes();
      if (first) return first.pid;
    }
    // Its log says why.
    return 0;
  }

  /** Removes the containers of processes that were killed. */
  private async removeLeftovers(): Promise<void> {
    const { stdout } = await this.ask('ps', '--all', '--filter', `name=${NAME}`, '--format', '{{.Names}}');
    for (const name of stdout.split('\n').filter((line) => line.startsWith(NAME))) {
      if (!isRunning(Number.parseInt(name.slice(NAME.length), 10))) await this.ask('rm', '--force', name);
    }
  }

  /** Gives what a container has written as root to the user of this process, who is to remove it. */
  private async takeOver(folders: readonly string[]): Promise<void> {
    const me = process.getuid?.() ?? 0;
    for (const folder of folders) {
      const foreign = readdirSync(folder, { recursive: true }).some(
        (path) => statSync(join(folder, String(path))).uid !== me,
      );
      if (!foreign) continue;
      const owner = `${me}:${process.getgid?.() ?? 0}`;
      const args = ['run', '--rm', '--volume', `${folder}:${folder}`, '--entrypoint', 'chown', this.runtime.image];
      await this.ask(...args, '--recursive', owner, folder);
    }
  }

  private ask(...args: string[]) {
    return run(this.runtime.program, args, { env: this.runtime.environment });
  }
}
