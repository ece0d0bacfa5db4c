import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

import { Cache } from '../../local/cache';
import { ensureTools } from '../../local/toolchain';

const REPOSITORY = join(__dirname, '../..');

/** A cache of its own, so that clusters of the user of this machine are left alone; the tools in it are the user's. */
const cache = mkdtempSync(join(tmpdir(), 'efk-cache-'));

afterAll(async () => {
  await npm('run', 'down');
  rmSync(cache, { recursive: true, force: true });
});

/** Runs npm in the repository, as the README says. */
function npm(...args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn('npm', args, {
      cwd: REPOSITORY,
      env: { ...process.env, EFK_CACHE: cache, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('close', (code) => resolve({ code, output }));
  });
}

test('the command of the README deploys dev and says what runs where and what to do next', async () => {
  await ensureTools(undefined, { report: console.log });
  mkdirSync(cache, { recursive: true });
  symlinkSync(join(new Cache().root, 'tools'), join(cache, 'tools'));

  const { code, output } = await npm('run', 'up');

  expect(code, output).toBe(0);
  expect(output).toMatch(/StatefulSet +elasticsearch-all +logging +1\/1/);
  expect(output).toMatch(/DaemonSet +fluentd +logging-agents +3\/3/);
  expect(output).toMatch(/Deployment +kibana +logging +1\/1/);
  expect(output).toMatch(/Job +provisioner-\w+ +logging +1\/1 complete/);
  expect(output).toContain('kibanaUrl: https://localhost:5601');
  expect(output).toContain(`export KUBECONFIG=${cache}/clusters/efk-dev/kubeconfig`);
  expect(output).toContain('npm run down');
});

test('a second time it touches nothing', async () => {
  const { code, output } = await npm('run', 'up');

  expect(code, output).toBe(0);
  expect(output).toMatch(/Resources:\n +\d+ unchanged/);
});

test('it leaves the working tree as it was', async () => {
  const committed = readdirSync(REPOSITORY).filter((name) => /^Pulumi/.test(name));

  expect(committed.sort()).toEqual(['Pulumi.dev.yaml', 'Pulumi.production.yaml', 'Pulumi.staging.yaml', 'Pulumi.yaml']);
});

test('down removes everything', async () => {
  const { code, output } = await npm('run', 'down');

  expect(code, output).toBe(0);
  expect(output).toContain(`${cache}/clusters/efk-dev`);
  expect(existsSync(join(cache, 'clusters/efk-dev'))).toBe(false);
});
