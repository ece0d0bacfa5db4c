import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';

import { criticals, text } from './kube-score/score';
import { needless, readWaivers, unwaived } from './kube-score/waivers';

const MANIFESTS = join(__dirname, '../../manifests');
const ENVIRONMENTS = readdirSync(MANIFESTS);
const waivers = readWaivers();

function files(environment: string): string[] {
  return readdirSync(join(MANIFESTS, environment)).map((file) => join(MANIFESTS, environment, file));
}

test.each(ENVIRONMENTS)('%s: kube-score finds nothing critical that is not argued', async (environment) => {
  const found = unwaived(await criticals(files(environment)), waivers);
  expect(found, found.map(text).join('\n')).toEqual([]);
});

test('every part of every waiver is needed', async () => {
  const found = await Promise.all(ENVIRONMENTS.map((environment) => criticals(files(environment))));
  expect(needless(found.flat(), waivers)).toEqual([]);
});

describe('waivers hide nothing else', () => {
  /** What is critical and not argued in the deployment of Kibana in dev, edited. */
  async function kibanaWith(from: RegExp, to: string): Promise<string[]> {
    const folder = mkdtempSync(join(tmpdir(), 'efk-kube-score-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const edited = files('dev').map((file, index) => {
      const before = readFileSync(file, 'utf8');
      const after = file.endsWith('kibana.k8s.yaml') ? before.replace(from, to) : before;
      if (file.endsWith('kibana.k8s.yaml')) expect(after).not.toBe(before);
      const copy = join(folder, `${index}.yaml`);
      writeFileSync(copy, after);
      return copy;
    });
    return unwaived(await criticals(edited), waivers).map((found) => text(found).split('\n')[0] ?? '');
  }

  test('another sentence of the same check, about the same container', async () => {
    expect(await kibanaWith(/(limits:\n(?: +ephemeral-storage.*\n)?) +memory: .*\n/, '$1')).toEqual([
      '[CRITICAL] container-resources, Deployment logging/kibana kibana: Memory limit is not set',
    ]);
  });

  test('another container of the same object', async () => {
    const sidecar = ['name: sidecar', 'image: busybox:1', 'securityContext: {readOnlyRootFilesystem: true}'].join(', ');
    const found = await kibanaWith(/^( +)containers:\n/m, `$&$1  - {${sidecar}}\n`);
    expect(found).toContain('[CRITICAL] container-resources, Deployment logging/kibana sidecar: CPU limit is not set');
    expect(found).toContain(
      '[CRITICAL] container-image-pull-policy, Deployment logging/kibana sidecar: ImagePullPolicy is not set to Always',
    );
  });

  test('an object of another name or kind', async () => {
    const renamed = await kibanaWith(
      /^kind: Deployment\nmetadata:\n((?: +.*\n)*?) +name: kibana\n/m,
      'kind: Deployment\nmetadata:\n$1  name: other\n',
    );
    expect(renamed).toContain('[CRITICAL] container-resources, Deployment logging/other kibana: CPU limit is not set');
  });
});

test('a waiver that nothing needs is named', () => {
  const critical = { check: 'a', object: 'Job n/b-1', container: 'c', says: 'd', explanation: '' };
  const waiver = { reason: '', source: '', check: 'a', says: ['d', 'e'], containers: ['Job n/b-* c', 'Job n/b c'] };
  expect(needless([critical], [waiver])).toEqual(['a, d: Job n/b c', 'a, e: Job n/b-* c', 'a, e: Job n/b c']);
});
