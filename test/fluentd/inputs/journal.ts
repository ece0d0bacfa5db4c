import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';

import { Cache } from '../../../local/cache';
import { withLock } from '../../../local/lock';
import { run } from '../../../local/run';

/** Packages of Debian and Ubuntu with what writes files of the journal as journald does, and what it needs. */
const PACKAGES = ['systemd-journal-remote', 'libmicrohttpd12', 'libsystemd-shared'];

/** An entry of a journal. */
export type Entry = Readonly<Record<string, string>>;

/** Writes journals with `systemd-journal-remote`, unpacked into the cache. */
export class JournalWriter {
  private constructor(private readonly root: string) {}

  /** The writer; why there is none, to be read after `it needs`. */
  static async find(cache = new Cache(process.env.EFK_CACHE)): Promise<JournalWriter | string> {
    const root = join(cache.root, 'journal-remote');
    if (!existsSync(root)) {
      const needs = `the packages ${PACKAGES.join(', ')} of apt-get`;
      const code = await withLock(
        cache.lock('journal-remote'),
        () => undefined,
        () => unpack(cache, root),
      ).catch(() => 1);
      if (code !== 0) return needs;
    }
    const writer = new JournalWriter(root);
    const { code } = await writer.remote('--version').catch(() => ({ code: 1 }));
    return code === 0 ? writer : 'a machine that runs systemd-journal-remote of its distribution';
  }

  /** Appends entries to a file of a journal, which is made if it is not there. */
  async write(file: string, entries: readonly Entry[]): Promise<void> {
    mkdirSync(join(file, '..'), { recursive: true });
    const texts = entries.map((entry) => Object.entries(entry).map(([key, value]) => `${key}=${value}\n`));
    const { code, stderr } = await this.remote('-o', file, '-', texts.map((lines) => `${lines.join('')}\n`).join(''));
    if (code !== 0) throw new Error(`systemd-journal-remote: ${stderr}`);
  }

  private remote(...args: string[]) {
    const input = args.length > 1 ? args.pop() : undefined;
    const libraries = ['usr/lib', 'lib'].flatMap((folder) => below(join(this.root, folder)));
    return run(this.program, args, { input, env: { ...process.env, LD_LIBRARY_PATH: libraries.join(':') } });
  }

  private get program(): string {
    const paths = ['lib', 'usr/lib'].map((folder) => join(this.root, folder, 'systemd/systemd-journal-remote'));
    return paths.find((path) => existsSync(path)) ?? 'systemd-journal-remote';
  }
}

/** Folders of libraries, which are those of an architecture and one of systemd in them. */
function below(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.includes('-linux-gnu'));
  return names.flatMap((name) => [join(folder, name), join(folder, name, 'systemd')]);
}

async function unpack(cache: Cache, root: string): Promise<number> {
  if (existsSync(root)) return 0;
  return cache.inTemporaryFolder(async (folder) => {
    const { code } = await run('apt-get', ['-qq', 'download', ...PACKAGES], { cwd: folder });
    if (code !== 0) return code;
    await mkdir(join(folder, 'root'));
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.deb'))) {
      await run('dpkg-deb', ['-x', join(folder, name), join(folder, 'root')]);
    }
    await rename(join(folder, 'root'), root);
    return 0;
  });
}
