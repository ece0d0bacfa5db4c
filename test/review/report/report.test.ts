import { describe, expect, test } from 'vitest';

import { bufferLimits } from '../../../review/report/buffers';
import { figureChanges, figuresOf, imagesOf, repositoryOf } from '../../../review/report/figures';
import { parsePrices } from '../../../review/report/prices';
import { retentionOf, routeRetentions } from '../../../review/report/retention';
import { claimedDisk, podRequests } from '../../../review/report/workload-figures';
import { figureChangeInWords } from '../../../review/summary/words';
import { claim, object, workload } from '../objects';

const container = (cpu: string, memory: string, image = 'a:1') => ({
  name: 'a',
  image,
  resources: { requests: { cpu, memory } },
});

test('a pod asks for the sum of its containers, or for its largest init container', () => {
  expect(podRequests({ containers: [container('500m', '1Gi'), container('1', '1Gi')] })).toEqual({
    cpu: 1.5,
    memory: 2 ** 31,
  });
  expect(podRequests({ containers: [container('1', '1Gi')], initContainers: [container('2', '1Mi')] })).toEqual({
    cpu: 2,
    memory: 2 ** 30,
  });
  expect(podRequests(undefined)).toEqual({ cpu: 0, memory: 0 });
});

test('figures are sums over all pods, what runs on each node counts once', () => {
  const objects = [
    workload('StatefulSet', { volumeClaimTemplates: [claim('1Gi')] }, { containers: [container('1', '1Gi')] }),
    workload('DaemonSet', {}, { containers: [container('250m', '1Mi')] }),
  ];
  expect(figuresOf(objects).map(({ name, value }) => [name, value])).toEqual([
    ['pods', 3],
    ['processor time requested', 3],
    ['memory requested', 3 * 2 ** 30],
    ['disk (default class)', 3 * 2 ** 30],
    ['image a', '1'],
    ['pods on each node', 1],
    ['processor time requested on each node', 0.25],
    ['memory requested on each node', 2 ** 20],
  ]);
});

test('figures that change', () => {
  const set = (storage: string, image: string) =>
    workload('StatefulSet', { volumeClaimTemplates: [claim(storage)] }, { containers: [container('1', '1Gi', image)] });
  expect(figureChanges([set('2Gi', 'a:1')], [set('1Gi', 'a:2')])).toEqual([
    { name: 'disk (default class)', unit: 'bytes', difference: -3 * 2 ** 30, before: undefined, after: undefined },
    { name: 'image a', unit: 'text', difference: undefined, before: '1', after: '2' },
  ]);
  expect(claimedDisk(set('1Gi', 'a:1'))).toEqual([{ storageClass: 'default class', bytes: 2 ** 30 }]);
  expect(imagesOf(set('1Gi', 'a:1'))).toEqual(['a:1']);
});

test.each([
  ['a', 'a'],
  ['a:1', 'a'],
  ['host:5000/a', 'host:5000/a'],
  ['host:5000/a:1@sha256:0', 'host:5000/a'],
])('the repository of %s is %s', (image, repository) => {
  expect(repositoryOf(image)).toBe(repository);
});

describe('the buffer of a node', () => {
  const limits = (conf: string) =>
    bufferLimits({
      ...object('{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}'),
      data: { 'fluent.conf': conf },
    }).map(({ value }) => value);
  const output = (type: string, ...buffer: string[]) =>
    `<match **>\n@type ${type}\n<buffer tag>\n${buffer.join('\n')}\n</buffer>\n</match>\n`;

  test('is that of every output, whatever its plugin', () => {
    const conf = output('elasticsearch', 'total_limit_size 20g') + output('s3', 'total_limit_size 512M');
    expect(limits(conf)).toEqual([20 * 2 ** 30 + 512 * 2 ** 20]);
    expect(
      limits(`<match **>\n@type copy\n${conf.replaceAll('match **', 'store').replaceAll('match', 'store')}</match>\n`),
    ).toEqual(limits(conf));
  });

  test('is not that of dead letters', () => {
    const letters = `<label @ERROR>\n${output('file', 'total_limit_size 256m')}</label>\n`;
    expect(limits(output('elasticsearch_bulk', 'total_limit_size 1g') + letters)).toEqual([2 ** 30]);
  });

  test.each([
    [['@type file'], 64 * 2 ** 30],
    [[], 512 * 2 ** 20],
    [['total_limit_size 1024'], 1024],
    [['total_limit_size "#{ENV[\'SIZE\']}"'], 0],
    [['path a # total_limit_size 5g', '@type file', 'total_limit_size 1k # of 5g'], 1024],
  ])('of %j is %d', (buffer, bytes) => {
    expect(limits(output('elasticsearch', ...buffer))).toEqual([bytes]);
  });

  test('is not known of a text that is no configuration', () => {
    expect(limits('total_limit_size 5g\n')).toEqual([]);
  });
});

test('retention follows from templates and policies', () => {
  const config = (name: string, key: string, body: object) => ({
    ...object(`{apiVersion: v1, kind: ConfigMap, metadata: {name: ${name}}}`),
    data: { [key]: JSON.stringify(body) },
  });
  const policy = config('ilm-policy-logs', 'policy.json', { policy: { phases: { delete: { min_age: '30d' } } } });
  const template = config('a', 'template.json', {
    index_patterns: ['logs-a-*'],
    template: { settings: { index: { 'lifecycle.name': 'logs', number_of_replicas: 1 } } },
  });
  expect(retentionOf(policy)).toEqual([{ name: 'retention logs', unit: 'text', value: '30d' }]);
  expect(routeRetentions([template, policy])).toEqual([
    { pattern: 'logs-a-*', policy: 'logs', retention: '30d', replicas: 1 },
  ]);
});

test('loss budget and cost that change', () => {
  const conf = (size: string) => ({
    ...object('{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}'),
    data: { 'fluent.conf': `<match **>\n  <buffer>\n    total_limit_size ${size}\n  </buffer>\n</match>` },
  });
  const agents = (cpu: string) => workload('DaemonSet', {}, { containers: [container(cpu, '1Gi')] });
  const prices = parsePrices('{currency: EUR, core: 10.1, memoryGiB: 5, diskGiB: {default: 1}}', 'prices.yaml');
  const assumptions = { bytesPerSecond: 2 ** 20, nodes: 4, prices };
  const changes = figureChanges([conf('1g'), agents('1')], [conf('2g'), agents('500m')], assumptions);
  expect(changes.map(({ name, unit, difference }) => [name, unit, difference])).toEqual([
    ['log buffer on each node', 'bytes', 2 ** 30],
    ['processor time requested on each node', 'cores', -0.5],
    ['loss budget', 'seconds', 293],
    ['cost of a month (EUR)', 'money', expect.closeTo(-20.2)],
  ]);
  expect(changes.map(figureChangeInWords)).toEqual(['+1 GiB', '-0.5 cores', '+4 min', '-20.20']);
  // In another order the sum differs in its last digit, which is no change.
  const many = [agents('100m'), agents('200m'), agents('300m')];
  expect(figureChanges(many, [...many].reverse(), assumptions)).toEqual([]);
});
