import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type RunResult, run } from '../../local/run';

const ROOT = join(__dirname, '../..');

/** Everything that is wrong is said before a Fluentd is looked for. */
function tryLines(args: readonly string[], input = 'a line\n'): Promise<RunResult> {
  return run(process.execPath, [join(ROOT, 'cli/efk.js'), 'try', ...args], { cwd: ROOT, input });
}

const CART = ['--namespace', 'shop', '--container', 'cart'];

test.each([
  [
    'an environment that does not exist',
    ['prod', ...CART],
    "environment must be one of dev, staging, production, got 'prod'; choose one, or add environments/prod.ts",
  ],
  [
    'manifests without a collector',
    ['manifests/dev/kibana.k8s.yaml', ...CART],
    '[manifests/dev/kibana.k8s.yaml] must hold one ConfigMap with the fluent.conf of a collector, got none; name a file or folder of manifests that has it',
  ],
  [
    'manifests with several',
    ['manifests', ...CART],
    '[manifests] must hold one ConfigMap with the fluent.conf of a collector, got logging-agents/fluentd, logging-agents/fluentd, logging-agents/fluentd; name the file of one',
  ],
  [
    'the collector itself',
    ['dev', '--namespace', 'logging-agents', '--container', 'fluentd'],
    "[namespace] must be one whose pods are read, got 'logging-agents', whose pods logging-agents_fluentd-?????_* are excluded; choose another one, or read them",
  ],
  [
    'a name that Kubernetes does not have',
    ['dev', '--namespace', 'My Shop', '--container', 'cart'],
    '[--namespace] must be a name of Kubernetes (a-z, 0-9, - and .), got "My Shop"; correct it',
  ],
  [
    'a label without a value',
    ['dev', ...CART, '--label', 'team'],
    '[--label] must be a label of a pod, got "team"; write for example team=cart',
  ],
  [
    'a label that no pod can have',
    ['dev', ...CART, '--label', 'team=a b'],
    '[--label] must be the value of a label (letters, digits, -, _ and ., first and last a letter or digit, at most 63 characters), got "a b"; correct it',
  ],
  [
    'a file that is not there',
    ['dev', ...CART, 'gone.log'],
    "[input] must be a file that can be read, got 'gone.log'; correct the path",
  ],
])('%s is told, with exit code 2', async (_, args, message) => {
  const { code, stdout, stderr } = await tryLines(args);
  expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `error: ${message}\n` });
});

test('nothing at all, and too much, are told', async () => {
  expect((await tryLines(['dev', ...CART], '')).stderr).toBe(
    'error: [input] must be lines of a log, got none; name a file, or pipe them in\n',
  );
  const { code, stderr } = await tryLines(['dev', ...CART], 'x'.repeat(10 * 2 ** 20 + 1));
  expect(code).toBe(2);
  expect(stderr).toBe(
    'error: [input] must be at most 10 MiB, got more; give a part of it, for example: head --lines 1000\n',
  );
});

test('an option that is missing is named', async () => {
  const { code, stderr } = await tryLines(['dev', '--namespace', 'shop']);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: "error: required option '--container <container>' not specified\n(--help says more)\n",
  });
});
