import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

import { type Environment, environmentNamed } from '../../environments';
import { type Cluster, startCluster, stopCluster } from '../../local/cluster';
import { endProcessTree } from '../../local/processes';
import { openStack, type Stack } from '../../local/pulumi';
import { type RunResult, run } from '../../local/run';

const REPOSITORY = join(__dirname, '../..');

/** What a program needs of the repository to be deployed from a copy of it. */
const SOURCES = ['constructs', 'environments', 'review', 'stacks', 'package.json', 'tsconfig.json', 'Pulumi.yaml'];

/** A Kubernetes object, as far as the tests look at it. */
export interface KubernetesObject {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid: string;
    readonly generation?: number;
  };
  readonly data?: Record<string, string>;
  readonly spec: { readonly replicas?: number };
  readonly status: Record<string, unknown>;
}

/** An environment on a cluster of its own, deployed from a copy of the sources that a test may edit. */
export class Deployment {
  private constructor(
    readonly environment: Environment,
    readonly cluster: Cluster,
    readonly stack: Stack,
    private readonly project: string,
  ) {}

  static async start(name: string): Promise<Deployment> {
    const environment = environmentNamed(name);
    const { zones = [], storageClass, nodeSets } = environment.elasticsearch;
    const cluster = await startCluster({
      name: clusterName(name),
      zones,
      nodesPerZone: 3,
      storageClasses: [storageClass, ...nodeSets.map((set) => set.storageClass)].filter((value) => value !== undefined),
      report: console.log,
    });
    // In the folder of the cluster, with which it goes.
    const project = mkdtempSync(join(cluster.folder, 'sources-'));
    for (const source of [...SOURCES, `Pulumi.${name}.yaml`]) {
      cpSync(join(REPOSITORY, source), join(project, source), { recursive: true });
    }
    symlinkSync(join(REPOSITORY, 'node_modules'), join(project, 'node_modules'));
    const stack = await openStack({ cluster, stack: name, project, report: console.log });
    return new Deployment(environment, cluster, stack, project);
  }

  /** Removes the cluster of an environment, however far its start came. */
  static async stop(name: string): Promise<void> {
    await stopCluster(clusterName(name));
  }

  /** Edits a file of the sources, as a person would. */
  edit(file: string, from: string, to: string): void {
    const path = join(this.project, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
  }

  /** `pulumi up`, which must succeed; what it printed. */
  async up(): Promise<string> {
    return succeeded(await this.stack.up());
  }

  /** What `pulumi up` would change: operations by resource name. */
  async plan(): Promise<Record<string, string>> {
    const { steps } = JSON.parse(await this.pulumi('preview', '--json')) as { steps: { op: string; urn: string }[] };
    return Object.fromEntries(
      steps.filter(({ op }) => op !== 'same').map(({ op, urn }) => [urn.split('::').at(-1), op]),
    );
  }

  /**
   * `pulumi up` that is killed, with everything it started, as soon as a line that it prints matches.
   *
   * @returns whether it was killed, rather than done before a line matched
   */
  async upKilledAt(pattern: RegExp): Promise<boolean> {
    // What a person does after a kill, as Pulumi tells them: there may be a lock of the one before.
    await this.stack.cancel();
    return new Promise((resolve) => {
      const child = this.spawnPulumi('up', '--yes', '--skip-preview');
      let killed = false;
      let printed = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        if (killed || !pattern.test(printed) || child.pid === undefined) return;
        killed = true;
        endProcessTree(child.pid);
      });
      child.on('close', () => resolve(killed));
    });
  }

  /** Output of a `pulumi` command on the stack, which must succeed. */
  pulumi(command: string, ...args: string[]): Promise<string> {
    return new Promise((resolve, reject) => {
      const child = this.spawnPulumi(command, ...args);
      let [stdout, stderr] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      child.on('close', (code) => (code === 0 ? resolve(stdout) : reject(new Error(stderr + stdout))));
    });
  }

  /** Runs `kubectl` with the rights of an administrator. */
  kubectl(args: readonly string[], input?: string): Promise<RunResult> {
    return run('kubectl', ['--kubeconfig', this.cluster.kubeconfig, ...args], { input, env: this.stack.environment() });
  }

  /** Objects of `kinds` in all namespaces. */
  async objects(...kinds: string[]): Promise<KubernetesObject[]> {
    const result = await this.kubectl(['get', kinds.join(','), '--all-namespaces', '--output', 'json']);
    return (JSON.parse(succeeded(result)) as { items: KubernetesObject[] }).items;
  }

  private spawnPulumi(command: string, ...args: string[]) {
    const { name } = this.environment;
    // Only what runs the program reads the configuration.
    const config =
      command === 'state' ? [] : ['--config-file', join(this.cluster.folder, 'pulumi', `Pulumi.${name}.yaml`)];
    const env = this.stack.environment();
    return spawn(
      join(env.PULUMI_HOME ?? '', 'bin', 'pulumi'),
      [command, ...args, '--stack', name, ...config, '--color', 'never', '--non-interactive'],
      { cwd: this.project, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
    );
  }
}

/** What a program printed; fails the test with it if the program failed. */
export function succeeded({ code, stdout, stderr }: RunResult): string {
  expect(code, stdout + stderr).toBe(0);
  return stdout;
}

/** `Kind/namespace/name`, as the resources are called. */
export function nameOf({ kind, metadata: { namespace, name } }: KubernetesObject): string {
  return [kind, namespace, name].filter(Boolean).join('/');
}

function clusterName(environment: string): string {
  return `e2e-${environment}`;
}
