import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { efk } from './shared/efk';

let root: string;
let outside: string;

const set = (storage: string) =>
  `apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: web }\nspec:\n  replicas: 1\n  volumeClaimTemplates:\n    - metadata: { name: ${storage} }\n`;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'review-'));
  outside = mkdtempSync(join(tmpdir(), 'review-'));
  git('init', '--quiet', '--initial-branch', 'main');
  write('manifests/production/a.k8s.yaml', set('data'));
  git('add', '.');
  git('commit', '--quiet', '--message', 'first');
});
afterAll(() => {
  for (const folder of [root, outside]) rmSync(folder, { recursive: true });
});

function git(...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args], { cwd: root });
}

function write(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Runs `efk diff` in a folder; what it printed and its exit code. */
function diff(args: readonly string[], cwd = root, input = '') {
  const ran = efk(['diff', ...args], cwd, input);
  return { ...ran, stderr: ran.stderr.replaceAll(outside, '<folder>') };
}

test('no change', () => {
  expect(diff(['main'])).toEqual({ code: 0, stdout: 'production: no change against main\n', stderr: '' });
});

test('data loss fails only where that is asked for, and passes with consent', { timeout: 60_000 }, () => {
  write('manifests/production/a.k8s.yaml', set('other'));
  const [lost, consent] = [['--fail-on-data-loss'], ['--fail-on-data-loss', '--accepted-in', '-']];
  expect(diff([]).code).toBe(0);
  expect(diff(lost)).toMatchObject({
    code: 1,
    stderr: 'data is lost or at risk; write accept-data-loss into the text of the pull request to accept it\n',
  });
  expect(diff(consent, root, 'Moves the data.\n\naccept-data-loss\n').code).toBe(0);
  expect(diff(consent, root, 'Do not write `accept-data-loss`.\n> accept-data-loss\n').code).toBe(1);
  write('manifests/production/a.k8s.yaml', set('data'));
});

test('a new environment is all new', () => {
  write('manifests/staging/a.k8s.yaml', set('data'));
  const { code, stdout } = diff(['--environment', 'staging', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout).environments).toMatchObject([{ environment: 'staging', state: 'new' }]);
  rmSync(join(root, 'manifests/staging'), { recursive: true });
});

test('loss budget and cost of a change are told in every format', { timeout: 60_000 }, () => {
  const conf = (size: string) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: agents }\ndata:\n  fluent.conf: |\n    <match **>\n      <buffer>\n        total_limit_size ${size}\n      </buffer>\n    </match>\n`;
  write('manifests/production/conf.k8s.yaml', conf('1g'));
  git('add', '.');
  git('commit', '--quiet', '--message', 'buffer');
  write('manifests/production/conf.k8s.yaml', conf('2g'));
  write('manifests/production/a.k8s.yaml', set('data').replace('replicas: 1', 'replicas: 0'));
  const sized = 'resources: { requests: { storage: 10Gi } }';
  write('manifests/production/b.k8s.yaml', set(`data }\n      spec: { ${sized}`).replace('web', 'big'));
  write('prices.yaml', 'currency: EUR\ncore: 1\nmemoryGiB: 1\ndiskGiB: { default: 0.5 }\n');

  const options = ['main', '--prices', 'prices.yaml', '--log-rate', '1048576'];
  const { stdout } = diff(options);
  expect(stdout).toContain('  loss budget              +4 min\n');
  expect(stdout).toContain('  cost of a month (EUR)    +5.00\n');
  const markdown = diff([...options, '--format', 'markdown']).stdout;
  expect(markdown).toContain('| loss budget | +4 min |\n| cost of a month (EUR) | +5.00 |\n');
  expect(JSON.parse(diff([...options, '--json']).stdout).environments[0].figures).toEqual(
    expect.arrayContaining([
      { name: 'loss budget', unit: 'seconds', difference: 293 },
      { name: 'cost of a month (EUR)', unit: 'money', difference: 5 },
    ]),
  );
  write('manifests/production/conf.k8s.yaml', conf('1g'));
  write('manifests/production/a.k8s.yaml', set('data'));
  rmSync(join(root, 'manifests/production/b.k8s.yaml'));
});

test('what cannot be read is one sentence and exit code 2', { timeout: 60_000 }, () => {
  expect(diff([], outside)).toEqual({
    code: 2,
    stdout: '',
    stderr: 'error: [<folder>] must be in a git repository, got none; run the command in a clone\n',
  });
  expect(diff(['nowhere'])).toEqual({
    code: 2,
    stdout: '',
    stderr:
      "error: [git] base must be a revision of this repository, got 'nowhere'; name a branch, tag or commit, and fetch it if the clone is shallow\n",
  });
  expect(diff(['--environment', 'prod'])).toEqual({
    code: 2,
    stdout: '',
    stderr: "error: [environment] must be one of production, got 'prod'; choose one, or run `npm run synth` first\n",
  });
  expect(diff(['--accepted-in', 'nowhere.txt'])).toEqual({
    code: 2,
    stdout: '',
    stderr: "error: [--accepted-in] must be a file that can be read, got 'nowhere.txt'; correct the path\n",
  });
  write('manifests/production/b.k8s.yaml', 'kind: [\n');
  expect(diff([])).toMatchObject({ code: 2, stdout: '' });
  expect(diff([]).stderr).toMatch(
    /^error: \[manifests\/production\/b\.k8s\.yaml:2\] must be valid YAML, got an error: .+; correct the line\n$/,
  );
  rmSync(join(root, 'manifests/production/b.k8s.yaml'));
});
