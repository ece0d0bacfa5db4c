import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Cache } from '../cache';
import { OperatorError } from '../errors';
import { withLock } from '../lock';
import { type RunResult, run } from '../run';
import { onPath } from '../toolchain/find';

/** Paths of the programs of Prometheus. */
export interface PrometheusPrograms {
  /** The server. */
  readonly prometheus: string;

  /** Checks rules, and runs their tests. */
  readonly promtool: string;

  /** Sends alerts on. */
  readonly alertmanager: string;
}

/** How to get Prometheus. */
export interface PrometheusOptions {
  /** Called with one line before each step that takes time. @default - not called */
  readonly report?: (line: string) => void;

  /** `PATH` and `EFK_CACHE` count. @default - that of this process */
  readonly environment?: NodeJS.ProcessEnv;

  /** @default - the user's cache */
  readonly cache?: Cache;
}

/** Packages of Debian and Ubuntu, which need nothing but a C library. */
const PACKAGES = ['prometheus', 'prometheus-alertmanager'];

/**
 * Debian's Alertmanager reads its templates below `/usr/share`; here they are in the cache. It sees them there, and nobody else.
 */
const ALERTMANAGER = `#!/bin/sh
root=$(cd "$(dirname "$0")/../.." && pwd)
exec unshare --mount sh -c '
  mount -t tmpfs none /usr/share && mkdir /usr/share/prometheus &&
    mount --bind "$0/usr/share/prometheus" /usr/share/prometheus && exec "$0/usr/bin/prometheus-alertmanager" "$@"
' "$root" "$@"
`;

/** Names of the programs: what others call them, and what Debian does. */
const PROGRAMS = {
  prometheus: ['prometheus'],
  promtool: ['promtool'],
  alertmanager: ['alertmanager', 'prometheus-alertmanager'],
} as const;

/**
 * Gets Prometheus and Alertmanager: those on `PATH`, else those of the Debian or Ubuntu that this machine runs, unpacked into
 * the cache.
 *
 * @throws OperatorError if they can be had in neither way
 */
export async function findPrometheus(options: PrometheusOptions = {}): Promise<PrometheusPrograms> {
  const { report = () => undefined, environment = process.env, cache = new Cache(environment.EFK_CACHE) } = options;
  const there = installed(environment) ?? unpacked(cache);
  if (there) return there;
  const missing = await missingPrometheus({ environment, cache });
  if (missing !== undefined) throw new OperatorError(`[prometheus] needs ${missing}; provide one of them`);
  const waiting = (owner: number) => report(`prometheus: process ${owner} is getting it, waiting`);
  return withLock(cache.lock('prometheus'), waiting, async () => unpacked(cache) ?? (await unpack(cache, report)));
}

/**
 * Why Prometheus cannot be had on this machine.
 *
 * @returns what is missing, to be read after `it needs`; undefined if it can be had
 */
export async function missingPrometheus(options: PrometheusOptions = {}): Promise<string | undefined> {
  const { environment = process.env, cache = new Cache(environment.EFK_CACHE) } = options;
  if (installed(environment) ?? unpacked(cache)) return undefined;
  const programs = 'prometheus, promtool and alertmanager on PATH';
  if (!['apt-get', 'dpkg-deb'].every((name) => onPath(name, environment))) return `${programs}, or Debian or Ubuntu`;
  const mayMount = await run('unshare', ['--mount', 'true'], { env: environment }).catch(() => undefined);
  if (mayMount?.code !== 0) return `${programs}, or the right to mount in a namespace (unshare --mount)`;
  const { code } = await run('apt-get', ['download', '--print-uris', ...PACKAGES], { env: environment });
  return code === 0 ? undefined : `${programs}, or the packages ${PACKAGES.join(' and ')} of apt-get`;
}

function installed(environment: NodeJS.ProcessEnv): PrometheusPrograms | undefined {
  return programs((name) => onPath(name, environment));
}

function unpacked(cache: Cache): PrometheusPrograms | undefined {
  return programs((name) => {
    const path = join(folderIn(cache), 'usr/bin', name);
    return existsSync(path) ? path : undefined;
  });
}

function programs(find: (name: string) => string | undefined): PrometheusPrograms | undefined {
  const found = Object.entries(PROGRAMS).map(([key, names]) => [key, names.map(find).find(Boolean)]);
  return found.every(([, path]) => path !== undefined) ? Object.fromEntries(found) : undefined;
}

function folderIn(cache: Cache): string {
  return join(cache.root, 'prometheus');
}

async function unpack(cache: Cache, report: (line: string) => void): Promise<PrometheusPrograms> {
  report(`prometheus: it is not installed; unpacking ${PACKAGES.join(' and ')}, about 30 MB, in ${folderIn(cache)}`);
  await cache.inTemporaryFolder(async (folder) => {
    const root = join(folder, 'root');
    await mkdir(root);
    checked('apt-get download', await run('apt-get', ['-qq', 'download', ...PACKAGES], { cwd: folder }));
    for (const name of await readdir(folder)) {
      if (name.endsWith('.deb')) checked('dpkg-deb', await run('dpkg-deb', ['-x', join(folder, name), root]));
    }
    await writeFile(join(root, 'usr/bin/alertmanager'), ALERTMANAGER, { mode: 0o755 });
    await mkdir(cache.root, { recursive: true });
    await rename(root, folderIn(cache));
  });
  const found = unpacked(cache);
  if (!found) throw new OperatorError(`[prometheus] ${PACKAGES.join(' and ')} have not all programs; install them`);
  return found;
}

function checked(what: string, { code, stderr }: RunResult): void {
  if (code !== 0) throw new OperatorError(`[prometheus] ${what} failed: ${stderr.trim().split('\n').at(-1)}`);
}
