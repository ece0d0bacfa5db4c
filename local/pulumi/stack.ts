import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type Cache, isRunning } from '../cache';
import type { Cluster } from '../cluster';
import { OperatorError } from '../errors';
import { type RunResult, run } from '../run';
import { type Places, readYaml } from './home';

/** Which stack of which project to deploy to a cluster. */
export interface StackOptions {
  /** A running cluster: its folder keeps the stack's state, secrets and configuration. */
  readonly cluster: Pick<Cluster, 'folder' | 'kubeconfig'>;
  /** Name of the stack: that of the environment. */
  readonly stack: string;
  /** Folder of `Pulumi.yaml`. Nothing is ever written there. @default - this package's */
  readonly project?: string;
  /** Called with one line before each step that takes time. @default - not called */
  readonly report?: (line: string) => void;
  /** @default - the user's cache */
  readonly cache?: Cache;
}

/** How to run one operation. */
export interface OperationOptions {
  /** Called with every line that Pulumi prints, as it appears. @default - not called */
  readonly onLine?: (line: string) => void;
  /** When aborted, Pulumi finishes what it has begun and saves the state. @default - cannot be stopped */
  readonly signal?: AbortSignal;
  /** Further arguments of the command, for instance `['--refresh']`. @default - none */
  readonly args?: readonly string[];
}

/** The project to deploy. */
export interface Project {
  readonly folder: string;
  readonly name: string;
}

/** A stack of this machine. Operations return what Pulumi said, also if it failed: look at `code`. */
export class Stack {
  private readonly report: (line: string) => void;

  /** Use {@link openStack}. */
  constructor(
    private readonly options: StackOptions,
    private readonly project: Project,
    private readonly places: Places,
  ) {
    this.report = options.report ?? (() => undefined);
  }

  /** Makes the cluster what the program says. */
  up(options: OperationOptions = {}): Promise<RunResult> {
    return this.operate(['up', '--yes', '--skip-preview'], options);
  }

  /** Says what {@link up} would do. */
  preview(options: OperationOptions = {}): Promise<RunResult> {
    return this.operate(['preview'], options);
  }

  /** Makes the state what the cluster is. */
  refresh(options: OperationOptions = {}): Promise<RunResult> {
    return this.operate(['refresh', '--yes', '--skip-preview'], options);
  }

  /** Deletes everything that is deployed; with a preview, because that finds what is protected before anything is deleted. */
  destroy(options: OperationOptions = {}): Promise<RunResult> {
    return this.operate(['destroy', '--yes'], options);
  }

  /** Removes the lock of an operation that ended without doing so. */
  cancel(): Promise<RunResult> {
    return this.inShadow(['cancel', '--yes', '--stack', this.options.stack]);
  }

  /**
   * Outputs of the stack.
   *
   * @param showSecrets plain values instead of `[secret]`. @default false
   */
  async outputs(showSecrets = false): Promise<Record<string, unknown>> {
    const args = [
      'stack',
      'output',
      '--json',
      '--stack',
      this.options.stack,
      ...(showSecrets ? ['--show-secrets'] : []),
    ];
    return JSON.parse(succeeded(await this.inShadow(args)).stdout) as Record<string, unknown>;
  }

  /** The state of the stack as Pulumi exports it; secrets stay encrypted. */
  async exportState(): Promise<unknown> {
    return JSON.parse(succeeded(await this.inShadow(['stack', 'export', '--stack', this.options.stack])).stdout);
  }

  /** Environment in which any other `pulumi` command works on this stack, for instance for a person's shell. */
  environment(): NodeJS.ProcessEnv {
    // Whatever Pulumi of their own the user has set up must not leak in: access tokens, backends, selected stacks.
    const inherited = Object.entries(process.env).filter(([key]) => !key.startsWith('PULUMI_'));
    return { ...Object.fromEntries(inherited), ...this.settings() };
  }

  /** The variables of {@link environment} that are ours. */
  settings(): Record<string, string> {
    return {
      KUBECONFIG: this.options.cluster.kubeconfig,
      PULUMI_HOME: this.places.home,
      // Without `metadata=skip` the state has files of attributes beside it, which are not written atomically: after a kill
      // in that moment Pulumi cannot read its state any more ("failed to load checkpoint: EOF").
      PULUMI_BACKEND_URL: `file://${this.places.state}?metadata=skip`,
      PULUMI_CONFIG_PASSPHRASE_FILE: this.places.passphrase,
      PULUMI_SKIP_UPDATE_CHECK: 'true',
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: 'true',
      PULUMI_IGNORE_AMBIENT_PLUGINS: 'true',
    };
  }

  /** Makes the stack if it is not there. @internal */
  async initialise(): Promise<void> {
    const made = join(this.places.state, '.pulumi', 'stacks', this.project.name, `${this.options.stack}.json`);
    if (existsSync(made)) return;
    succeeded(
      await this.inShadow(['stack', 'init', this.options.stack, '--no-select', '--secrets-provider', 'passphrase']),
    );
  }

  private async operate(
    command: readonly string[],
    { onLine, signal, args = [] }: OperationOptions,
  ): Promise<RunResult> {
    await this.removeStaleLock();
    await this.writeConfiguration();
    const target = ['--stack', this.options.stack, '--config-file', this.places.configuration];
    return this.pulumi(this.project.folder, [...command, ...target, ...args], { onLine, signal });
  }

  private inShadow(args: readonly string[]): Promise<RunResult> {
    return this.pulumi(this.places.shadow, args);
  }

  private pulumi(
    cwd: string,
    args: readonly string[],
    options: Pick<OperationOptions, 'onLine' | 'signal'> = {},
  ): Promise<RunResult> {
    const colour = ['--color', 'never', '--non-interactive'];
    return run(join(this.places.home, 'bin', 'pulumi'), [...args, ...colour], {
      cwd,
      env: this.environment(),
      ...options,
    });
  }

  /** The committed configuration with the salt that belongs to this stack's passphrase. */
  private async writeConfiguration(): Promise<void> {
    const file = `Pulumi.${this.options.stack}.yaml`;
    const { encryptionsalt } = await readYaml(join(this.places.shadow, file));
    const {
      encryptionsalt: _salt,
      secretsprovider: _provider,
      encryptedkey: _key,
      ...committed
    } = await readYaml(join(this.project.folder, file));
    await writeFile(this.places.configuration, stringify({ ...committed, encryptionsalt }), { mode: 0o600 });
  }

  /** A killed Pulumi leaves its lock; one whose process has ended is removed, one that works is respected. */
  private async removeStaleLock(): Promise<void> {
    const folder = join(this.places.state, '.pulumi', 'locks', 'organization', this.project.name, this.options.stack);
    const files = existsSync(folder) ? (await readdir(folder)).filter((file) => file.endsWith('.json')) : [];
    for (const file of files) {
      const { pid } = JSON.parse(await readFile(join(folder, file), 'utf8')) as { pid: number };
      if (isRunning(pid)) {
        throw new OperatorError(
          `[stack ${this.options.stack}] one operation at a time, process ${pid} runs one; wait for it or stop it: kill -INT ${pid}`,
        );
      }
      this.report(
        `stack ${this.options.stack}: process ${pid} was killed during an operation, removing its lock (pulumi cancel)`,
      );
      succeeded(await this.cancel());
    }
  }
}

function succeeded(result: RunResult): RunResult {
  if (result.code === 0) return result;
  throw new OperatorError(`[pulumi] ${result.stderr.trim() || result.stdout.trim()}`);
}
