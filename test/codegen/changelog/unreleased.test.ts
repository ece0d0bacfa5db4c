import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { changedSinceRelease, missingFragment } from '../../../codegen/changelog/unreleased';
import { temporaryFolder } from '../../temporary-folder';

/** A repository with one release, and after it one commit for each of `paths`. */
function repository(...paths: readonly string[]): string {
  const root = temporaryFolder();
  execFileSync('git', ['init', '--quiet'], { cwd: root });
  commit(root, 'CHANGELOG.md', '# Changelog\n\n## 0.1.0 - 2026-11-23\n');
  for (const path of paths) commit(root, path, 'text\n');
  return root;
}

function write(root: string, path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  appendFileSync(join(root, path), text);
}

function commit(root: string, path: string, text: string): void {
  write(root, path, text);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args], { cwd: root });
  git('add', '--all');
  git('commit', '--quiet', '--message', path);
}

test('a release has nothing that is unreleased', () => {
  expect(changedSinceRelease(repository())).toEqual([]);
});

test('what was committed, edited and added since counts, if it is shipped', () => {
  const root = repository('stacks/b.ts', 'docs/a.md', 'test/stacks/b.test.ts');
  write(root, 'stacks/b.ts', 'more\n');
  write(root, 'cli/a.ts', 'text\n');

  expect(changedSinceRelease(root)).toEqual(['cli/a.ts', 'stacks/b.ts']);
});

test('a corrected word in the changelog is no release, the next version is', () => {
  const root = repository('stacks/b.ts');
  commit(root, 'CHANGELOG.md', '\n- A word.\n');
  expect(changedSinceRelease(root)).toEqual(['stacks/b.ts']);

  commit(root, 'CHANGELOG.md', '\n## 0.2.0 - 2026-12-01\n');
  expect(changedSinceRelease(root)).toEqual([]);
});

test('without a release or a history nothing is known', () => {
  const root = temporaryFolder();
  writeFileSync(join(root, 'CHANGELOG.md'), '## 0.1.0 - 2026-11-23\n');
  expect(changedSinceRelease(root)).toBeUndefined();

  execFileSync('git', ['init', '--quiet'], { cwd: root });
  expect(changedSinceRelease(root)).toBeUndefined();
});

test('changed files without a fragment are a mistake', () => {
  expect(missingFragment(['cli/a.ts'], 0)).toEqual([
    '[changes] must hold a fragment, because shipped files differ from the last release, got cli/a.ts; write what users notice, see changes/README.md',
  ]);
  expect(missingFragment(['cli/a.ts', 'cli/b.ts', 'cli/c.ts'], 0)).toEqual([
    '[changes] must hold a fragment, because shipped files differ from the last release, got cli/a.ts and 2 more; write what users notice, see changes/README.md',
  ]);
  expect(missingFragment(['cli/a.ts'], 1)).toEqual([]);
  expect(missingFragment([], 0)).toEqual([]);
});
