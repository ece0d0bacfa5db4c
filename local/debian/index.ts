import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { Cache } from '../cache';
import { OperatorError } from '../errors';
import { withLock } from '../lock';
import { type RunResult, run } from '../run';
import { onPath } from '../toolchain/find';

/** Programs of Debian or Ubuntu that are not installed, but unpacked into the cache. */
export interface DebianPrograms {
  /** Name of their folder in the cache. */
  readonly name: string;

  /** Packages that hold them, and the libraries that a small Debian does not have. */
  readonly packages: readonly string[];

  /** Programs of our own beside them: their text by path, as below `/`. @default - none */
  readonly scripts?: Readonly<Record<string, string>>;
}

/** How to get packages. */
export interface DebianOptions {
  /** Called with one line before each step that takes time. @default - not called */
  readonly report?: (line: string) => void;

  /** `PATH` and `EFK_CACHE` count. @default - that of this process */
  readonly environment?: NodeJS.ProcessEnv;

  /** @default - the user's cache */
  readonly cache?: Cache;
}

/**
 * Unpacks packages of the Debian or Ubuntu that this machine runs.
 *
 * @returns the folder in which they lie as below `/`
 * @throws OperatorError if they cannot be had
 */
export async function debianPrograms(programs: DebianPrograms, options: DebianOptions = {}): Promise<string> {
  const { report = () => undefined, environment = process.env } = options;
  const { cache = new Cache(environment.EFK_CACHE) } = options;
  const { name, packages, scripts = {} } = programs;
  const folder = join(cache.root, name);
  if (existsSync(folder)) return folder;
  const missing = await missingDebian(programs, { environment, cache });
  if (missing !== undefined) throw new OperatorError(`[${name}] needs ${missing}; provide it`);
  const waiting = (owner: number) => report(`${name}: process ${owner} is getting it, waiting`);
  return withLock(cache.lock(name), waiting, async () => {
    if (existsSync(folder)) return folder;
    report(`${name}: unpacking ${packages.join(', ')} in ${folder}`);
    await cache.inTemporaryFolder(async (temporary) => {
      const root = join(temporary, 'root');
      await mkdir(root);
      checked(name, 'apt-get download', await run('apt-get', ['-qq', 'download', ...packages], { cwd: temporary }));
      for (const file of await readdir(temporary)) {
        if (!file.endsWith('.deb')) continue;
        checked(name, 'dpkg-deb', await run('dpkg-deb', ['-x', join(temporary, file), root]));
      }
      for (const [path, text] of Object.entries(scripts)) await writeFile(join(root, path), text, { mode: 0o755 });
      await mkdir(dirname(folder), { recursive: true });
      await rename(root, folder);
    });
    return folder;
  });
}

/**
 * Why packages cannot be had on this machine. Nothing is downloaded.
 *
 * @returns what is missing, to be read after `it needs`; undefined if they can be had
 */
export async function missingDebian(
  { name, packages }: DebianPrograms,
  { environment = process.env, cache = new Cache(environment.EFK_CACHE) }: DebianOptions = {},
): Promise<string | undefined> {
  if (existsSync(join(cache.root, name))) return undefined;
  if (!['apt-get', 'dpkg-deb'].every((program) => onPath(program, environment))) return 'Debian or Ubuntu';
  const { code } = await run('apt-get', ['download', '--print-uris', ...packages], { env: environment });
  return code === 0 ? undefined : `the packages ${packages.join(', ')} of apt-get`;
}

function checked(name: string, what: string, { code, stderr }: RunResult): void {
  if (code !== 0) throw new OperatorError(`[${name}] ${what} failed: ${stderr.trim().split('\n').at(-1)}`);
}
