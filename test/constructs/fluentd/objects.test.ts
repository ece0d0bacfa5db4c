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
