import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ToolName } from './toolchain/tool';

/**
 * Where everything lies that is made on this machine, always outside the repository.
 *
 * - `tools/<tool>/<version>/<tool>`: programs
 * - `prometheus/`: Prometheus and Alertmanager
 * - `fluentd/<key>/`: a Fluentd with its gems, and a system for it where this machine has none that fits
 * - `clusters/<name>/`: everything a cluster makes: its data, its kubeconfig, the state of its Pulumi stacks
 * - `locks/`, `tmp/`: of running commands
 */
export class Cache {
  /**
   * @param root folder of the cache. @default - `$EFK_CACHE`, else `$XDG_CACHE_HOME/cdk8s-efk`, else `~/.cache/cdk8s-efk`
   */
  constructor(readonly root: string = defaultRoot(process.env)) {}

  /** Path of a tool's program, whether it is there or not. */
  tool(name: ToolName, version: string): string {
    return join(this.root, 'tools', name, version, name);
  }

  /** The tool's program if it is in the cache. What is in the cache is complete: it got there by a rename. */
  cachedTool(name: ToolName, version: string): string | undefined {
    const path = this.tool(name, version);
    return existsSync(path) ? path : undefined;
  }

  /** Folder of a Fluentd; the key says which gems it has and on what they run. What is there is complete. */
  fluentd(key: string): string {
    return join(this.root, 'fluentd', key);
  }

  /** Folder of what a cluster makes. */
  cluster(name: string): string {
    return join(this.root, 'clusters', name);
  }

  /** Names of the clusters that have left something in the cache. */
  async clusters(): Promise<string[]> {
    return (await list(join(this.root, 'clusters'))).sort();
  }

  /** Paths of those of the cache's own folders that are there. */
  folders(names: readonly ('tools' | 'fluentd' | 'tmp' | 'locks')[]): string[] {
    return names.map((name) => join(this.root, name)).filter(existsSync);
  }

  /** Path of a lock file. */
  lock(name: string): string {
    return join(this.root, 'locks', `${name}.lock`);
  }

  /**
   * Runs `make` with a fresh folder on the same file system as the cache, and removes the folder whatever happens.
   *
   * Folders that killed processes left behind are removed as well.
   */
  async inTemporaryFolder<T>(make: (folder: string) => Promise<T>): Promise<T> {
    const parent = join(this.root, 'tmp');
    for (const leftover of await list(parent)) {
      if (!isRunning(Number.parseInt(leftover, 10))) await removeFolder(join(parent, leftover));
    }
    const folder = join(parent, `${process.pid}-${randomBytes(4).toString('hex')}`);
    await mkdir(folder, { recursive: true });
    try {
      return await make(folder);
    } finally {
      await removeFolder(folder);
    }
  }

  /**
   * Puts a finished program into the cache: its folder appears whole or not at all.
   *
   * @param program path in a folder of {@link inTemporaryFolder}; it is moved
   * @returns the path in the cache; when another process was faster, its program is kept
   */
  async publish(name: ToolName, version: string, program: string): Promise<string> {
    const target = this.tool(name, version);
    const staging = `${program}.publish`;
    await mkdir(staging);
    await rename(program, join(staging, name));
    await this.publishFolder(staging, dirname(target));
    return target;
  }

  /** Moves a finished folder of {@link inTemporaryFolder} to its place; when another process was faster, its folder is kept. */
  async publishFolder(folder: string, target: string): Promise<void> {
    await mkdir(dirname(target), { recursive: true });
    try {
      await rename(folder, target);
    } catch (error) {
      if (!existsSync(target)) throw error;
    }
  }
}

/** Removes a folder and everything in it; does nothing if it is not there. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Whether a process with this id runs. A process of another user counts as running. */
export function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Entries of a folder; empty if it is not there. */
async function list(folder: string): Promise<string[]> {
  return existsSync(folder) ? readdir(folder) : [];
}

function defaultRoot(environment: NodeJS.ProcessEnv): string {
  if (environment.EFK_CACHE) return environment.EFK_CACHE;
  return join(environment.XDG_CACHE_HOME || join(homedir(), '.cache'), 'cdk8s-efk');
}
