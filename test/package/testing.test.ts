import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { missingFluentd } from '../../local/fluentd';
import { Consumer, packed, removePacked, succeeded } from './consumer';

/** As much of Jest as its own documentation asks for; it runs in a context whose `Error` and `Uint8Array` are its own. */
const JEST = '30.2.0';

const IN_JEST = `
const { App, Chart } = require('cdk8s');
const { Fluentd } = require('cdk8s-efk');
const { expectPipeline } = require('cdk8s-efk/testing');

const chart = new Chart(new App(), 'agents', { namespace: 'agents', disableResourceNameHashes: true });
const elasticsearch = { url: 'https://search.example.com:9200', majorVersion: 9 };
new Fluentd(chart, 'fluentd', { elasticsearch, routes: [{ name: 'shop' }] });
const pipeline = expectPipeline(chart);
beforeAll(() => pipeline.ready(), 600_000);

test('passes', () => pipeline.given('shop/cart', ['a', new Uint8Array([0x62])]).emits(['a', 'b']));
test('fails', () => pipeline.given('shop/cart', 'a').emits(['c']));
`;

/** Expectations without a framework: an error is all that they need of one. */
const PLAIN = `
const { App, Chart } = require('cdk8s');
const { Fluentd } = require('cdk8s-efk');
const { expectPipeline } = require('cdk8s-efk/testing');

const chart = new Chart(new App(), 'agents', { namespace: 'agents', disableResourceNameHashes: true });
const elasticsearch = { url: 'https://search.example.com:9200', majorVersion: 9 };
new Fluentd(chart, 'fluentd', { elasticsearch, routes: [{ name: 'shop' }] });
const pipeline = expectPipeline(chart, JSON.parse(process.argv[2] ?? '{}'));
pipeline.given('shop/cart', ['a', 'b']).emits(['a', 'c']).then(
  () => console.log('as expected'),
  (error) => console.log(error.name, error.code ?? '', error.message),
);
`;

describe('a repository that tests its pipeline', () => {
  let tarball = '';
  let consumer: Consumer;
  beforeAll(async () => {
    tarball = await packed();
    consumer = await Consumer.install(tarball, [], join(__dirname, '../../examples/tested-pipeline'));
  });
  afterAll(() => {
    consumer?.remove();
    removePacked(tarball);
  });

  describe('with a Fluentd', () => {
    let missing: string | undefined;
    beforeAll(async () => {
      missing = await missingFluentd();
    });
    beforeEach(({ skip }) => skip(missing !== undefined, `it needs ${missing}`));

    test('compiles, and its tests pass in Vitest', async () => {
      succeeded(await consumer.run('npm', 'run', 'check'));
      succeeded(await consumer.run('npm', 'run', 'synth'));
      expect(stripVTControlCharacters(succeeded(await consumer.run('npm', 'test')))).toMatch(/Tests {2}5 passed/);
    });

    test('sees what differs where one fails, and where', async () => {
      const failing = `${consumer.folder}/failing.test.ts`;
      consumer.write(
        'failing.test.ts',
        `import { App } from 'cdk8s';
import { expectPipeline } from 'cdk8s-efk/testing';
import { test } from 'vitest';
import { Agents } from './agents';

const pipeline = expectPipeline(new Agents(new App(), 'agents'));
test('fails', () => pipeline.given('shop/nginx', 'GET /health 200').emits(['GET /health 200']), 60_000);
`,
      );
      const result = await consumer.run('.bin/vitest', 'run', failing);
      expect(result.code).toBe(1);
      const output = stripVTControlCharacters(result.output);
      expect(output).toContain(`AssertionError: expected the pipeline to emit 1 document of shop/nginx, got 0:
  1. there is none, expected "GET /health 200"

line 1 of stdout
  GET /health 200
treatments: dropped
  counted as dropped records, route shop, treatment web, reason health checks
`);
      expect(output).toMatch(/failing\.test\.ts:7:\d+/);
    });

    test('does the same in Jest', async () => {
      const npm = ['install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--no-save'];
      succeeded(await consumer.run('npm', ...npm, `jest@${JEST}`));
      consumer.write('in-jest.spec.js', IN_JEST);
      const { code, output } = await consumer.run('.bin/jest', 'in-jest.spec.js');
      const text = stripVTControlCharacters(output);
      expect(text).toMatch(/Tests: +1 failed, 1 passed, 2 total/);
      expect(text).toContain('message is "a", expected "c"');
      expect(text).not.toContain('did not exit');
      expect(code).toBe(1);
    });

    test('needs no framework, and its process ends', async () => {
      consumer.write('plain.js', PLAIN);
      expect(succeeded(await consumer.node('plain.js'))).toMatch(
        /^AssertionError ERR_ASSERTION expected the pipeline to emit 2 documents of shop\/cart, which differ:\n {2}2\. line 2: message is "b", expected "c"\n/,
      );
    });
  });

  describe('without a Fluentd', () => {
    /** Nothing on PATH but Node, on a system that is none of those on which one can be installed. */
    function alone(options: string): Promise<{ code: number | null; output: string }> {
      const pretend = "Object.defineProperty(process, 'platform', { value: 'aix' }); process.env.PATH = '/nowhere';";
      consumer.write('alone.js', `${pretend}\n${PLAIN}`);
      return consumer.node('alone.js', options);
    }

    const WAYS =
      'fluentd 1.19.3 with the plugins of its image on PATH, or a container runtime that answers (docker, podman, nerdctl) on Linux, or Ruby >= 3.2.0 with Bundler on PATH, or root on Debian or Ubuntu';

    test('fails, with the ways to get one', async () => {
      expect(await alone('{}')).toEqual({
        code: 0,
        output: `OperatorError  [fluentd] needs ${WAYS}; provide one of them\n`,
      });
    });

    test('skips when it is told to', async () => {
      expect(await alone('{"withoutFluentd":"skip"}')).toEqual({
        code: 0,
        // Standard output first.
        output: `as expected\nnot checked here: what pipelines make of lines, it needs ${WAYS}\n`,
      });
    });
  });
});
