import { expect, test } from 'vitest';

import { environmentReport } from '../../../review/report/environment-report';
import { parsePrices } from '../../../review/report/prices';
import { reportMarkdown, reportText } from '../../../review/report/render';
import { claim, object, workload } from '../objects';

const container = { name: 'a', image: 'a:1@sha256:0', resources: { requests: { cpu: '2', memory: '1Gi' } } };
const objects = [
  workload(
    'StatefulSet',
    { volumeClaimTemplates: [claim('10Gi', { storageClassName: 'fast' })] },
    { containers: [container], volumes: [{ name: 'tls', secret: { secretName: 'web-tls' } }] },
  ),
  workload('DaemonSet', {}, { containers: [container] }),
  {
    ...object('{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}'),
    data: { 'fluent.conf': '<match **>\n  <buffer>\n    total_limit_size 1g\n  </buffer>\n</match>' },
  },
  object(
    '{apiVersion: cert-manager.io/v1, kind: Certificate, metadata: {name: web, namespace: test}, spec: {secretName: web-tls, duration: 2160h, renewBefore: 720h}}',
  ),
];
const prices = parsePrices('{currency: EUR, core: 10, memoryGiB: 5, diskGiB: {default: 1, fast: 0.5}}', 'prices.yaml');

test('a report holds sizing, loss budget, certificates, images and cost', () => {
  const report = environmentReport('test', objects, { bytesPerSecond: 2 ** 20, nodes: 4, prices });
  expect(report.cost).toEqual({ currency: 'EUR', cpu: 140, memory: 35, disk: 15, total: 190 });
  // (1 GiB / 3.5 + 40 MiB) / 1 MiB/s, and 40 MiB / 1 MiB/s.
  expect(report.lossBudget).toEqual({
    bufferBytes: 2 ** 30,
    bytesPerSecond: 2 ** 20,
    seconds: 332,
    fluentdSeconds: 40,
    outputs: [],
  });
  expect(reportText(report)).toMatchInlineSnapshot(`
    "test

    Sizing
      workload              pods       cores  memory  disk of a pod
      StatefulSet test/web  3          2      1 GiB   10 GiB fast
      DaemonSet test/web    each node  2      1 GiB

    Totals requested
      figure                                 value
      pods                                   3
      processor time requested               6 cores
      memory requested                       3 GiB
      disk (fast)                            30 GiB
      pods on each node                      1
      processor time requested on each node  2 cores
      memory requested on each node          1 GiB
      log buffer on each node                1 GiB

    Retention
      data streams  kept at most  policy  copies

    Loss budget
      buffer on a node  logs of a node  Elasticsearch may be away  Fluentd may be away
      1 GiB             1 MiB/s         5 min                      0 min

    Certificates
      Secret        used by               valid  renewed before
      test/web-tls  StatefulSet test/web  2160h  720h

    Images
      image  digest
      a:1    sha256:0

    Estimated cost of a month (EUR)
      processor  memory  disk   total
      140.00     35.00   15.00  190.00

    "
  `);
  expect(reportMarkdown(report)).toContain('| a:1 | sha256:0 |');
});

test('without prices there is no cost', () => {
  expect(environmentReport('test', objects, { bytesPerSecond: 1, nodes: 1 }).cost).toBeNull();
});

test.each([
  ['{core: 1, memoryGiB: 1}', '[p.yaml] diskGiB.default must be a price of at least 0, got nothing; write a number'],
  ['{core: -1}', '[p.yaml] core must be a price of at least 0, got -1; write a number'],
  ['{core: 1, memoryGiB: "1"}', '[p.yaml] memoryGiB must be a price of at least 0, got "1"; write a number'],
])('the prices %s are refused', (text, message) => {
  expect(() => parsePrices(text, 'p.yaml')).toThrow(message);
});

test('other outputs have rows of their own, and the stack what they leave', () => {
  const output = (name: string, size: string, action: string) =>
    `<label @OUTPUT_${name.toUpperCase()}>\n<match **>\n@type http\n@id ${name}\n<buffer tag>\n@type file\ntotal_limit_size ${size}\noverflow_action ${action}\n</buffer>\n</match>\n</label>`;
  const conf = [
    '<label @OUTPUT_ELASTICSEARCH>\n<match **>\n@id elasticsearch\n<buffer>\ntotal_limit_size 1g\n</buffer>\n</match>\n</label>',
    output('web', '512m', 'throw_exception'),
    output('disk', '512m', 'drop_oldest_chunk'),
  ].join('\n');
  const collector = {
    ...object('{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}'),
    data: { 'fluent.conf': conf },
  };
  const report = environmentReport('test', [collector], { bytesPerSecond: 2 ** 20, nodes: 4 });
  expect(report.lossBudget).toMatchObject({ bufferBytes: 2 ** 30, seconds: 332 });
  expect(report.lossBudget.outputs).toEqual([
    { name: 'web', of: 'nodes', bytes: 2 ** 29, whenFull: 'wait', seconds: 186 },
    { name: 'disk', of: 'nodes', bytes: 2 ** 29, whenFull: 'dropOldest', seconds: 146 },
  ]);
  expect(reportText(report)).toContain(`Other outputs
  output  buffer                may be away  then
  web     512 MiB on each node  3 min`);
  expect(reportText(report)).toContain('its oldest logs are lost');
});
