import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes `folder` a disk of its own. In bytes, or with `m` behind it. */
export function mountDisk(folder: string, size: string): void {
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'pipe' });
}

/** Removes the disk, with everything on it. */
export function unmountDisk(folder: string): void {
  execFileSync('umount', ['--lazy', folder], { stdio: 'pipe' });
}

/** Why no disk can be mounted by this process; undefined if it can. */
export function noDisks(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'efk-disk-'));
  try {
    mountDisk(folder, '1m');
    unmountDisk(folder);
    return undefined;
  } catch (error) {
    return String(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
