import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { missingFluentd } from '../../local/fluentd';
import { Consumer, packed, removePacked, succeeded } from './consumer';

/** Renders a collector of its own, as somebody's cdk8s app does. */
const RENDER = `
const { mkdirSync, writeFileSync } = require('node:fs');
const { App, Chart, Yaml } = require('cdk8s');
const { Fluentd } = require('cdk8s-efk');
const chart = new Chart(new App(), 'agents', { namespace: 'agents', disableResourceNameHashes: true });
const elasticsearch = { url: 'https://search.example.com:9200', majorVersion: 9 };
new Fluentd(chart, 'fluentd', { elasticsearch, routes: [{ name: 'shop', namespaces: ['shop'] }], bufferSize: process.argv[2] });
mkdirSync('manifests/live', { recursive: true });
writeFileSync('manifests/live/agents.yaml', Yaml.stringify(...chart.toJson()));
`;

describe('efk of a repository that has installed the package', () => {
  let consumer: Consumer;
  let tarball = '';
  beforeAll(async () => {
    tarball = await packed();
    consumer = await Consumer.install(tarball, []);
    consumer.write('render.js', RENDER);
    succeeded(await consumer.node('render.js', '2Gi'));
    for (const command of ['init --quiet --initial-branch main', 'add manifests', 'commit --quiet --message first']) {
      const author = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
      succeeded(await consumer.run('git', ...author, ...command.split(' ')));
    }
  });
  afterAll(() => {
    consumer?.remove();
    removePacked(tarball);
  });

  function efk(...args: string[]) {
    return consumer.run('npx', '--no-install', 'efk', ...args);
  }

  test('has the commands that need no environments, and no others', async () => {
    const help = succeeded(await efk('--help'));
    const names = [...help.matchAll(/^ {2}([a-z]+) .*(?:\[options\]|<\w+>|\[command\])/gm)].map(([, name]) => name);
    expect(names).toEqual(['diff', 'lint', 'report', 'parity', 'image', 'try', 'completion', 'help']);
    expect(await efk('up')).toMatchObject({ code: 2, output: expect.stringContaining("unknown command 'up'") });
  });

  test('says what a change deploys', async () => {
    succeeded(await consumer.node('render.js', '4Gi'));
    expect(succeeded(await efk('diff', 'HEAD'))).toContain('total_limit_size');
    succeeded(await consumer.node('render.js', '2Gi'));
  });

  test('reports and checks what is rendered', async () => {
    expect(succeeded(await efk('report', 'live'))).toContain('fluent/fluentd-kubernetes-daemonset:v1.19.3');
    expect((await efk('lint')).output).toMatch(/^live: /m);
    expect(succeeded(await efk('parity', 'live', 'live'))).toBe('live and live do not differ\n');
    expect(succeeded(await efk('completion', 'bash'))).toContain('complete -F _efk efk');
  });

  test('prints the Dockerfile of an image with gems that are named', async () => {
    expect(succeeded(await efk('image', '--gem', 'fluent-plugin-s3'))).toMatch(/^FROM .* fluent-plugin-s3:/ms);
    expect(await efk('image')).toMatchObject({ code: 2, output: expect.stringContaining('--gem must be given') });
  });

  test('shows what becomes of lines, by the name of what is rendered or by its path', async ({ skip }) => {
    const missing = await missingFluentd();
    skip(missing !== undefined, `it needs ${missing}`);
    consumer.write('app.log', '{"level":"info"}\n');
    const lines = ['--namespace', 'shop', '--container', 'cart', 'app.log'];
    for (const target of ['live', 'manifests/live/agents.yaml', join(consumer.folder, 'manifests')]) {
      const text = succeeded(await efk('try', target, ...lines));
      expect(text).toContain(
        'elasticsearch_fit\n  + log.level  info\n  + json       {}\nstored in logs-shop-default\n',
      );
    }
  });

  test('tells which there are, and what is not read', async () => {
    const cart = ['--container', 'cart', 'app.log'];
    expect(await efk('try', 'prod', '--namespace', 'shop', ...cart)).toEqual({
      code: 2,
      output: "error: [environment] must be one of live, got 'prod'; choose one, or run `npm run synth` first\n",
    });
    expect(await efk('try', 'live', '--namespace', 'bank', ...cart)).toEqual({
      code: 2,
      output:
        "error: [namespace] must be one that a route takes (shop), got 'bank'; its logs are not read, add it to a route\n",
    });
  });
});
