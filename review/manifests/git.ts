import { spawnSync } from 'node:child_process';

import { InputError } from '../errors';
import type { ManifestFiles } from './manifest-document';

/** Branches that a change is compared with when none is named, the first that exists. */
const MAIN_BRANCHES = ['origin/main', 'main', 'origin/master', 'master'];

/** Manifests of a large installation; the limit of Node, 1 MiB, is below that. In bytes. */
const LARGEST_OUTPUT = 2 ** 30;

/**
 * Reads files of revisions with the program `git`.
 *
 * @throws InputError if the folder is not in a repository, or there is no program `git`
 */
export class GitRepository {
  /** @param folder a folder of the work tree; paths are relative to it */
  constructor(private readonly folder: string) {
    const { status, error, stderr } = this.git('rev-parse', '--is-inside-work-tree');
    if (error) throw new InputError(`[git] must be installed, got ${error.message}; install git`);
    if (status === 0) return;
    // A clone of another user, as in a container, is one that git does not read; it says so, and what to do.
    const [reason = ''] = String(stderr).split('\n');
    throw new InputError(
      `[${folder}] must be in a git repository, got ${/not a git repository/.test(reason) ? 'none' : `'${reason}'`}; run the command in a clone`,
    );
  }

  /**
   * Commit that `revision` names.
   *
   * @throws InputError if there is none
   */
  commit(revision: string): string {
    const { status, stdout } = this.git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`);
    if (status === 0) return stdout.trim();
    throw new InputError(
      `[git] base must be a revision of this repository, got '${revision}'; name a branch, tag or commit, and fetch it if the clone is shallow`,
    );
  }

  /**
   * Commit at which the work tree left the main branch.
   *
   * @throws InputError if there is no main branch, or no common commit
   */
  mergeBase(): string {
    for (const branch of MAIN_BRANCHES) {
      if (this.git('rev-parse', '--verify', '--quiet', `${branch}^{commit}`).status !== 0) continue;
      const { status, stdout } = this.git('merge-base', branch, 'HEAD');
      if (status === 0) return stdout.trim();
    }
    throw new InputError(
      `[git] must have a merge base with one of ${MAIN_BRANCHES.join(', ')}, got none; name a base, and fetch the history if the clone is shallow`,
    );
  }

  /** YAML files of a commit below `folder`, which may be missing: then there is none. */
  files(commit: string, folder: string): ManifestFiles {
    const listed = this.git('ls-tree', '-r', '-z', '--name-only', commit, '--', `${folder}/`);
    const paths = listed.stdout.split('\0').filter((path) => /\.ya?ml$/.test(path));
    if (paths.length === 0) return new Map();
    const input = paths.map((path) => `${commit}:./${path}\n`).join('');
    const texts = contents(this.run(['cat-file', '--batch'], input).stdout);
    return new Map(paths.map((path, index) => [path, texts[index] ?? '']));
  }

  private git(...args: string[]) {
    const { stdout, ...result } = this.run(args);
    return { ...result, stdout: stdout?.toString() ?? '' };
  }

  private run(args: readonly string[], input?: string) {
    return spawnSync('git', args, { cwd: this.folder, input, maxBuffer: LARGEST_OUTPUT });
  }
}

/** The files in what `git cat-file --batch` prints: a line `<id> blob <bytes>`, the bytes, a line feed, and so on. */
function contents(output: Buffer): string[] {
  const found: string[] = [];
  for (let start = 0; start < output.length; ) {
    const end = output.indexOf('\n', start);
    const bytes = Number(output.toString('utf8', start, end).split(' ')[2]);
    if (!Number.isInteger(bytes)) break;
    found.push(output.toString('utf8', end + 1, end + 1 + bytes));
    start = end + 1 + bytes + 1;
  }
  return found;
}
