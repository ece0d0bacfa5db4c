import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { lateImports } from './rules/late-imports';
import { cycles, layerViolations, packageViolations, pulumiLoads, pulumiViolations } from './rules/layers';
import { impurities } from './rules/purity';
import { fullFolders, longFiles, misnamedFiles, untestedFiles } from './rules/shape';
import { ROOT, readSourceTree, type SourceTree, sourceTree } from './rules/source-tree';

const sources = readSourceTree(
  ...['constructs', 'environments', 'stacks', 'review', 'package', 'trial', 'cli', 'local', 'codegen'].filter(exists),
);
const tests = readSourceTree('test');
const all: SourceTree = new Map([...sources, ...tests]);
const written = below(sources, /^(?!constructs\/imports\/)(?!.*\.generated\.ts$)/);

/** Source files, and folders, that are tested through others, and the test that does it. */
const TESTED_ELSEWHERE: Readonly<Record<string, string>> = {
  'constructs/fluentd/monitoring/log-metric.ts': 'test/constructs/fluentd/monitoring/log-metric-mistakes.test.ts',
  'constructs/fluentd/monitoring/metric.ts': 'test/constructs/fluentd/collector-guide.test.ts',
  'constructs/elasticsearch/monitoring/cluster-rules.ts': 'test/monitoring/rules.test.ts',
  'constructs/elasticsearch/monitoring/disk-rules.ts': 'test/constructs/elasticsearch/monitoring/rules.test.ts',
  'constructs/elasticsearch/monitoring/exporter-pod.ts': 'test/constructs/elasticsearch/monitoring/exporter.test.ts',
  'constructs/elasticsearch/monitoring/exporter-secrets.ts':
    'test/constructs/elasticsearch/monitoring/exporter.test.ts',
  'constructs/elasticsearch/monitoring/lifecycle-rules.ts': 'test/monitoring/rules.test.ts',
  'constructs/elasticsearch/monitoring/metrics.ts': 'test/monitoring/rules.test.ts',
  'constructs/monitoring/certificate-rules.ts': 'test/monitoring/rules.test.ts',
  'constructs/monitoring/platform-metrics.ts': 'test/monitoring/rules.test.ts',
  'constructs/monitoring/workload-rules.ts': 'test/monitoring/rules.test.ts',
  'constructs/fluentd/monitoring/rules/': 'test/monitoring/rules.test.ts',
  'constructs/fluentd/outputs/buffer.ts': 'test/constructs/fluentd/outputs/kinds/kinds.test.ts',
  'constructs/fluentd/outputs/delivery.ts': 'test/constructs/fluentd/outputs/ways-out.test.ts',
  'constructs/fluentd/outputs/kinds/': 'test/constructs/fluentd/outputs/kinds/kinds.test.ts',
  'constructs/fluentd/outputs/named-output.ts': 'test/constructs/fluentd/outputs/ways-out.test.ts',
  'constructs/fluentd/inputs/network/certificate.ts': 'test/constructs/fluentd/inputs/network/syslog.test.ts',
  'constructs/fluentd/inputs/network/exposure.ts': 'test/constructs/fluentd/inputs/network/syslog.test.ts',
  'environments/sections/inputs/listening.ts': 'test/environments/sections/inputs/index.test.ts',
  'local/debian/index.ts': 'test/fluentd/inputs/syslog.test.ts',
  'constructs/fluentd/treatments/options/index.ts': 'test/constructs/fluentd/treatments/mistakes.test.ts',
  'constructs/fluentd/treatments/patterns/': 'test/constructs/fluentd/treatments/patterns/pattern.test.ts',
  'constructs/lifecycle/policy-body.ts': 'test/constructs/lifecycle/ilm-policy.test.ts',
  'constructs/lifecycle/template-body.ts': 'test/constructs/lifecycle/index-template.test.ts',
  'constructs/lifecycle/provisioner/program/': 'test/constructs/lifecycle/provisioner/program.test.ts',
  'environments/tenants/routing-relations.ts': 'test/environments/tenants/mistakes.test.ts',
  'environments/sections/outputs/': 'test/environments/sections/outputs/outputs.test.ts',
  'environments/sections/monitoring/canary.ts': 'test/stacks/monitoring/monitoring-stack.test.ts',
  'environments/sections/tenant.ts': 'test/environments/tenants/mistakes.test.ts',
  'codegen/dashboards/': 'test/codegen/dashboards/dashboards.test.ts',
  'codegen/generate.ts': 'test/codegen/generated-files.test.ts',
  'codegen/provisioner-program.ts': 'test/codegen/generated-files.test.ts',
  'codegen/ruby-files.ts': 'test/codegen/generated-files.test.ts',
  'local/cluster/components.ts': 'test/e2e/cluster.test.ts',
  'local/fluentd/chroot.ts': 'test/fluentd/runtime/fluentd.test.ts',
  'local/fluentd/on-this-machine.ts': 'test/local/fluentd/ways/installed.test.ts',
  'local/fluentd/running.ts': 'test/fluentd/runtime/fluentd.test.ts',
  'local/fluentd/runtime.ts': 'test/fluentd/runtime/fluentd.test.ts',
  'local/fluentd/ways/bundle.ts': 'test/local/fluentd/ways/ruby.test.ts',
  'local/fluentd/ways/container.ts': 'test/local/fluentd/container.test.ts',
  'local/pulumi/home.ts': 'test/e2e/cluster.test.ts',
  'local/pulumi/stack.ts': 'test/e2e/cluster.test.ts',
  'package/efk.ts': 'test/package/command.test.ts',
  'package/pulumi-requirements.ts': 'test/package/consumer.test.ts',
  'review/policies/': 'test/review/policies/policies.test.ts',
  'stacks/monitoring/': 'test/stacks/monitoring/monitoring-stack.test.ts',
  'stacks/pulumi/': 'test/e2e/deploy.test.ts',
  'trial/expect/missing-fluentd.ts': 'test/package/testing.test.ts',
  'trial/expect/pipeline.ts': 'test/fluentd/trial/testing.test.ts',
  'trial/expect/shared-fluentd.ts': 'test/fluentd/trial/testing.test.ts',
};

