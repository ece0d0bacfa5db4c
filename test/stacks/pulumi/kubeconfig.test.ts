import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

import { kubeconfigMistake } from '../../../stacks/pulumi/kubeconfig';

const folder = mkdtempSync(join(tmpdir(), 'kubeconfig-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const good = file('good', 'apiVersion: v1\ncontexts: [{ name: kind }, { name: production }]\ncurrent-context: kind\n');

test.each([
  ['a file with a current context', { environment: { KUBECONFIG: good } }],
  ['a file with the context asked for', { environment: { KUBECONFIG: good }, context: 'production' }],
  ['several files, of which some exist', { environment: { KUBECONFIG: `${folder}/none:${good}` } }],
  ['a service account', { environment: { KUBERNETES_SERVICE_HOST: '10.0.0.1', HOME: folder } }],
])('%s is accepted', (_, options) => {
  expect(kubeconfigMistake(options)).toBeUndefined();
});

test('fails when KUBECONFIG names no file', () => {
  expect(kubeconfigMistake({ environment: { KUBECONFIG: '/none' } })).toBe(
    '[KUBECONFIG] must be a file that exists, got /none; set KUBECONFIG to the file of your cluster, or try it out without a cluster: npm run up',
  );
});

test('fails when there is no kubeconfig at all', () => {
  expect(kubeconfigMistake({ environment: { HOME: folder } })).toBe(
    `[kubeconfig] must be a file that exists, got ${folder}/.kube/config; set KUBECONFIG to the file of your cluster, or try it out without a cluster: npm run up`,
  );
});

test.each(['', 'a: [', 'just text', '{}'])('fails when the file holds %j', (content) => {
  const path = file('bad', content);

  expect(kubeconfigMistake({ environment: { KUBECONFIG: path } })).toBe(
    `[${path}] must be a kubeconfig in YAML, got something else; correct KUBECONFIG, or try it out without a cluster: npm run up`,
  );
});

test('fails when no context is current', () => {
  const path = file('none-current', 'contexts: [{ name: kind }]\n');

  expect(kubeconfigMistake({ environment: { KUBECONFIG: path } })).toBe(
    `[${path}] must have a current context, got none; run kubectl config use-context with one of kind`,
  );
});

test('fails when the context is not there', () => {
  expect(kubeconfigMistake({ environment: { KUBECONFIG: good }, context: 'staging' })).toBe(
    `[${good}] must have the context 'staging', got kind, production; correct kubernetes:context or the current context`,
  );
});
