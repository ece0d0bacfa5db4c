import { cpSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { devDependencies } from '../../package.json';
import { Consumer, packed, removePacked, succeeded } from './consumer';
import { COMPILATIONS, PROGRAM } from './programs';

const TYPESCRIPT = [`typescript@${devDependencies.typescript}`, `@types/node@${devDependencies['@types/node']}`];
const STRICT = ['--strict', '--skipLibCheck', '--target', 'es2022', '--types', 'node'];

/** Prints which packages the files of ours ask for when a module is loaded, also in vain. */
const REQUESTED = `
const Module = require('node:module');
const { _load: load } = Module;
const requested = new Set();
Module._load = function (request, parent, ...others) {
  const ours = parent?.filename.includes('/node_modules/cdk8s-efk/');
  if (ours && !/^[./]/.test(request) && !Module.isBuiltin(request)) requested.add(request);
  return load.call(this, request, parent, ...others);
};
require(process.argv[2]);
console.log(JSON.stringify([...requested].sort()));
`;

describe('a repository that installs the package', () => {
  let consumer: Consumer;
  let tarball = '';
  beforeAll(async () => {
    // cdk8s-plus-34 is the newest line; an app that uses it has it next to the one that our constructs are made of.
    tarball = await packed();
    consumer = await Consumer.install(tarball, [...TYPESCRIPT, 'cdk8s-plus-34@2.0.54']);
    consumer.write('program.ts', PROGRAM);
    consumer.write('module.mts', PROGRAM);
  });
  afterAll(() => {
    consumer?.remove();
    removePacked(tarball);
  });

  test.each(Object.entries(COMPILATIONS))('compiles as %s', async (_, options) => {
    succeeded(await consumer.run('.bin/tsc', '--noEmit', ...STRICT, ...options, 'program.ts'));
  });

  test('runs as CommonJS, and as an ES module', async () => {
    const files = ['program.ts', 'module.mts'];
    succeeded(await consumer.run('.bin/tsc', ...STRICT, '--module', 'node16', '--outDir', 'out', ...files));
    expect(succeeded(await consumer.node('out/program.js'))).toMatch(/^\d\d true\n$/);
    expect(succeeded(await consumer.node('out/module.mjs'))).toMatch(/^\d\d true\n$/);
  });

  test('compiles with our declarations checked as well', async () => {
    consumer.write(
      'all.ts',
      ['', '/stacks', '/environments', '/secrets', '/policies', '/testing']
        .map((entry, i) => `export * as e${i} from 'cdk8s-efk${entry}';`)
        .join('\n'),
    );
    succeeded(
      await consumer.run('.bin/tsc', '--noEmit', ...STRICT, '--skipLibCheck', 'false', '--module', 'node16', 'all.ts'),
    );
  });

  test('mixes it with a newer line of cdk8s-plus', async () => {
    consumer.write(
      'mixed.mts',
      `import { App, Chart } from 'cdk8s';
      import { ConfigMap, k8s } from 'cdk8s-plus-34';
      import { Fluentd } from 'cdk8s-efk';
      const chart = new Chart(new App(), 'agents', { namespace: 'agents', disableResourceNameHashes: true });
      const tolerations: k8s.Toleration[] = [{ operator: 'Exists' }];
      const elasticsearch = { url: 'https://search.example.com', majorVersion: 9 };
      const fluentd = new Fluentd(chart, 'fluentd', { elasticsearch, routes: [{ name: 'shop' }], pod: { tolerations } });
      const notes = new ConfigMap(chart, 'notes', { metadata: { name: 'notes' } });
      fluentd.daemonSet.addDependency(notes);
      console.log(chart.toJson().length);`,
    );
    succeeded(await consumer.run('.bin/tsc', ...STRICT, '--module', 'node16', '--outDir', 'out', 'mixed.mts'));
    expect(succeeded(await consumer.node('out/mixed.mjs'))).toMatch(/^\d+\n$/);
  });

  test('needs no Pulumi, and is told so where it does', async () => {
    consumer.write(
      'library.js',
      "for (const entry of ['', '/stacks', '/environments', '/secrets', '/policies']) require('cdk8s-efk' + entry);",
    );
    succeeded(await consumer.node('library.js'));

    consumer.write('pulumi.js', "require('cdk8s-efk/pulumi');");
    expect((await consumer.node('pulumi.js')).output).toContain(
      'Error: cdk8s-efk needs the package @pulumi/pulumi, which is not installed; run: npm install @pulumi/pulumi@^3.248.0 @pulumi/kubernetes@^4.25.0\n',
    );
  });

  test.each([
    ['', ['@eslint-community/regexpp', 'cdk8s', 'cdk8s-plus-28', 'constructs']],
    ['/environments', ['@eslint-community/regexpp', 'cdk8s', 'cdk8s-plus-28', 'constructs', 'zod']],
    ['/policies', ['cdk8s', 'cdk8s-plus-28', 'constructs', 'js-yaml']],
    [
      '/testing',
      [
        '@eslint-community/regexpp',
        '@peculiar/x509',
        'cdk8s',
        'cdk8s-plus-28',
        'constructs',
        'js-yaml',
        'reflect-metadata',
        'semver',
        'zod',
      ],
    ],
  ])('loads with cdk8s-efk%s no more packages than these, and asks for no other', async (entry, packages) => {
    consumer.write('requested.js', REQUESTED);
    const requested = JSON.parse(succeeded(await consumer.node('requested.js', `cdk8s-efk${entry}`)));
    expect(requested).toEqual(packages);
  });

  test('is told of a second copy of constructs, and how to remove it', async () => {
    const modules = join(consumer.folder, 'node_modules');
    const copy = join(modules, 'cdk8s-efk/node_modules/constructs');
    mkdirSync(join(copy, '..'), { recursive: true });
    cpSync(join(modules, 'constructs'), copy, { recursive: true });
    expect((await consumer.node('library.js')).output).toContain(
      'Error: cdk8s and cdk8s-efk use different copies of the package constructs (must be one); run: npm dedupe\n',
    );
    succeeded(await consumer.run('npm', 'dedupe', '--ignore-scripts', '--offline', '--no-audit', '--no-fund'));
    succeeded(await consumer.node('library.js'));
  });

  test('is told of a missing peer, and how to get it', async () => {
    const peer = join(consumer.folder, 'node_modules/cdk8s-plus-28');
    renameSync(peer, `${peer}-gone`);
    expect((await consumer.node('library.js')).output).toContain(
      'Error: cdk8s-efk needs the package cdk8s-plus-28, which is not installed; run: npm install cdk8s@^2.70.0 cdk8s-plus-28@^2.5.0 constructs@^10.4.0\n',
    );
    renameSync(`${peer}-gone`, peer);
  });
});
