import { Testing } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { expect, test } from 'vitest';

import { fold } from '../../../constructs/fluentd/footprint';
import { collectorObjects } from '../../../constructs/fluentd/objects';
import { RUBY_FILES } from '../../../constructs/fluentd/ruby/files.generated';
import { newChart } from './rendered';

test('a port is for everybody unless a rule names it', () => {
  const rule = {
    from: [{ podSelector: { matchLabels: { sender: 'true' } } }],
    ports: [{ protocol: 'TCP', port: k8s.IntOrString.fromNumber(24224) }],
  };
  const chart = newChart('logging');
  const ports = [
    { name: 'metrics', containerPort: 24231 },
    { name: 'syslog', containerPort: 514, protocol: 'UDP' },
    { name: 'forward', containerPort: 24224 },
  ];
  collectorObjects(chart, {
    own: { namespace: 'logging', name: 'edge' },
    files: { 'fluent.conf': '' },
    footprint: fold([{ ports, ingress: [rule] }]),
    tls: { secretName: 'edge-tls' },
  });
  const policy = Testing.synth(chart).find(({ kind }) => kind === 'NetworkPolicy');
  expect(policy.spec.ingress).toEqual([
    {
      ports: [
        { protocol: 'TCP', port: 24231 },
        { protocol: 'UDP', port: 514 },
      ],
    },
    { from: rule.from, ports: [{ protocol: 'TCP', port: 24224 }] },
  ]);
});

test.each([
  ['every node', true, 'ClusterIP', { internalTrafficPolicy: 'Local' }],
  ['a few pods', false, 'ClusterIP', {}],
  ['every node, and others', true, 'NodePort', { internalTrafficPolicy: 'Local', externalTrafficPolicy: 'Local' }],
  ['a few pods, and others', false, 'LoadBalancer', { externalTrafficPolicy: 'Local' }],
] as const)('a Service keeps the address of the sender: on %s', (_, onEveryNode, type, policies) => {
  const chart = newChart('logging');
  const ports = [{ name: 'udp', port: 514, protocol: 'UDP' }];
  collectorObjects(chart, {
    own: { namespace: 'logging', name: 'edge' },
    files: { 'fluent.conf': '' },
    footprint: fold([{ services: [{ name: 'edge-devices', type, annotations: { pool: 'a' }, ports }] }]),
    tls: { secretName: 'edge-tls' },
    onEveryNode,
  });
  const service = Testing.synth(chart).find(({ metadata }) => metadata.name === 'edge-devices');
  expect(service.spec).toEqual({ type, ports, selector: expect.any(Object), ...policies });
  expect(service.metadata.annotations).toEqual({ pool: 'a' });
});

test('a configuration and the plugins fit into ConfigMaps', () => {
  const made = (text: string) => () =>
    collectorObjects(newChart('logging'), {
      own: { namespace: 'logging', name: 'edge' },
      files: { 'fluent.conf': text },
      footprint: fold([]),
      tls: { secretName: 'edge-tls' },
    });
  expect(made('é'.repeat(524_288))).not.toThrow();
  expect(made('é'.repeat(524_289))).toThrow(
    'the configuration must have at most 1048576 bytes, which a ConfigMap holds, got 1048578; write fewer or shorter treatments and routes, for example with globs',
  );
  const plugins = Object.values(RUBY_FILES).join('');
  expect(Buffer.byteLength(plugins)).toBeLessThan(1_048_576);
});
