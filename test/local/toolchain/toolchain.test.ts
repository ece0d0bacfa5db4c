import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { Cache } from '../../../local/cache';
import { OperatorError } from '../../../local/errors';
import { ensureTools, type ToolchainOptions } from '../../../local/toolchain';
import { build } from '../../../local/toolchain/build';
import { Downloader } from '../../../local/toolchain/download';
import type { GoModule, ToolName } from '../../../local/toolchain/tool';
import { temporaryFolder } from '../../temporary-folder';
import { etcd, filesIn, platform, script, tableOf } from '../fixtures';
import { serve } from '../server';

/** A build that makes its programs at once. */
const quickBuild = vi.fn(async (module: GoModule, folder: string) => {
  const programs = new Map<ToolName, string>();
  for (const name of Object.keys(module.provides) as ToolName[]) {
    programs.set(name, join(folder, name));
    writeFileSync(join(folder, name), `built ${name}`);
  }
  return programs;
});

function setUp(options: ToolchainOptions = {}) {
  quickBuild.mockClear();
  const lines: string[] = [];
  const cache = new Cache(temporaryFolder());
  const environment = { PATH: temporaryFolder() };
  const all: ToolchainOptions = {
    ...{ cache, platform, environment, table: tableOf(etcd()), build: quickBuild },
    downloader: new Downloader({ mirror: 'http://127.0.0.1:9', connectTimeout: 0.2 }),
    report: (line) => lines.push(line),
    ...options,
  };
  return { cache, lines, environment, ensure: () => ensureTools(['etcd'], all) };
}

test('what is cached is used without a word', async () => {
  const { cache, lines, ensure } = setUp();
  const path = cache.tool('etcd', '9.0.0');
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, '');
  expect(await ensure()).toEqual({ etcd: path });
  expect(lines).toEqual([]);
});

test('an installed program that is fit comes next', async () => {
  const { lines, environment, ensure } = setUp();
  const path = script(environment.PATH, 'etcd', 'echo 9.0.7');
  expect(await ensure()).toEqual({ etcd: path });
  expect(lines).toEqual([`etcd 9.0.0: using ${path} (9.0.7)`]);
});

test('then the official release, once', async () => {
  const { url, requests } = await serve((_, response) => response.end('etcd itself'));
  const { cache, lines, environment, ensure } = setUp({ downloader: new Downloader({ mirror: url }) });
  const old = script(environment.PATH, 'etcd', 'echo 8.0.0');
  for (let time = 0; time < 2; time += 1) expect(await ensure()).toEqual({ etcd: cache.tool('etcd', '9.0.0') });
  expect(readFileSync(cache.tool('etcd', '9.0.0'), 'utf8')).toBe('etcd itself');
  expect(requests).toHaveLength(1);
  expect(lines).toEqual([
    `etcd 9.0.0: ${old} does not fit (it is 8.0.0, needed is ~9.0.0), downloading 1 MB from releases.example`,
    'etcd 9.0.0: 25 % downloaded',
  ]);
  expect(quickBuild).not.toHaveBeenCalled();
});

test('and a build last: what failed and how long it takes is said before it starts', async () => {
  const { url } = await serve((_, response) => response.writeHead(403).end());
  const { cache, lines, ensure } = setUp({ downloader: new Downloader({ mirror: url }) });
  expect(await ensure()).toEqual({ etcd: cache.tool('etcd', '9.0.0') });
  expect(lines).toEqual([
    `etcd 9.0.0: not installed, download failed (${url}/releases.example/v9/etcd answered 403 Forbidden), building from Go modules, about 2 minutes`,
  ]);
  expect(filesIn(cache.root)).toEqual(['tools/etcd/9.0.0/etcd']);
});

test('a platform without official binaries is built for at once', async () => {
  const { lines, ensure } = setUp({ platform: 'darwin-arm64' });
  await ensure();
  expect(lines).toEqual([
    'etcd 9.0.0: not installed, no official binary with a checksum for darwin-arm64, building from Go modules, about 2 minutes',
  ]);
});

test('a broken download leaves nothing in the cache', async () => {
  const { url } = await serve((_, response) => response.end('tampered'));
  const { cache, ensure } = setUp({
    downloader: new Downloader({ mirror: url }),
    build: async () => {
      throw new OperatorError('no Go');
    },
  });
  await expect(ensure()).rejects.toThrow(
    /^\[etcd\] not installed, download failed \(.* has sha256 .*\), and the build failed: no Go$/,
  );
  expect(filesIn(cache.root)).toEqual([]);
});

test('several at once get a tool once', async () => {
  const { cache, ensure } = setUp({ platform: 'darwin-arm64' });
  const all = await Promise.all([ensure(), ensure(), ensure()]);
  expect(new Set(all.map(({ etcd: path }) => path))).toEqual(new Set([cache.tool('etcd', '9.0.0')]));
  expect(quickBuild).toHaveBeenCalledTimes(1);
});

test('without Go the message says why the download failed and what to do', async () => {
  const { ensure } = setUp({ platform: 'darwin-x64', build });
  await expect(ensure()).rejects.toThrow(
    new OperatorError(
      '[etcd] not installed, no official binary with a checksum for darwin-x64, and the build failed: [tools/etcd] building needs Go on PATH, found none; install Go 1.25.0 or newer (https://go.dev/dl) or make the download possible',
    ),
  );
});

test.each([
  [
    'too old',
    'echo go1.19.2',
    '[tools/etcd] building needs Go >= 1.25.0, found go1.19.2; install Go 1.25.0 or newer (https://go.dev/dl) or make the download possible',
  ],
  [
    'without a network',
    '[ "$1" = env ] && echo go1.99.0 && exit; echo "go: m: dial tcp: lookup proxy.example: no such host" >&2; exit 1',
    '[tools/etcd] Go modules cannot be downloaded (go: m: dial tcp: lookup proxy.example: no such host); connect to the network or set GOPROXY to a reachable proxy',
  ],
  [
    'on a full disk',
    '[ "$1" = env ] && echo go1.99.0 && exit; echo "write /x: no space left on device" >&2; exit 1',
    '[tools/etcd] the disk is full; free about 5 GB where GOCACHE, GOMODCACHE (see `go env`) and TMPDIR lie',
  ],
  [
    'given another module than recorded',
    '[ "$1" = env ] && echo go1.99.0 && exit; echo "verifying m: checksum mismatch" >&2; exit 1',
    '[tools/etcd] a Go module differs from the one recorded in go.sum (verifying m: checksum mismatch); do not use it, ask those who run your GOPROXY',
  ],
])('a Go %s is one sentence', async (_, body, message) => {
  const PATH = temporaryFolder();
  script(PATH, 'go', body);
  const folder = temporaryFolder();
  await expect(build(etcd().module, folder, { environment: { PATH: `${PATH}:/bin` } })).rejects.toThrow(
    new OperatorError(message),
  );
});
