import { expect, test } from 'vitest';

import { type Footprint, fold } from '../../../../constructs/fluentd/footprint';
import { fluentdPod, onEveryNode } from '../../../../constructs/fluentd/pod/pod';

const pod = (footprint: Footprint) => {
  const spec = fluentdPod({
    own: { namespace: 'agents', name: 'edge' },
    image: 'fluentd',
    resources: { cpu: '200m', memory: '512Mi' },
    stateVolumes: [{ name: 'state', hostPath: { path: '/state' } }],
    stateScratch: {},
    tls: { secretName: 'edge-tls' },
    options: {},
    placement: onEveryNode({}),
    footprint: fold([footprint]),
  });
  return { volumes: spec.volumes, container: spec.containers[0] };
};

test('the pod has what every Fluentd needs, and nothing else unless a part needs it', () => {
  const { volumes, container } = pod({});
  expect(volumes?.map(({ name }) => name)).toEqual(['config', 'tls', 'state', 'tmp']);
  expect(container?.volumeMounts?.map(({ name }) => name)).toEqual(['config', 'tls', 'state', 'tmp']);
  expect(container?.command).toEqual(['tini', '--', 'fluentd', '--config', '/fluentd/etc/fluent.conf']);
  expect([container?.env, container?.ports]).toEqual([[], []]);
});

test('volumes, variables and ports of a part are in the pod', () => {
  const { volumes, container } = pod({
    volumes: [{ name: 'pods', hostPath: { path: '/pods' } }],
    mounts: [{ name: 'pods', mountPath: '/pods' }],
    env: [{ name: 'A', value: 'b' }],
    ports: [{ name: 'forward', containerPort: 24224 }],
  });
  expect(volumes?.map(({ name }) => name)).toEqual(['config', 'tls', 'pods', 'state', 'tmp']);
  expect(container?.volumeMounts).toContainEqual({ name: 'pods', mountPath: '/pods' });
  expect(container?.env).toEqual([{ name: 'A', value: 'b' }]);
  expect(container?.ports).toEqual([{ name: 'forward', containerPort: 24224 }]);
});

test('plugins of our own are mounted, and Fluentd is told where they are', () => {
  const { volumes, container } = pod({ rubyFiles: { 'in_a.rb': '# a' } });
  expect(volumes).toContainEqual({ name: 'plugins', configMap: { name: 'edge-plugins' } });
  expect(container?.volumeMounts).toContainEqual({ name: 'plugins', mountPath: '/fluentd/plugins', readOnly: true });
  expect(container?.command?.slice(-2)).toEqual(['--plugin', '/fluentd/plugins']);
});