describe('this repository', () => {
  test('layers import in one direction', () => {
    expect(layerViolations(sources)).toEqual([]);
  });

  test('the floors of Fluentd stand on no package', () => {
    expect(packageViolations(sources)).toEqual([]);
  });

  test('only the Pulumi entry imports Pulumi', () => {
    expect(pulumiViolations(sources)).toEqual([]);
  });

  test('neither synthesis, nor the command line, nor the library loads Pulumi', () => {
    const entries = [...sources.keys()].filter((path) =>
      /^(stacks\/synth|cli\/.*|constructs\/.*index|package\/(index|testing|efk|environments|stacks|secrets|policies))\.ts$/.test(
        path,
      ),
    );
    expect(entries).toContain('stacks/synth.ts');
    expect(entries).toContain('constructs/core/index.ts');
    expect(entries).toContain('package/index.ts');
    expect(pulumiLoads(sources, entries)).toEqual([]);
  });

  test('constructs read no file, clock, environment variable or random number', () => {
    // The program of the provisioner is no construct: it runs in the pod, from the text that is generated of it.
    const constructs = below(sources, /^constructs\/(?!lifecycle\/provisioner\/program\/)/);
    expect(impurities(constructs)).toEqual([]);
  });

  test('no file imports itself', () => {
    expect(cycles(all)).toEqual([]);
  });

  test('what is imported when it is needed is found at run time', () => {
    expect(lateImports(sources)).toEqual([]);
  });

  test('files are short', () => {
    expect(longFiles(written)).toEqual([]);
  });

  test('folders are small', () => {
    expect(fullFolders(written)).toEqual([]);
  });

  test('file names are in kebab-case', () => {
    expect(misnamedFiles(all)).toEqual([]);
  });

  test('everything with logic has a test', () => {
    expect(untestedFiles(below(written, /^(?!cli\/)/), tests, TESTED_ELSEWHERE)).toEqual([]);
  });
});

