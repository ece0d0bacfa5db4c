import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { type Environment, environmentNamed } from '../../environments';
import { checkPolicies, writeManifests } from '../../stacks';
import { temporaryFolder } from '../temporary-folder';

const REPOSITORY = join(__dirname, '../..');

/** Content of every file below `folder`, by path. */
function content(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.yaml'));
  return Object.fromEntries(files.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
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

test('npm run synth warns of what an environment should not go without, and goes on', { timeout: 60_000 }, () => {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'synth'], {
    cwd: REPOSITORY,
    encoding: 'utf8',
    env: { ...process.env, CDK8S_OUTDIR: temporaryFolder(), npm_config_loglevel: 'silent' },
  });
  expect({ status, stdout, warnings: stderr.split('\n') }).toEqual({
    status: 0,
    stdout: '',
    warnings: [
      expect.stringMatching(/^warning: \[dev\.elasticsearch\] masters should be at least 3, .*, got 1; add 2$/),
      expect.stringMatching(/^warning: \[dev\.elasticsearch\] nodes with 'data_hot' or 'data' should be at least 2, /),
      '',
    ],
  });
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

describe('policies', () => {
  /** A production of one node: what must survive the loss of a node is there once. */
  const small: Environment = { ...environmentNamed('dev'), name: 'production' };
  const object = 'StatefulSet logging/elasticsearch-all';
  const violations = [
    `  [production-minimums] ${object}: nodes with the role master must be at least 3, got 1; add nodes`,
    `  [production-minimums] ${object}: nodes with the role data_hot must be at least 2, got 1; add nodes`,
  ];
  const waiver = {
    rule: 'production-minimums',
    object,
    reason: 'A demonstration: nobody misses it when its node is gone.',
    expires: '2026-12-31',
  };
  const today = '2026-12-01';

  test('an environment that breaks them leaves the folder as it was, and every violation is told', () => {
    const folder = temporaryFolder();
    const dev = environmentNamed('dev');
    writeManifests(folder, [dev], {});
    const before = content(folder);

    expect(() => writeManifests(folder, [{ ...dev, namespace: 'other' }, small], { today })).toThrow(
      ["environment 'production' breaks policies (2):", ...violations].join('\n'),
    );
    expect(content(folder)).toEqual(before);
  });

  test('a waiver counts until its last day, and only with a reason', () => {
    const check = (fields: object, day = today) =>
      checkPolicies(small, { waivers: [{ ...waiver, ...fields }], today: day });
    expect(() => check({})).not.toThrow();
    expect(() => check({}, '2026-12-31')).not.toThrow();
    expect(() => check({}, '2027-01-01')).toThrow(
      [
        "environment 'production' breaks policies (3):",
        ...violations,
        `  [production-minimums] ${object}: the waiver is over since 2026-12-31; correct the object, or argue again`,
      ].join('\n'),
    );
    expect(() => check({ reason: 'because', expires: '2026-13-01' })).toThrow(
      [
        "environment 'production' breaks policies (2):",
        ...violations,
        'waivers are not valid (2):',
        "  [waiver 1] reason must say why (at least 20 characters), got 'because'; argue it",
        "  [waiver 1] expires must be a day such as 2027-03-31, got '2026-13-01'; write one",
      ].join('\n'),
    );
  });

  test('npm run synth refuses, says why without a stack trace, and writes nothing', () => {
    const copy = temporaryFolder();
    for (const source of ['constructs', 'environments', 'review', 'stacks', 'package.json', 'tsconfig.json']) {
      cpSync(join(REPOSITORY, source), join(copy, source), { recursive: true });
    }
    symlinkSync(join(REPOSITORY, 'node_modules'), join(copy, 'node_modules'));
    const production = join(copy, 'environments/production.ts');
    const text = readFileSync(production, 'utf8');
    const edited = text.replace("roles: ['master'], replicas: 3", "roles: ['master'], replicas: 1");
    expect(edited).not.toBe(text);
    writeFileSync(production, edited);
    writeFileSync(join(copy, 'policy-waivers.yaml'), '- rule: production-minimums\n  object: 5\n');

    const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'synth'], {
      cwd: copy,
      encoding: 'utf8',
      env: { ...process.env, CDK8S_OUTDIR: undefined, npm_config_loglevel: 'silent' },
    });
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr: `environment 'production' breaks policies (1):
  [production-minimums] StatefulSet logging/elasticsearch-master: nodes with the role master must be at least 3, got 1; add nodes
waivers are not valid (3):
  [waiver 1] object must be 'Kind namespace/name', got '5'; name it
  [waiver 1] reason must say why (at least 20 characters), got ''; argue it
  [waiver 1] expires must be a day such as 2027-03-31, got ''; write one
`,
    });
    expect(existsSync(join(copy, 'manifests'))).toBe(false);
  });
});
