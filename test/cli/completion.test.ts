import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { efk } from './shared/efk';

let folder: string;
const scripts: Record<string, string> = {};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'completion-'));
  for (const name of ['production', 'staging']) mkdirSync(join(folder, 'manifests', name), { recursive: true });
  writeFileSync(join(folder, 'price list.yaml'), '');
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args], { cwd: folder });
  git('init', '--quiet', '--initial-branch', 'main');
  git('commit', '--quiet', '--allow-empty', '--message', 'first');
  git('branch', 'main-$(touch${IFS}evil)');
  for (const shell of ['bash', 'zsh', 'fish']) {
    scripts[shell] = join(folder, `.efk.${shell}`);
    writeFileSync(scripts[shell], efk(['completion', shell]).stdout);
  }
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

function isInstalled(shell: string): boolean {
  return spawnSync(shell, ['-c', 'true']).status === 0;
}

/** What `bash` offers for the last word. */
function inBash(...words: string[]): string[] {
  const program = `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _efk; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const args = ['--norc', '-c', program, 'bash', scripts.bash ?? '', 'efk', ...words];
  return execFileSync('bash', args, { cwd: folder, encoding: 'utf8' }).split('\n').filter(Boolean);
}

const CASES: [string[], string[]][] = [
  [['p'], ['parity']],
  [
    ['diff', '--f'],
    ['--format', '--fail-on-data-loss'],
  ],
  [['diff', '--format', 'm'], ['markdown']],
  [
    ['diff', '-e', ''],
    ['production', 'staging'],
  ],
  [
    ['diff', 'main'],
    ['main', 'main-$(touch${IFS}evil)'],
  ],
  [['report', 'p'], ['production']],
  [['report', '--prices', 'pr'], ['price list.yaml']],
  [['report', '--nodes', ''], []],
  [['parity', 'production', 's'], ['staging']],
  [
    ['completion', ''],
    ['bash', 'zsh', 'fish'],
  ],
  [['help', 'se'], ['secrets']],
];

describe.runIf(isInstalled('bash'))('bash', () => {
  test.each(CASES)('efk %j offers %j', (words, offered) => {
    expect(inBash(...words)).toEqual(offered);
    // Nothing that was found has been executed.
    expect(spawnSync('ls', ['evil'], { cwd: folder }).status).not.toBe(0);
  });

  test('an equals sign separates words', () => {
    expect(inBash('diff', '--format', '=', 'j')).toEqual(['json']);
    expect(inBash('diff', '--format', '=')).toEqual(['text', 'markdown', 'json']);
  });

  test('the first word is a subcommand', () => {
    expect(inBash('')).toEqual([
      'up',
      'down',
      'secrets',
      'diff',
      'lint',
      'report',
      'parity',
      'image',
      'try',
      'completion',
      'help',
      '--help',
    ]);
  });
});

describe.runIf(isInstalled('fish'))(isInstalled('fish') ? 'fish' : 'fish is not installed', () => {
  test.each(CASES)('efk %j offers %j', (words, offered) => {
    const line = ['efk', ...words].join(' ');
    const args = ['--no-config', '-c', 'source $argv[1]; complete --do-complete $argv[2]', scripts.fish ?? '', line];
    const output = execFileSync('fish', args, { cwd: folder, encoding: 'utf8' });
    const found = output
      .split('\n')
      .filter(Boolean)
      .map((row) => row.split('\t')[0]);
    expect(found.sort()).toEqual([...offered].sort());
  });
});

test('each script says how it is used, and another shell is refused', () => {
  expect(efk(['completion', 'zsh']).stdout).toMatch(/^# Completion of efk for zsh: source <\(efk completion zsh\)\n/);
  expect(efk(['completion', 'csh'])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(
      /^error: command-argument value 'csh' is invalid for argument 'shell'\. Allowed choices are bash, zsh, fish\.\n/,
    ),
  });
});
