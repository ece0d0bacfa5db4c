import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { OperatorError } from '../../errors';
import type { RunResult } from '../../run';
import { type GemFiles, readLock } from '../gems';
import { type Context, withProgress } from './context';

/** How long it takes to install the gems on two cores. In minutes. */
export const INSTALL_MINUTES = 2;

/** Copies the pinned gems' files to a folder, beside which they are to be installed. */
export async function copyGemfile(folder: string, files: GemFiles): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
}

/** Environment in which Bundler installs exactly what the lock file in `folder` names, below `folder/gems`. */
export function bundlerEnvironment(folder: string): Record<string, string> {
  return {
    BUNDLE_GEMFILE: join(folder, 'Gemfile'),
    BUNDLE_PATH: join(folder, 'gems'),
    // Its other settings lie there too, so that those of the user's projects do not count.
    BUNDLE_APP_CONFIG: join(folder, 'bundle'),
    BUNDLE_FROZEN: 'true',
    BUNDLE_JOBS: String(availableParallelism()),
    // One gem takes as long to compile as all the others, and is the last.
    MAKEFLAGS: `-j${availableParallelism()}`,
    BUNDLE_RETRY: '3',
    BUNDLE_NO_INSTALL_DOC: 'true',
    BUNDLE_SILENCE_ROOT_WARNING: 'true',
  };
}

/** The folder below which the gems were installed so: it has the name of the version of Ruby. @param root of the paths, `/` or a chroot */
export async function gemFolder(folder: string, root = '/'): Promise<string> {
  const ruby = join(folder, 'gems/ruby');
  const [version = ''] = await readdir(join(root, ruby));
  return join(ruby, version);
}

/** Environment in which programs find the gems that were installed so, and no others. */
export function gemEnvironment(gems: string): Record<string, string> {
  return { GEM_HOME: gems, GEM_PATH: gems };
}

/**
 * Runs `bundle install`.
 *
 * @param bundle runs it and calls its argument with every line
 * @throws OperatorError if it fails
 */
export async function bundleInstall(
  context: Context,
  label: string,
  bundle: (onLine: (line: string) => void) => Promise<RunResult>,
): Promise<void> {
  const all = readLock(context.gemFiles).versions.size;
  let installed = 0;
  const result = await withProgress(context, `${label}, gems`, INSTALL_MINUTES, (now) =>
    bundle((line) => {
      if (!line.startsWith('Installing ')) return;
      installed += 1;
      now(`${installed} of ${all}, ${line.slice('Installing '.length).replace(/ with native.*/, '')}`);
    }),
  );
  if (result.code !== 0) throw new OperatorError(`bundle install failed: ${reason(result)}`);
}

/** The first line that says why: Bundler goes on with what to do, and with the log of a compiler. */
function reason({ code, stdout, stderr }: RunResult): string {
  const lines = `${stderr}\n${stdout}`.split('\n').map((line) => line.trim());
  const telling = lines.find((line) => /error|could not|cannot|failed|no such|not find|not exist/i.test(line));
  return telling ?? (lines.filter(Boolean).at(-1) || `exit code ${code}`);
}
