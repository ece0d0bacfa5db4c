import { expect, test } from 'vitest';

import type { Route } from '../../../../constructs/fluentd';
import { containerLogs } from '../../../../constructs/fluentd/inputs/container-logs';

const input = (routes: Route[]) => containerLogs({ routes, own: { namespace: 'agents', name: 'edge' } });
const params = (routes: Route[]) => input(routes).directives('@NEXT')[0]?.params;

test('events go where they are sent', () => {
  expect(params([{ name: 'cluster' }])).toMatchObject({ '@type': 'tail', '@label': '@NEXT' });
});

test('with a route for everything else all files are read, but not those of Fluentd itself', () => {
  const { path, exclude_path } = params([{ name: 'shop', namespaces: ['shop'] }, { name: 'cluster' }]) ?? {};
  expect(path).toBe('/var/log/pods/*/*/*.log*');
  expect(exclude_path).toContain('/var/log/pods/agents_edge-?????_*/*/*');
});

test('without a route for everything else only the named namespaces are read', () => {
  const routes = [
    { name: 'payments', namespaces: ['payments-api', 'payments-worker'] },
    { name: 'shop', namespaces: ['shop'] },
  ];
  expect(params(routes)?.path).toBe(
    [
      '/var/log/pods/payments-api_*/*/*.log*',
      '/var/log/pods/payments-worker_*/*/*.log*',
      '/var/log/pods/shop_*/*/*.log*',
    ].join(',\n'),
  );
});

test('it needs the logs of the node and its name', () => {
  const { volumes, env } = input([{ name: 'cluster' }]).footprint();
  expect(volumes).toEqual([{ name: 'pods', hostPath: { path: '/var/log/pods', type: 'Directory' } }]);
  expect(env).toEqual([{ name: 'K8S_NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }]);
});

test('fails when routes are wrong', () => {
  expect(input([]).mistakes()).toEqual([
    "routes must not be empty, got []; add one, e.g. { name: 'cluster' } for all logs",
  ]);
});
