import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from './cache';
import { run } from './run';

/** How long to wait for components to end. In milliseconds. */
const grace = 10_000;

/** Components of a cluster: etcd, the control plane and the simulated kubelet. */
const components = ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kwok-controller'] as const;

/** Process ids of the components of the cluster in `folder` that run. */
export async function runningComponents(folder: string): Promise<Map<string, number>> {
  const running = new Map<string, number>();
  for (const component of components) {
    const pid = await recordedPid(join(folder, 'pids', `${component}.pid`));
    if (pid !== undefined && (await isOurs(pid, folder))) running.set(component, pid);
  }
  return running;
}

/** Whether every component runs. */
export function isComplete(running: ReadonlyMap<string, number>): boolean {
  return components.every((component) => running.has(component));
}

/** Ends the components of the cluster in `folder`, each by its process id, and waits until they have ended. */
export async function endComponents(folder: string): Promise<void> {
  const running = [...(await runningComponents(folder)).values()];
  // Not SIGTERM: their data is thrown away, and an API server waits a minute for an etcd that has ended before it.
  for (const pid of running) kill(pid);
  const deadline = Date.now() + grace;
  while (running.some(isRunning) && Date.now() < deadline) await sleep(20);
}

/** Last lines of the logs of components that do not run: why a cluster did not start. */
export async function lastWords(folder: string): Promise<string[]> {
  const running = await runningComponents(folder);
  const words: string[] = [];
  for (const component of components) {
    const log = join(folder, 'logs', `${component}.log`);
    if (running.has(component) || !existsSync(log)) continue;
    const last = (await readFile(log, 'utf8')).trim().split('\n').at(-1);
    if (last) words.push(`${component}: ${last}`);
  }
  return words;
}

/**
 * Folders that the controller manager made for the persistent volumes of the cluster in `folder`.
 *
 * Its host-path provisioner makes them in a fixed place outside the cluster's folder and nothing removes them when a cluster
 * is deleted. They are read from etcd's own files, because that also works for a cluster that no longer answers.
 * (kubernetes/pkg/volume/hostpath: `/tmp/hostpath_pv/<uuid>`)
 */
export async function volumeFolders(folder: string): Promise<string[]> {
  const found = new Set<string>();
  for (const part of ['snap', 'wal']) {
    const parent = join(folder, 'etcd', 'member', part);
    const files = existsSync(parent) ? await readdir(parent) : [];
    for (const file of files) {
      const text = await readFile(join(parent, file), 'latin1');
      for (const [path] of text.matchAll(/\/tmp\/hostpath_pv\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g))
        found.add(path);
    }
  }
  return [...found].filter(existsSync).sort();
}

async function recordedPid(file: string): Promise<number | undefined> {
  if (!existsSync(file)) return undefined;
  return Number.parseInt(await readFile(file, 'utf8'), 10);
}

/** After a restart of the machine the id may belong to any program: only one started from the cluster's folder is ours. */
async function isOurs(pid: number, folder: string): Promise<boolean> {
  if (!isRunning(pid)) return false;
  return (await commandOf(pid)).startsWith(join(folder, 'bin'));
}

async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux') return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return (await run('ps', ['-p', String(pid), '-o', 'command='])).stdout;
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended in the meantime.
  }
}
