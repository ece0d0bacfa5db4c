import { expect, test } from 'vitest';

import { placeOf } from '../../../../constructs/core';
import type { LogInput } from '../../../../constructs/fluentd';
import { defineEnvironment, type LogInputInput } from '../../../../environments';
import { production } from '../../../../environments/production';
import { logInput } from '../../../../environments/sections/inputs';

/** What an operator can write, of each kind. */
const WRITTEN: readonly LogInput[] = [
  { name: 'nginx', route: 'nodes', files: { paths: ['/var/log/nginx/*.log'] } },
  {
    name: 'api-servers',
    route: 'nodes',
    audit: {
      path: '/var/log/kube-apiserver/audit.log',
      drop: [
        {
          ...{ reason: 'reads', verbs: ['get'], users: ['system:node:*'], resources: ['pods'], namespaces: ['a-*'] },
          ...{ codes: [200, '3xx'], levels: ['Metadata'], stages: ['ResponseComplete'] },
        },
      ],
    },
  },
  {
    name: 'journal',
    route: 'nodes',
    journald: { units: ['a.service'], kernel: true, storage: 'volatile', since: '1h' },
  },
  { name: 'made-up', route: 'nodes', treatment: 'quiet', sample: { events: [{ message: 'a' }], perSecond: 5 } },
  {
    name: 'devices',
    route: 'nodes',
    syslog: {
      ...{ from: { cidrs: ['10.0.0.0/8'] }, udp: 514, tcp: 514, tls: 6514, zone: 'Europe/Berlin' },
      ...{ maxMessageSize: '64Ki', maxConnections: 100, clients: { configMapName: 'devices-ca' } },
      certificate: { secretName: 'devices-tls', keys: { 'tls.crt': 'cert.pem' } },
    },
  },
  {
    name: 'app',
    route: 'nodes',
    http: {
      ...{ from: { namespaces: ['shop'] }, service: { type: 'LoadBalancer', annotations: { pool: 'a' } }, port: 443 },
      ...{ token: { secretName: 'a' }, user: { secretName: 'b', username: 'c' }, hostNames: ['logs.example.com'] },
      maxBodySize: '5Mi',
    },
  },
  {
    name: 'edge',
    route: 'nodes',
    forward: {
      ...{
        from: { cidrs: ['10.0.0.0/8'] },
        service: { type: 'NodePort' },
        port: 24300,
        hostNames: ['logs.example.com'],
      },
      sharedKey: { secretName: 'edge', keys: { shared_key: 'word' } },
    },
  },
  {
    name: 'orders',
    route: 'nodes',
    kafka: {
      ...{ brokers: ['kafka:9093'], topics: ['orders'], group: 'logs', start: 'latest', value: 'json' },
      ...{ credentials: { secretName: 'reader' }, mechanism: 'plain', authority: { secretName: 'ca' } },
      certificate: { secretName: 'reader', keys: { 'tls.crt': 'user.crt', 'tls.key': 'user.key' } },
    },
  },
  { name: 'events', route: 'nodes', events: { apiPorts: [443] } },
  {
    name: 'audit',
    route: 'nodes',
    sql: {
      ...{ host: 'db', port: 6432, database: 'app', user: { secretName: 'reader' }, authority: { secretName: 'ca' } },
      ...{ table: 'audit', key: 'id', time: 'at', settle: '5m' },
    },
  },
];

test.each(WRITTEN)('what an operator writes is what the construct takes: $name', (written) => {
  expect(logInput.parse(written)).toEqual(written);
});

test('values of another form are refused, with their places', () => {
  const { error } = logInput.safeParse(
    { name: 1, rout: 'nodes', sample: { events: ['a'], perSecond: '5' } },
    { reportInput: true },
  );
  expect(
    (error?.issues ?? []).map(({ path, message }) => `${placeOf(path)} ${message}`).join('\n'),
  ).toMatchInlineSnapshot(`
    "name must be a text, got 1; write it in quotes
    route must be lower-case letters, digits, _ and ., starting with a letter (at most 100 characters), got nothing; rename the route; a dash is not possible in the name of a data stream
    sample.events[0] must be an object, got "a"; write it as { message: 'a text' }
    sample.perSecond must be a whole number from 1 to 100000, got "5"; choose one in that range
     must be a known key (name, route, treatment, journald, files, audit, syslog, forward, http, kafka, events, sql, sample); correct the spelling or remove it"
  `);
});

/** What is said of production with these inputs. */
function said(inputs: LogInputInput[], more: object = {}): string[] {
  const routes = [...production.routes, { name: 'nodes', namespaces: [], retention: 'standard' }];
  try {
    defineEnvironment({ ...production, routes, inputs, ...more });
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').slice(1);
  }
}

test('relations of inputs', () => {
  expect(said([{ name: 'a', route: 'nodes', sample: {} }])).toEqual([]);
  expect(said([{ name: 'a', route: 'other', treatment: 'quiet', sample: {} }])).toMatchInlineSnapshot(`
    [
      "  [production.routes[3].namespaces] must not be empty, got [], which matches nothing; name one, or leave it out for all",
      "  [production.inputs[0].route] must be the name of a route (kubernetes, payments, identity, nodes), got "other"; choose one, or add it to routes",
      "  [production.inputs[0].treatment] must be the name of a treatment, of which there is none, got "quiet"; choose one, or add it to treatments",
    ]
  `);
  expect(
    said([{ name: 'a', route: 'nodes', treatment: 'quiet', sample: {} }], { treatments: [{ name: 'quiet' }] }),
  ).toEqual([]);
});

test('a route without namespaces must be that of an input', () => {
  expect(said([])).toEqual([
    '  [production.routes[3].namespaces] must not be empty, got [], which matches nothing; name one, or leave it out for all',
  ]);
});

test('inputs run on aggregators where they can', () => {
  const inputs: LogInputInput[] = [
    { name: 'events', route: 'nodes', events: {} },
    { name: 'edge', route: 'nodes', forward: { from: { namespaces: ['shop'] } } },
    { name: 'journal', route: 'nodes', journald: {} },
  ];
  expect(said(inputs, { aggregators: { replicas: 1 } })).toEqual([]);
  expect(said(inputs)).toEqual([
    '  [production.inputs[0].events] must run on aggregators, got "events" on every node; move it there',
  ]);
});

test('inputs of which several pods would read the same need one pod, and are told of it once', () => {
  const sql = { host: 'db', database: 'app', user: { secretName: 'reader' }, table: 'audit', key: 'id' };
  const inputs: LogInputInput[] = [
    { name: 'events', route: 'nodes', events: {} },
    { name: 'rows', route: 'nodes', sql },
  ];
  const fluentd = {
    ...production.fluentd,
    image: { repository: 'fluentd', tag: '1', plugins: ['pg', 'fluent-plugin-prometheus'] },
  };
  expect(said(inputs, { fluentd, aggregators: { replicas: 1 } })).toEqual([]);
  expect(said(inputs, { fluentd, aggregators: {} })).toEqual([
    '  [production.inputs[0].events] must run once, got 2 pods; set aggregators.replicas to 1',
    '  [production.inputs[1].sql] must run once, got 2 pods; set aggregators.replicas to 1',
  ]);
  expect(said(inputs, { fluentd, aggregators: { autoscaling: { minReplicas: 1, maxReplicas: 3 } } })).toContain(
    '  [production.inputs[0].events] must run once, got 3 pods; set aggregators.replicas to 1',
  );
  expect(said(inputs, { fluentd, aggregators: { replicas: 'two' } }).filter((line) => line.includes('once'))).toEqual(
    [],
  );
});
