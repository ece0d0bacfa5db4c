import { expect, test } from 'vitest';

import type { EventLimits, Route } from '../../../../constructs/fluentd';
import { containerLogs } from '../../../../constructs/fluentd/inputs/container-logs';

const input = (routes: Route[], limits?: EventLimits) =>
  containerLogs({ routes, limits, own: { namespace: 'agents', name: 'edge' } });
const source = (routes: Route[], limits?: EventLimits) => input(routes, limits).directives('@NEXT')[0];

test('events go where they are sent, with the names of their routes', () => {
  const { params, children } = source([{ name: 'shop', namespaces: ['shop', 'cart'] }, { name: 'cluster' }]) ?? {};
  expect(params).toMatchObject({ '@type': 'container_logs', '@label': '@NEXT' });
  expect(children).toEqual([
    {
      name: 'route',
      argument: 'shop',
      params: {
        namespaces: ['shop', 'cart'],
        data_stream: '{"type":"logs","dataset":"shop","namespace":"default"}',
      },
    },
    {
      name: 'route',
      argument: 'cluster',
      params: { data_stream: '{"type":"logs","dataset":"cluster","namespace":"default"}' },
    },
  ]);
});

test('the logs of Fluentd itself are not read', () => {
  expect(source([{ name: 'cluster' }])?.params?.exclude_pods).toEqual(['agents_edge-?????_*']);
});

test('limits of an event', () => {
  const limits = { eventSize: '512Ki', eventLines: 50, eventAge: '5s', heldSize: '8Mi' } as const;
  expect(source([{ name: 'cluster' }], limits)?.params).toMatchObject({
    max_event_size: '512k',
    max_event_lines: 50,
    max_event_age: '5s',
    max_held_size: '8m',
  });
});

test('it needs the logs of the node and its name', () => {
  const { volumes, env } = input([{ name: 'cluster' }]).footprint();
  expect(volumes).toEqual([{ name: 'pods', hostPath: { path: '/var/log/pods', type: 'Directory' } }]);
  expect(env).toEqual([{ name: 'K8S_NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }]);
});

test('the files of Docker are behind links into a folder of its own', () => {
  const own = { namespace: 'agents', name: 'edge' };
  const { volumes, mounts } = containerLogs({ routes: [], own, containerRuntime: 'docker' }).footprint();
  expect(volumes?.map(({ hostPath }) => hostPath?.path)).toEqual(['/var/log/pods', '/var/lib/docker/containers']);
  expect(mounts).toContainEqual({ name: 'docker', mountPath: '/var/lib/docker/containers', readOnly: true });
});

test('a route takes treatments', () => {
  expect(source([{ name: 'web', treatments: ['nginx'] }])?.children?.[0]?.params).toMatchObject({
    treatments: ['nginx'],
  });
});

test('fails when limits are wrong', () => {
  expect(input([], { eventLines: 0 }).mistakes()).toEqual([
    'limits.eventLines must be a whole number from 1 to 100000, got 0; change it',
  ]);
});
