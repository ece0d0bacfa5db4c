import { Testing } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { expect, test } from 'vitest';

import { fold } from '../../../constructs/fluentd/footprint';
import { collectorObjects } from '../../../constructs/fluentd/objects';
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
