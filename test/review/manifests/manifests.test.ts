import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { environmentsOf, filesOf, readEnvironment, readManifests } from '../../../review/manifests/folder';
import { GitRepository } from '../../../review/manifests/git';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'review-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function git(...args: string[]): string {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
  return execFileSync('git', [...identity, ...args], { cwd: root, encoding: 'utf8' });
}

function write(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

function commit(): string {
  git('add', '.');
  git('commit', '--quiet', '--message', 'test');
  return git('rev-parse', 'HEAD').trim();
}

describe('a repository', () => {
  beforeEach(() => {
    git('init', '--quiet', '--initial-branch', 'main');
  });

  test('gives the YAML files of a commit, whatever is in them', () => {
    const text = 'a: "Grüße\\n"\n\nblob 17\n---\n';
    write('manifests/dev/a.yaml', text);
    write('manifests/dev/empty.yml', '');
    write('manifests/dev/readme.md', 'no');
    write('manifests/production/b.yaml', 'b: 1\n');
    write('other/c.yaml', 'c: 1\n');
    const first = commit();
    write('manifests/dev/a.yaml', 'changed');

    const files = new GitRepository(root).files(first, 'manifests');
    expect(Object.fromEntries(files)).toEqual({
      'manifests/dev/a.yaml': text,
      'manifests/dev/empty.yml': '',
      'manifests/production/b.yaml': 'b: 1\n',
    });
    expect(environmentsOf(files)).toEqual(['dev', 'production']);
    expect([...filesOf(files, 'production').keys()]).toEqual(['manifests/production/b.yaml']);
    expect(readManifests(root, 'manifests').get('manifests/dev/a.yaml')).toBe('changed');
  });

  test('gives the files of a project in a folder of it', () => {
    write('deploy/manifests/dev/a.yaml', 'a: 1\n');
    const first = commit();
    expect(Object.fromEntries(new GitRepository(join(root, 'deploy')).files(first, 'manifests'))).toEqual({
      'manifests/dev/a.yaml': 'a: 1\n',
    });
  });

  test('without manifests has none', () => {
    write('a', 'a');
    expect(new GitRepository(root).files(commit(), 'manifests').size).toBe(0);
  });

  test('knows where a branch left main', () => {
    write('a', 'a');
    const first = commit();
    git('checkout', '--quiet', '-b', 'change');
    write('a', 'b');
    commit();
    const repository = new GitRepository(root);
    expect(repository.mergeBase()).toBe(first);
    expect(repository.commit('main')).toBe(first);
  });

  test.each(['no-such-branch', '--all', 'HEAD:a', ''])('refuses the revision %j', (revision) => {
    write('a', 'a');
    commit();
    expect(() => new GitRepository(root).commit(revision)).toThrow(
      `[git] base must be a revision of this repository, got '${revision}'; name a branch, tag or commit, and fetch it if the clone is shallow`,
    );
  });

  test('refuses to guess a base without a main branch', () => {
    git('checkout', '--quiet', '-b', 'change');
    write('a', 'a');
    commit();
    expect(() => new GitRepository(root).mergeBase()).toThrow(
      '[git] must have a merge base with one of origin/main, main, origin/master, master, got none; name a base, and fetch the history if the clone is shallow',
    );
  });
});

test('a folder that is no repository is refused', () => {
  expect(() => new GitRepository(root)).toThrow(
    `[${root}] must be in a git repository, got none; run the command in a clone`,
  );
});

test('an environment without manifests is refused', () => {
  write('manifests/dev/a.yaml', 'a: 1\n');
  expect(() => readEnvironment(root, 'prod')).toThrow(
    "[environment] must be one of dev, got 'prod'; choose one, or run `npm run synth` first",
  );
  expect(() => readEnvironment(join(root, 'elsewhere'), 'prod')).toThrow(
    '[manifests] must hold the manifests of an environment, got none; run `npm run synth` in the folder of the project',
  );
});
