import { join } from 'node:path';
import { freePorts } from '../cluster/ports';
import { type RunOptions, type RunResult, run } from '../run';
import { adapt, inFolder, metricsUrl, writeFiles } from './configuration';
import { Log } from './log';
import type { Place } from './place';
import { RunningFluentd } from './running';

/** What Fluentd is started with: what a pod mounts and is told. */
export interface FluentdStart {
  /**
   * The text of `fluent.conf`, as a container gets it. The folders that it names, such as `/var/log/pods` and `/var/lib/fluentd`,
   * are replaced by those of the same name below {@link folder}, and the port of its metrics by a free one.
   */
  readonly conf: string;

  /**
   * Folder in which everything lies that it reads and writes: {@link inFolder} says where. Each Fluentd has one of its own; one
   * that is started again in the same folder goes on where the last one was.
   */
  readonly folder: string;

  /** Plugins by the names of their files, `out_x.rb`. @default - none */
  readonly plugins?: Readonly<Record<string, string>>;

  /** Further files by their path in the container, e.g. `/fluentd/tls/ca.crt`. @default - none */
  readonly files?: Readonly<Record<string, string>>;

  /** Environment variables. @default - none */
  readonly environment?: Readonly<Record<string, string>>;

  /** Arguments of `fluentd` besides those for the configuration and the plugins. @default - none */
  readonly args?: readonly string[];
}

/** How a program is run with the gems. */
export interface GemRunOptions extends Omit<RunOptions, 'env'> {
  /** Environment variables. @default - none */
  readonly environment?: Readonly<Record<string, string>>;
  /** Folders of this machine that it uses besides the working directory. @default - none */
  readonly folders?: readonly string[];
}

/** A Fluentd with the gems of the image, on this machine or in a container. */
export class FluentdRuntime {
  constructor(private readonly place: Place) {}

  /** What it is, for people. */
  get description(): string {
    return this.place.description;
  }

  /** Runs `fluentd`, `ruby` or another program of the gems to its end. */
  run(program: string, args: readonly string[], options: GemRunOptions = {}): Promise<RunResult> {
    const { environment = {}, folders = [], cwd = process.cwd(), ...rest } = options;
    const command = this.place.command({ name: program, args, env: environment, cwd, folders: [...folders, cwd] });
    return run(command.program, command.args, { ...rest, cwd, env: command.env });
  }

  /**
   * Starts Fluentd and waits until its worker runs.
   *
   * @throws Error with the end of its log, if it does not come to that
   */
  async start(start: FluentdStart): Promise<RunningFluentd> {
    const fluentd = await this.launch(start);
    try {
      await fluentd.ready();
    } catch (error) {
      await fluentd.kill();
      throw error;
    }
    return fluentd;
  }

  /** Starts Fluentd without waiting for anything. */
  async launch({
    conf,
    folder,
    plugins = {},
    files = {},
    environment = {},
    args = [],
  }: FluentdStart): Promise<RunningFluentd> {
    const [port = 0] = await freePorts(1);
    const pluginFiles = Object.entries(plugins).map(([name, text]) => [`/fluentd/plugins/${name}`, text]);
    const adapted = adapt(conf, folder, port);
    writeFiles(folder, { ...files, ...Object.fromEntries(pluginFiles), '/fluentd/etc/fluent.conf': adapted });
    const log = new Log(join(folder, 'fluentd.log'));
    const paths = { conf: inFolder(folder, '/fluentd/etc/fluent.conf'), plugins: inFolder(folder, '/fluentd/plugins') };
    const program = {
      name: 'fluentd',
      args: ['--config', paths.conf, '--plugin', paths.plugins, ...args],
      env: environment,
      cwd: folder,
      folders: [folder],
    };
    return new RunningFluentd(await this.place.launch(program, log.file), log, metricsUrl(adapted, port));
  }
}
