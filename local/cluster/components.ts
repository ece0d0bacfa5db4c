import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from '../cache';
import { run } from '../run';

/** How long to wait for components to end. In milliseconds. */
const grace = 10_000;

/** Components of a cluster: etcd, the control plane and the simulated kubelet. */
const components = ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kwok-controller'] as const;

/** Whether every component of the cluster in `folder` runs. */
export async function areComplete(folder: string): Promise<boolean> {
  const running = await processesOf(folder);
  return components.every((component) => running.has(component));
}

/**
 * Ends every process that was started from `folder`, each by its process id, and waits until they have ended: components
 * of the cluster, and what a killed Pulumi leaves behind.
 */
export async function endProcesses(folder: string): Promise<void> {
  const running = [...(await processesOf(folder)).values()].flat();
  // Not SIGTERM: their data is thrown away, and an API server waits a minute for an etcd that has ended before it.
  for (const pid of running) kill(pid);
  const deadline = Date.now() + grace;
  while (running.some(isRunning) && Date.now() < deadline) await sleep(20);
}

/** Last lines of the logs of components that do not run: why a cluster did not start. */
export async function lastWords(folder: string): Promise<string[]> {
  const running = await processesOf(folder);
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

/**
 * Processes whose program lies in `folder`: name of the program to process ids.
 *
 * Recorded process ids would not do: after a restart of the machine they may belong to any program.
 */
async function processesOf(folder: string): Promise<Map<string, number[]>> {
  const found = new Map<string, number[]>();
  for (const [pid, program] of await allProcesses()) {
    if (!program.startsWith(`${folder}/`)) continue;
    const name = basename(program);
    found.set(name, [...(found.get(name) ?? []), pid]);
  }
  return found;
}

/** Process id and program of everything that runs. */
async function allProcesses(): Promise<[number, string][]> {
  if (process.platform === 'linux') {
    const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger);
    const commands = pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''));
    return (await Promise.all(commands)).map((command, index) => [pids[index] ?? 0, command.split('\0')[0] ?? '']);
  }
  const { stdout } = await run('ps', ['-axo', 'pid=,args=']);
  return [...stdout.matchAll(/^\s*(\d+) (\S+)/gm)].map(([, pid, program]) => [Number(pid), program ?? '']);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended in the meantime.
  }
}
