import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { devDependencies } from '../../package.json';
import { Consumer, packed, removePacked, runIn, succeeded } from './consumer';
import { PROGRAM, PULUMI_PROGRAM } from './programs';

/** Releases of Node.js, which npm publishes as a package for every platform: one too old, the LTS after ours, the newest. */
const NODES = { 18: '18.20.8', 24: '24.21.0', 26: '26.10.0' } as const;

const PLATFORM = `node-${process.platform}-${process.arch}`;
const COMPILER = [`typescript@${devDependencies.typescript}`, `@types/node@${devDependencies['@types/node']}`];
const PULUMI = (['@pulumi/pulumi', '@pulumi/kubernetes'] as const).map((name) => `${name}@${devDependencies[name]}`);

let consumer: Consumer;
let tarball = '';

/** Why nothing can be tried. */
let unreachable = '';

beforeAll(async () => {
  const { output } = await runIn('.', 'npm', 'view', '--fetch-retries=0', `${PLATFORM}@${NODES[24]}`, 'version');
  const [reason] = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH/.exec(output) ?? [];
  if (reason) {
    unreachable = `no other release of Node.js was tried, because npm reaches no registry: ${reason}`;
    console.warn(unreachable);
    return;
  }
  tarball = await packed();
  const nodes = Object.entries(NODES).map(([major, version]) => `node-${major}@npm:${PLATFORM}@${version}`);
  consumer = await Consumer.install(tarball, [...COMPILER, ...PULUMI, ...nodes]);
  consumer.write('program.ts', PROGRAM);
  consumer.write('module.mts', PROGRAM);
  consumer.write('mocked.mts', PULUMI_PROGRAM);
  consumer.write(
    'library.js',
    "for (const entry of ['', '/stacks', '/environments', '/secrets', '/policies', '/pulumi']) require('cdk8s-efk' + entry);",
  );
  const options = ['--strict', '--skipLibCheck', '--target', 'es2022', '--types', 'node', '--module', 'node16'];
  const files = ['program.ts', 'module.mts', 'mocked.mts'];
  succeeded(await consumer.run('.bin/tsc', ...options, '--outDir', 'out', ...files));
});

beforeEach(({ skip }) => skip(unreachable !== '', unreachable));

afterAll(() => {
  consumer?.remove();
  removePacked(tarball);
});

/** What Node of another major version prints for a file. */
async function nodeOf(major: keyof typeof NODES, ...args: string[]) {
  const node = `node-${major}/bin/node`;
  expect(succeeded(await consumer.run(`./${node}`, '--version'))).toBe(`v${NODES[major]}\n`);
  return consumer.run(`./${node}`, ...args);
}

test.each([24, 26] as const)('Node %i runs it, as CommonJS, as an ES module and as TypeScript', async (major) => {
  expect(succeeded(await nodeOf(major, 'library.js'))).toBe('');
  for (const file of ['out/program.js', 'out/module.mjs', 'module.mts']) {
    expect(succeeded(await nodeOf(major, file)), file).toMatch(/^\d\d true\n$/);
  }
});

test.each([24, 26] as const)('Node %i runs a Pulumi program with it, under setMocks', async (major) => {
  expect(succeeded(await nodeOf(major, 'out/mocked.mjs'))).toBe(succeeded(await consumer.node('out/mocked.mjs')));
});

test('an EfkStack of the package works under setMocks', async () => {
  expect(JSON.parse(succeeded(await consumer.node('out/mocked.mjs')))).toEqual({
    kibanaUrl: 'https://localhost:5601',
    password: 'string',
    component: 'cdk8s-efk:stacks:EfkStack logging',
    objects: expect.arrayContaining([
      'logging/elasticsearch/StatefulSet/logging/elasticsearch-all',
      'logging/fluentd/DaemonSet/logging-agents/fluentd',
      'logging/kibana/Deployment/logging/kibana',
    ]),
  });
});

test('Node 18 is told what it needs, in one sentence, by every entry', async () => {
  for (const entry of ['', '/stacks', '/environments', '/secrets', '/policies', '/pulumi']) {
    consumer.write('old.js', `require('cdk8s-efk${entry}')`);
    const { code, output } = await nodeOf(18, 'old.js');
    expect(code, entry).toBe(1);
    expect(output).toContain(
      'Error: cdk8s-efk needs Node 20 or newer, got 18.20.8; install one, for instance: nvm install 22\n',
    );
  }
});
