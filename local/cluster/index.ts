import { existsSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Cache, removeFolder } from '../cache';
import { OperatorError } from '../errors';
import { withLock } from '../lock';
import { run } from '../run';
import { ensureTools } from '../toolchain';
import { tools as toolTable } from '../toolchain/versions';
import { areComplete, endProcesses, lastWords, volumeFolders } from './components';
import { type ClusterTools, clusterTools, kwokConfiguration } from './kwok-configuration';
import { clusterObjects, type Topology } from './nodes';
import { requireFree } from './ports';

/** How to start a cluster. */
export interface ClusterOptions extends Topology {
  /** A DNS label; the cluster's folder in the cache has this name. */
  readonly name: string;
  /** Port of the API server, on the loopback interface. @default - a free one */
  readonly port?: number;
  /** Called with one line before each step that takes time. @default - not called */
  readonly report?: (line: string) => void;
  /** @default - the user's cache */
  readonly cache?: Cache;
}

/** A cluster that runs. */
export interface Cluster {
  readonly name: string;
  /** Folder of everything that belongs to it. */
  readonly folder: string;
  /** Path of its kubeconfig: an administrator's, and the current context is this cluster. */
  readonly kubeconfig: string;
  /** Address of the API server. */
  readonly server: string;
  /** Whether it ran already. */
  readonly reused: boolean;
}

/** `running`: it answers; `broken`: it left something but does not answer; `absent`: nothing of it is there. */
export type ClusterState = 'running' | 'broken' | 'absent';

/** Longest time until the API server is ready. In seconds; it takes about 4 on two cores. */
const startTimeout = 120;

/**
 * Starts a cluster: a real API server, scheduler and controller manager, with simulated nodes.
 *
 * No container runs on such nodes: pods become ready because kwok says so. Admission, scheduling, volumes, rollouts are real.
 * Every port is open on the loopback interface only. A cluster of that name that runs is used again, with the nodes and
 * storage classes asked for now added; what a dead one left is removed first.
 *
 * @throws OperatorError if a tool cannot be had, the port is busy, or the cluster does not become ready
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { name } = options;
  if (!/^[a-z0-9]([-a-z0-9]{0,38}[a-z0-9])?$/.test(name)) {
    throw new OperatorError(
      `[cluster] name must be a DNS label of at most 40 characters, got '${name}'; choose another`,
    );
  }
  const cache = options.cache ?? new Cache();
  const report = options.report ?? (() => undefined);
  const tools = await ensureTools(clusterTools, { cache, report });
  const waiting = (owner: number) => report(`cluster ${name}: process ${owner} is starting or stopping it, waiting`);
  return withLock(cache.lock(`cluster-${name}`), waiting, async () => {
    const folder = cache.cluster(name);
    const state = await stateOf(folder, tools.kubectl);
    if (state !== 'running') {
      if (state === 'broken') {
        report(`cluster ${name}: not running any more, removing what it left`);
        await removeCluster(folder);
      }
      report(`cluster ${name}: starting, a few seconds`);
      await createCluster(folder, tools, options);
    }
    await populate(folder, tools.kubectl, options);
    return {
      name,
      folder,
      kubeconfig: kubeconfigOf(folder),
      server: await serverOf(folder, tools.kubectl),
      reused: state === 'running',
    };
  });
}

/**
 * Stops a cluster and removes everything it made: its processes, its data, the state of its stacks, the folders of its volumes.
 *
 * @returns the paths that were removed; empty if there was nothing of that name
 */
export async function stopCluster(name: string, cache: Cache = new Cache()): Promise<string[]> {
  return withLock(
    cache.lock(`cluster-${name}`),
    () => undefined,
    () => removeCluster(cache.cluster(name)),
  );
}

/** State of a cluster. */
export async function clusterStatus(name: string, cache: Cache = new Cache()): Promise<ClusterState> {
  const kubectl = cache.cachedTool('kubectl', toolTable.kubectl.version) ?? 'kubectl';
  return stateOf(cache.cluster(name), kubectl);
}

async function stateOf(folder: string, kubectl: string): Promise<ClusterState> {
  if (!existsSync(folder)) return 'absent';
  if (!(await areComplete(kwokFolder(folder)))) return 'broken';
  const ready = await run(kubectl, [
    '--kubeconfig',
    kubeconfigOf(folder),
    '--request-timeout=5s',
    'get',
    '--raw',
    '/readyz',
  ]);
  return ready.code === 0 ? 'running' : 'broken';
}

async function createCluster(folder: string, tools: ClusterTools, options: ClusterOptions): Promise<void> {
  if (options.port !== undefined) await requireFree(options.port);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const configuration = join(folder, 'kwokctl.yaml');
  await writeFile(configuration, await kwokConfiguration(tools, options.port));

  const wait = `${startTimeout}s`;
  const created = await run(
    tools.kwokctl,
    [
      'create',
      'cluster',
      '--name',
      kwokName,
      '--config',
      configuration,
      '--kubeconfig',
      kubeconfigOf(folder),
      '--wait',
      wait,
    ],
    {
      // kwokctl prefers a kubectl on PATH, of whatever version, to the one it was given.
      env: {
        ...process.env,
        KWOK_WORKDIR: join(folder, 'kwok'),
        PATH: `${dirname(tools.kubectl)}:${process.env.PATH}`,
      },
      timeout: 2 * startTimeout,
    },
  );
  if (created.code !== 0) {
    const words = await lastWords(kwokFolder(folder));
    await removeCluster(folder);
    const why = words.length > 0 ? words.join('; ') : created.stderr.trim();
    throw new OperatorError(`[cluster ${options.name}] did not become ready: ${why}; nothing of it is left, try again`);
  }
  await chmod(kubeconfigOf(folder), 0o600);
}

/** kwokctl's own name of the cluster; the folder tells clusters apart. */
const kwokName = 'efk';
const kwokFolder = (folder: string): string => join(folder, 'kwok', 'clusters', kwokName);
const kubeconfigOf = (folder: string): string => join(folder, 'kubeconfig');

async function removeCluster(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  await endProcesses(folder);
  const removed = [...(await volumeFolders(kwokFolder(folder))), folder];
  for (const path of removed) await removeFolder(path);
  return removed;
}

/** Makes the nodes and storage classes and waits until the nodes are ready. */
async function populate(folder: string, kubectl: string, topology: Topology): Promise<void> {
  const input = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: clusterObjects(topology) });
  const apply = ['apply', '--server-side', '--force-conflicts', '--field-manager=efk', '-f', '-'];
  for (const args of [apply, ['wait', 'node', '--all', '--for=condition=Ready', '--timeout=60s']]) {
    const result = await run(kubectl, ['--kubeconfig', kubeconfigOf(folder), ...args], { input });
    if (result.code !== 0) throw new OperatorError(`[cluster] nodes and storage classes: ${result.stderr.trim()}`);
  }
}

async function serverOf(folder: string, kubectl: string): Promise<string> {
  const view = await run(kubectl, [
    '--kubeconfig',
    kubeconfigOf(folder),
    'config',
    'view',
    '--minify',
    '-o',
    'jsonpath={.clusters[0].cluster.server}',
  ]);
  return view.stdout;
}
