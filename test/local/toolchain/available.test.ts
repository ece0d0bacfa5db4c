import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { Cache } from '../../../local/cache';
import { freePorts } from '../../../local/cluster/ports';
import { type AvailabilityOptions, missingTools } from '../../../local/toolchain/available';
import { Downloader } from '../../../local/toolchain/download';
import { temporaryFolder } from '../../temporary-folder';
import { etcd, platform, script, tableOf } from '../fixtures';
import { serve } from '../server';

/** A machine without Go, cache, programs and network. */
async function bareMachine(options: AvailabilityOptions = {}) {
  const [port] = await freePorts(1);
  const PATH = temporaryFolder();
  const cache = new Cache(temporaryFolder());
  const downloader = new Downloader({ mirror: `http://127.0.0.1:${port}` });
  const all = { cache, platform, environment: { PATH }, table: tableOf(etcd()), downloader, ...options };
  return { PATH, port, cache, missing: () => missingTools(['etcd'], all) };
}

test('where there is nothing, what is missing and why is one phrase', async () => {
  const { port, missing } = await bareMachine();
  expect(await missing()).toBe(
    `Go on PATH to build etcd 9.0.0, or its download (127.0.0.1:${port} cannot be reached: connect ECONNREFUSED 127.0.0.1:${port})`,
  );
  const other = await bareMachine({ platform: 'darwin-x64' });
  expect(await other.missing()).toBe('Go on PATH to build etcd 9.0.0, which has no official binary for darwin-x64');
});

test('a Go is enough, even one whose builds fail: that is a failure then', async () => {
  const { PATH, missing } = await bareMachine();
  script(PATH, 'go', 'exit 1');
  expect(await missing()).toBeUndefined();
});

test('so is a host that answers, even with a refusal', async () => {
  const { url, requests } = await serve((_, response) => response.writeHead(403).end());
  const { missing } = await bareMachine({ downloader: new Downloader({ mirror: url }) });
  expect(await missing()).toBeUndefined();
  expect(requests).toEqual(['/releases.example/v9/etcd']);
});

test('and a tool that is installed or cached', async () => {
  const installed = await bareMachine();
  script(installed.PATH, 'etcd', 'echo 9.0.7');
  expect(await installed.missing()).toBeUndefined();

  const cached = await bareMachine();
  const path = cached.cache.tool('etcd', '9.0.0');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
  expect(await cached.missing()).toBeUndefined();
});
