import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { Cache } from '../../local/cache';
import { withLock } from '../../local/lock';
import { temporaryFolder } from '../temporary-folder';
import { filesIn } from './fixtures';

/** No process has this id: it is above the highest one of Linux and macOS. */
const noProcess = 2 ** 22 + 1;

afterEach(() => vi.unstubAllEnvs());

test('the cache lies outside the repository, where the user wants it', () => {
  for (const name of ['EFK_CACHE', 'XDG_CACHE_HOME']) vi.stubEnv(name, '');
  expect(new Cache().root).toBe(join(homedir(), '.cache', 'cdk8s-efk'));
  vi.stubEnv('XDG_CACHE_HOME', '/var/xdg');
  expect(new Cache().root).toBe('/var/xdg/cdk8s-efk');
  vi.stubEnv('EFK_CACHE', '/var/efk');
  expect(new Cache().root).toBe('/var/efk');
});

test('a program appears in the cache whole, and the first one stays', async () => {
  const cache = new Cache(temporaryFolder());
  for (const content of ['first', 'second']) {
    await cache.inTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'etcd'), content);
      expect(cache.cachedTool('etcd', '9.0.0')).toBe(content === 'first' ? undefined : cache.tool('etcd', '9.0.0'));
      expect(await cache.publish('etcd', '9.0.0', join(folder, 'etcd'))).toBe(cache.tool('etcd', '9.0.0'));
    });
  }
  expect(readFileSync(cache.tool('etcd', '9.0.0'), 'utf8')).toBe('first');
  expect(filesIn(cache.root)).toEqual(['tools/etcd/9.0.0/etcd']);
});

test('temporary folders go with a failure, and those of dead processes with the next run', async () => {
  const cache = new Cache(temporaryFolder());
  const dead = join(cache.root, 'tmp', `${noProcess}-abc`);
  const alive = join(cache.root, 'tmp', `${process.ppid}-abc`);
  for (const folder of [dead, alive]) mkdirSync(folder, { recursive: true });
  let mine = '';
  await expect(
    cache.inTemporaryFolder(async (folder) => {
      mine = folder;
      throw new Error('broken');
    }),
  ).rejects.toThrow('broken');
  expect([mine, dead, alive].map((folder) => existsSync(folder))).toEqual([false, false, true]);
});

test('a lock of a dead process is free', async () => {
  const lock = join(temporaryFolder(), 'a.lock');
  writeFileSync(lock, String(noProcess));
  const waiting = vi.fn();
  expect(await withLock(lock, waiting, async () => readFileSync(lock, 'utf8'))).toBe(String(process.pid));
  expect(waiting).not.toHaveBeenCalled();
  expect(existsSync(lock)).toBe(false);
});

test('a lock of a living process is waited for', async () => {
  const lock = join(temporaryFolder(), 'a.lock');
  const order: string[] = [];
  const first = withLock(lock, vi.fn(), async () => {
    await sleep(100);
    order.push('first');
  });
  await sleep(20);
  const waiting = vi.fn();
  await withLock(lock, waiting, async () => order.push('second'));
  await first;
  expect(order).toEqual(['first', 'second']);
  expect(waiting.mock.calls).toEqual([[process.pid]]);
});
