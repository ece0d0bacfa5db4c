import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from './cache';

/** Time between two attempts to get a lock that another process holds. In milliseconds. */
const retry = 200;

/**
 * Runs `work` while holding a lock between processes. A lock whose process has ended counts as free.
 *
 * @param path of the lock file; it holds the process id of its owner
 * @param waiting is called once, with that id, if another process holds the lock
 */
export async function withLock<T>(path: string, waiting: (owner: number) => void, work: () => Promise<T>): Promise<T> {
  await acquire(path, waiting);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function acquire(path: string, waiting: (owner: number) => void): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // A hard link appears with its content, so that nobody ever reads a lock file without an owner.
  const mine = `${path}.${randomUUID()}`;
  await writeFile(mine, String(process.pid));
  let told = false;
  try {
    while (!(await tryLink(mine, path))) {
      const owner = await ownerOf(path);
      if (owner === undefined) continue;
      if (!isRunning(owner)) {
        await rm(path, { force: true });
        continue;
      }
      if (!told) waiting(owner);
      told = true;
      await sleep(retry);
    }
  } finally {
    await rm(mine, { force: true });
  }
}

async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function ownerOf(path: string): Promise<number | undefined> {
  try {
    return Number.parseInt(await readFile(path, 'utf8'), 10);
  } catch {
    return undefined;
  }
}
