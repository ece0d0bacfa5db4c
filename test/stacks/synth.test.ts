import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { type Environment, environmentNamed } from '../../environments';
import { writeManifests } from '../../stacks';

const REPOSITORY = join(__dirname, '../..');

/** Content of every file below `folder`, by path. */
function content(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.yaml'));
  return Object.fromEntries(files.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'manifests-'));
}

test('npx cdk8s synth writes the committed manifests', { timeout: 60_000 }, () => {
  const folder = temporaryFolder();
  execFileSync('npx', ['cdk8s', 'synth', '--output', folder], {
    cwd: REPOSITORY,
    stdio: 'ignore',
    env: { ...process.env, CDK8S_OUTDIR: undefined },
  });

  expect(content(folder)).toEqual(content(join(REPOSITORY, 'manifests')));
});

test('what is no longer generated is removed', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'qa'));
  mkdirSync(join(folder, 'dev'));
  writeFileSync(join(folder, 'qa', 'kibana.k8s.yaml'), 'old');
  writeFileSync(join(folder, 'dev', 'logstash.k8s.yaml'), 'old');

  writeManifests(folder, [environmentNamed('dev')]);

  expect(readdirSync(folder)).toEqual(['dev']);
  expect(existsSync(join(folder, 'dev', 'logstash.k8s.yaml'))).toBe(false);
  expect(existsSync(join(folder, 'dev', 'kibana.k8s.yaml'))).toBe(true);
});

test('an environment that a construct refuses leaves the folder as it was', () => {
  const folder = temporaryFolder();
  const dev = environmentNamed('dev');
  writeManifests(folder, [dev]);
  const before = content(folder);
  const refused: Environment = { ...dev, name: 'refused', elasticsearch: { ...dev.elasticsearch, nodeSets: [] } };

  expect(() => writeManifests(folder, [{ ...dev, namespace: 'other' }, refused])).toThrow(
    'nodeSets must include the role',
  );
  expect(content(folder)).toEqual(before);
});
