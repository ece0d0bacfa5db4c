import { execFileSync } from 'node:child_process';

/** Folders of what users get. */
const SHIPPED = ['constructs', 'environments', 'stacks', 'review', 'cli', 'package', 'local'];

/**
 * Shipped files below `root` that differ from the last release, committed or not. A release is the commit that writes its
 * version into `CHANGELOG.md`.
 *
 * @returns undefined where git knows of no release: before the first one, and in a copy without history
 */
export function changedSinceRelease(root: string): string[] | undefined {
  const git = (...args: string[]): string[] => {
    const output = execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return output.split('\n').filter(Boolean);
  };
  try {
    const [release] = git('log', '-1', '--format=%H', '-G^## [0-9]', '--', 'CHANGELOG.md');
    if (release === undefined) return undefined;
    const changed = git('diff', '--name-only', release, '--', ...SHIPPED);
    const untracked = git('ls-files', '--others', '--exclude-standard', '--', ...SHIPPED);
    return [...new Set([...changed, ...untracked])].sort();
  } catch {
    return undefined;
  }
}

/** A line if `changed` files come without a fragment. */
export function missingFragment(changed: readonly string[], fragments: number): string[] {
  const [first, ...others] = changed;
  if (first === undefined || fragments > 0) return [];
  const files = others.length === 0 ? first : `${first} and ${others.length} more`;
  return [
    `[changes] must hold a fragment, because shipped files differ from the last release, got ${files}; write what users notice, see changes/README.md`,
  ];
}
