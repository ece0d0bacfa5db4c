import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { type DebianOptions, type DebianPrograms, debianPrograms, missingDebian } from '../debian';
import { OperatorError } from '../errors';
import { run } from '../run';
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

/** Packages of Debian and Ubuntu, which need nothing but a C library; about 30 MB. */
const PACKAGES: DebianPrograms = {
  name: 'prometheus',
  packages: ['prometheus', 'prometheus-alertmanager'],
  scripts: { 'usr/bin/alertmanager': ALERTMANAGER },
};

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
export async function findPrometheus(options: DebianOptions = {}): Promise<PrometheusPrograms> {
  const { environment = process.env } = options;
  const there = installed(environment);
  if (there) return there;
  const missing = await missingPrometheus(options);
  if (missing !== undefined) throw new OperatorError(`[prometheus] needs ${missing}; provide one of them`);
  const found = unpacked(await debianPrograms(PACKAGES, options));
  if (found) return found;
  throw new OperatorError(`[prometheus] ${PACKAGES.packages.join(' and ')} have not all programs; install them`);
}

/**
 * Why Prometheus cannot be had on this machine.
 *
 * @returns what is missing, to be read after `it needs`; undefined if it can be had
 */
export async function missingPrometheus(options: DebianOptions = {}): Promise<string | undefined> {
  const { environment = process.env } = options;
  if (installed(environment)) return undefined;
  const programs = 'prometheus, promtool and alertmanager on PATH';
  const missing = await missingDebian(PACKAGES, options);
  if (missing !== undefined) return `${programs}, or ${missing}`;
  const mayMount = await run('unshare', ['--mount', 'true'], { env: environment }).catch(() => undefined);
  return mayMount?.code === 0 ? undefined : `${programs}, or the right to mount in a namespace (unshare --mount)`;
}

function installed(environment: NodeJS.ProcessEnv): PrometheusPrograms | undefined {
  return programs((name) => onPath(name, environment));
}

function unpacked(folder: string): PrometheusPrograms | undefined {
  return programs((name) => {
    const path = join(folder, 'usr/bin', name);
    return existsSync(path) ? path : undefined;
  });
}

function programs(find: (name: string) => string | undefined): PrometheusPrograms | undefined {
  const found = Object.entries(PROGRAMS).map(([key, names]) => [key, names.map(find).find(Boolean)]);
  return found.every(([, path]) => path !== undefined) ? Object.fromEntries(found) : undefined;
}