describe('the rules can fail', () => {
  test.each([
    ['constructs/core/a.ts', '../kibana', 'constructs/kibana/index.ts'],
    ['constructs/fluentd/a.ts', '../kibana', 'constructs/kibana/index.ts'],
    ['constructs/fluentd/a.ts', '../../environments', 'environments/index.ts'],
    ['constructs/index.ts', '../stacks', 'stacks/index.ts'],
    ['constructs/fluentd/conf/a.ts', '../paths', 'constructs/fluentd/paths.ts'],
    ['constructs/fluentd/conf/a.ts', '../../core', 'constructs/core/index.ts'],
    ['constructs/fluentd/plugins/a.ts', '../checks', 'constructs/fluentd/checks/index.ts'],
    ['constructs/fluentd/checks/a.ts', '../routes', 'constructs/fluentd/routes.ts'],
    ['constructs/kibana/a.ts', '../fluentd/conf', 'constructs/fluentd/conf/index.ts'],
    ['environments/a.ts', '../stacks', 'stacks/index.ts'],
    ['stacks/a.ts', '../cli/up', 'cli/up.ts'],
    ['stacks/a.ts', '../local/cache', 'local/cache.ts'],
    ['local/a.ts', '../constructs/core/units', 'constructs/core/units.ts'],
    ['codegen/a.ts', '../stacks', 'stacks/index.ts'],
    ['constructs/core/a.ts', '../../codegen/root', 'codegen/root.ts'],
    ['review/a.ts', '../stacks', 'stacks/index.ts'],
    ['review/a.ts', '../constructs/fluentd', 'constructs/fluentd/index.ts'],
    ['stacks/a.ts', '../review/summary/text', 'review/summary/text.ts'],
    ['cli/a.ts', '../test/rules/a', 'test/rules/a.ts'],
  ])('layers: %s must not import %s', (path, specifier, target) => {
    const tree = sourceTree({ [path]: `import { x } from '${specifier}';`, [target]: 'export const x = 1;' });
    expect(layerViolations(tree)).toEqual([
      expect.stringMatching(`^${path}: imports ${target}, but .* may import only `),
    ]);
  });

  test.each([
    "import type { x } from '../kibana';",
    "export * from '../kibana';",
    "import x = require('../kibana');",
    "const x = require('../kibana');",
    "const x = () => import('../kibana');",
    "type X = import('../kibana').X;",
  ])('layers: %s is an import', (text) => {
    const tree = sourceTree({ 'constructs/fluentd/a.ts': text, 'constructs/kibana/index.ts': '' });
    expect(layerViolations(tree)).toEqual([
      'constructs/fluentd/a.ts: imports constructs/kibana/index.ts, but constructs/fluentd may import only constructs/core; components meet in a stack; pass data in instead',
    ]);
  });

  test('layers: what the table allows is allowed', () => {
    const tree = sourceTree({
      'constructs/core/units.ts': '',
      'constructs/fluentd/index.ts': "export * from './fluentd';",
      'constructs/fluentd/fluentd.ts': "import { x } from '../core/units';",
      'constructs/index.ts': "export * from './fluentd';",
      'constructs/fluentd/conf/index.ts': "export * from './parse';",
      'constructs/fluentd/conf/parse.ts': '',
      'constructs/fluentd/plugins/index.ts': "import { x } from '../conf';",
      'constructs/fluentd/checks/index.ts': "import { x } from '../conf'; import { y } from '../plugins';",
      'constructs/fluentd/pod.ts': "import { x } from './conf'; import { y } from './checks';",
      'environments/index.ts': "import { x } from '../constructs';",
      'stacks/index.ts': "import { x } from '../environments'; import { y } from '../constructs/fluentd';",
      'cli/efk.ts': "import { x } from '../stacks'; import { y } from '../local/cache'; import z from 'commander';",
      'local/cache.ts': "import { join } from 'node:path';",
      'review/index.ts':
        "import { x } from '../constructs/fluentd/conf'; import { y } from '../constructs/core/units';",
    });
    expect(layerViolations(tree)).toEqual([]);
  });

  test.each(["import { k8s } from 'cdk8s-plus-28';", "import type { Construct } from 'constructs';"])(
    'packages: %s is refused in a floor of Fluentd',
    (text) => {
      const tree = sourceTree({ 'constructs/fluentd/conf/a.ts': text, 'constructs/fluentd/pod.ts': text });
      expect(packageViolations(tree)).toEqual([
        expect.stringMatching(
          /^constructs\/fluentd\/conf\/a\.ts: imports .*, but constructs\/fluentd\/conf may import no package; /,
        ),
      ]);
    },
  );

  test('Pulumi: only its entry may import it, not even types', () => {
    const text = "import type { Resource } from '@pulumi/pulumi';";
    const tree = sourceTree({ 'stacks/index.ts': text, 'stacks/deploy.ts': text, 'stacks/pulumi/charts.ts': text });
    expect(pulumiViolations(tree)).toEqual([
      'stacks/index.ts: imports @pulumi/pulumi, but only stacks/deploy.ts and stacks/pulumi may; move that part there',
    ]);
  });

  test('Pulumi: a chain of imports is followed to its end', () => {
    const tree = sourceTree({
      'stacks/synth.ts': "import './a';",
      'stacks/a.ts': "export { x } from './pulumi/b';",
      'stacks/pulumi/b.ts': "import { Resource } from '@pulumi/pulumi';",
    });
    expect(pulumiLoads(tree, ['stacks/synth.ts'])).toEqual([
      'stacks/synth.ts: loads Pulumi (stacks/synth.ts -> stacks/a.ts -> stacks/pulumi/b.ts -> @pulumi/pulumi); import what it needs from another file',
    ]);
  });

  test('Pulumi: its version can be read anywhere', () => {
    const tree = sourceTree({ 'local/pulumi.ts': "const version = require('@pulumi/pulumi/package.json').version;" });
    expect(pulumiViolations(tree)).toEqual([]);
    expect(pulumiLoads(tree, ['local/pulumi.ts'])).toEqual([]);
  });

  test('Pulumi: types and what is imported when it is needed load nothing', () => {
    const tree = sourceTree({
      'cli/efk.ts': "import type { x } from './b'; import { type y } from './b'; const up = () => import('./b');",
      'cli/b.ts': "import { Resource } from '@pulumi/pulumi';",
    });
    expect(pulumiLoads(tree, ['cli/efk.ts'])).toEqual([]);
  });

  test.each([
    ["import { readFileSync } from 'node:fs';", 'readFileSync of node:fs'],
    ["import * as fs from 'fs';", '* of fs'],
    ["import { createHash, randomBytes } from 'node:crypto';", 'randomBytes of node:crypto'],
    ["const fs = require('node:fs');", 'require'],
    ["const other = require('./other');", 'require'],
    ['const any = require(name);', 'require'],
    ['const name = process.env.NAME;', 'process'],
    ['const name = `${process.env.NAME}`;', 'process'],
    ['const now = new Date();', 'Date'],
    ['const now = Date.now();', 'Date'],
    ['const some = Math.random();', 'Math.random'],
    ['const some = crypto.randomUUID();', 'crypto'],
  ])('purity: %s is refused', (text, use) => {
    expect(impurities(sourceTree({ 'constructs/core/a.ts': text }))).toEqual([
      `constructs/core/a.ts: uses ${use}, but constructs give the same manifests always and everywhere; take it as a prop`,
    ]);
  });

  test.each([
    "import { createHash } from 'node:crypto';",
    "const { analyse } = require('scslre');",
    'const pipeline = { process: 1 }; const x = pipeline.process + Math.max(1, 2);',
    'interface Entry { Date: string; since: Date }',
  ])('purity: %s is accepted', (text) => {
    expect(impurities(sourceTree({ 'constructs/core/a.ts': text }))).toEqual([]);
  });

  test('late imports: files are found by the bundler alone, packages by all', () => {
    const text = "const one = await import('./b'); const other = await import('tar'); type B = import('./b').B;";
    expect(lateImports(sourceTree({ 'cli/a.ts': text, 'package/efk.ts': text }))).toEqual([
      'cli/a.ts: imports ./b when it is needed, which fails at run time; import or require it',
    ]);
  });

  test('cycles: a circle is found, of types as well, and shown', () => {
    const tree = sourceTree({
      'stacks/a.ts': "import { b } from './b';",
      'stacks/b.ts': "import { c } from './c';",
      'stacks/c.ts': "import type { A } from './a';",
      'stacks/d.ts': "import { a } from './a';",
    });
    expect(cycles(tree)).toEqual([
      'stacks/a.ts: imports itself (stacks/a.ts -> stacks/b.ts -> stacks/c.ts -> stacks/a.ts); move what both need to a file of its own',
    ]);
  });

  test('cycles: two ways to the same file are none', () => {
    const tree = sourceTree({
      'stacks/a.ts': "import './b'; import './c';",
      'stacks/b.ts': "import './d';",
      'stacks/c.ts': "import './d';",
      'stacks/d.ts': '',
    });
    expect(cycles(tree)).toEqual([]);
  });

  test('length: 201 lines are too many', () => {
    const tree = sourceTree({ 'cli/a.ts': 'x\n'.repeat(200), 'cli/b.ts': 'x\n'.repeat(201) });
    expect(longFiles(tree)).toEqual(['cli/b.ts: has 201 lines (at most 200); split it by reason to change']);
  });

  test('folders: 13 files are too many', () => {
    const files = (count: number, folder: string) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`${folder}/f${index}.ts`, '']));
    expect(fullFolders(sourceTree({ ...files(12, 'cli'), ...files(13, 'local') }))).toEqual([
      'local: has 13 files (at most 12); give a part of it a folder of its own',
    ]);
  });

  test.each(['stacks/nodeSet.ts', 'stacks/node_set.ts', 'stacks/NodeSet/index.ts', 'test/node-set.spec.ts'])(
    'names: %s is refused',
    (path) => {
      expect(misnamedFiles(sourceTree({ [path]: '', 'test/stacks/node-set.test.ts': '' }))).toEqual([
        `${path}: every part must be in kebab-case; rename it, e.g. node-set.ts for the class NodeSet`,
      ]);
    },
  );

  test.each([
    'export function a() {}',
    'export const a = () => 1;',
    'export class A { constructor() { b(); } }',
    'export const a = [1].map((x) => x);',
  ])('tests: %s needs one', (text) => {
    expect(untestedFiles(sourceTree({ 'stacks/secrets/a.ts': text }), sourceTree({}), {})).toEqual([
      'stacks/secrets/a.ts: has logic, but no test; write test/stacks/secrets/a.test.ts, or name the test that covers it in test/architecture.test.ts',
    ]);
  });

  test.each([
    ['test/stacks/secrets/a.test.ts', ''],
    ['test/stacks/secrets/secrets.test.ts', ''],
    ['test/stacks/secrets.test.ts', ''],
    ['test/e2e/b.test.ts', "import { a } from '../../stacks/secrets/a';"],
  ])('tests: %s with %j will do', (path, text) => {
    const source = sourceTree({ 'stacks/secrets/a.ts': 'export function a() {}' });
    expect(untestedFiles(source, sourceTree({ [path]: text }), {})).toEqual([]);
  });

  test.each(['stacks/secrets/a.ts', 'stacks/secrets/'])('tests: one that is listed for %s must exist', (listed) => {
    const source = sourceTree({ 'stacks/secrets/a.ts': 'export function a() {}' });
    const elsewhere = { [listed]: 'test/e2e/b.test.ts' };
    expect(untestedFiles(source, sourceTree({ 'test/e2e/b.test.ts': '' }), elsewhere)).toEqual([]);
    expect(untestedFiles(source, sourceTree({}), elsewhere)).toEqual([
      'stacks/secrets/a.ts: has logic, but no test; write test/e2e/b.test.ts, or name the test that covers it in test/architecture.test.ts',
    ]);
  });

  test.each(["export * from './b';", 'export interface A { b(): void }', 'export const a = { b: 1 };'])(
    'tests: %s needs none',
    (text) => {
      expect(untestedFiles(sourceTree({ 'stacks/a.ts': text }), sourceTree({}), {})).toEqual([]);
    },
  );

  test('tests: a source file that is gone leaves the list', () => {
    expect(untestedFiles(sourceTree({}), sourceTree({}), { 'stacks/a.ts': 'test/b.test.ts' })).toEqual([
      'stacks/a.ts: is listed as tested elsewhere, but does not exist; remove it from test/architecture.test.ts',
    ]);
  });
});

function below(tree: SourceTree, pattern: RegExp): SourceTree {
  return new Map([...tree].filter(([path]) => pattern.test(path)));
}

function exists(folder: string): boolean {
  return existsSync(join(ROOT, folder));
}
