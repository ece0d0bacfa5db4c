import { expect, test } from 'vitest';

import { FORWARD } from '../../../../../constructs/fluentd/inputs/network/forward';
import { confOf, contextOf, saidOf } from '../context';

const from = { cidrs: ['10.20.0.0/16'] };

test('with TLS and a key that is made', () => {
  expect(confOf(FORWARD, { from }, 'edge')).toMatchInlineSnapshot(`
    "<source>
      @type forwarded_logs
      @id input-edge
      @label @INPUT_EDGE
      tag edge
      bind "#{ENV['POD_NAME']}"
      port 24225
      foreign true
      max_held_size 64m
      <transport tls>
        cert_path /fluentd/inputs/edge/tls.crt
        private_key_path /fluentd/inputs/edge/tls.key
        min_version TLS1_2
        max_version TLS1_3
      </transport>
      <security>
        self_hostname "#{ENV['POD_NAME']}"
        shared_key "#{ENV['INPUT_EDGE_SHARED_KEY']}"
      </security>
    </source>
    "
  `);
  const { env, secrets, services, ports, ingress, mounts } = FORWARD.footprint({ from }, contextOf('edge'));
  expect(env).toEqual([
    {
      name: 'INPUT_EDGE_SHARED_KEY',
      valueFrom: { secretKeyRef: { name: 'fluentd-edge-shared-key', key: 'shared_key' } },
    },
  ]);
  expect(secrets).toMatchObject([
    { kind: 'tls', name: 'fluentd-edge-tls' },
    { kind: 'keys', name: 'fluentd-edge-shared-key', keys: ['shared_key'] },
  ]);
  expect(services).toMatchObject([
    {
      name: 'fluentd-edge',
      type: 'ClusterIP',
      ports: [{ name: 'forward', port: 24224, targetPort: { value: 24225 } }],
    },
  ]);
  expect(ports).toEqual([{ name: 'forward-24225', containerPort: 24225, protocol: 'TCP' }]);
  expect(ingress).toMatchObject([
    { from: [{ ipBlock: { cidr: '10.20.0.0/16' } }], ports: [{ protocol: 'TCP', port: { value: 24225 } }] },
  ]);
  expect(mounts).toEqual([{ name: 'input-edge', mountPath: '/fluentd/inputs/edge', readOnly: true }]);
});

test('with a key and a certificate that exist, behind a load balancer', () => {
  const options = {
    from,
    port: 443,
    service: { type: 'LoadBalancer' },
    sharedKey: { secretName: 'mine', keys: { shared_key: 'word' } },
    certificate: { secretName: 'edge-tls' },
  } as const;
  const { env, secrets, services } = FORWARD.footprint(options, contextOf('edge'));
  expect(env).toMatchObject([{ valueFrom: { secretKeyRef: { name: 'mine', key: 'word' } } }]);
  expect(secrets).toEqual([]);
  expect(services).toMatchObject([{ type: 'LoadBalancer', ports: [{ port: 443, targetPort: { value: 10443 } }] }]);
  expect(confOf(FORWARD, options, 'edge')).toContain('port 10443\n');
});

test('its number is taken of both protocols, for heartbeats', () => {
  expect(FORWARD.ports?.({ from })).toEqual([
    { port: 24225, protocol: 'TCP', path: ['port'] },
    { port: 24225, protocol: 'UDP', path: ['port'] },
  ]);
});

test('mistakes', () => {
  const wrong = { from: {}, port: 70000, sharedKey: { secretName: 'A' }, hostNames: ['A'] };
  expect(saidOf(FORWARD, wrong)).toEqual([
    expect.stringMatching(/^from must have cidrs or namespaces/),
    'port must be a port (1 to 65535), got 70000; choose one in that range',
    'sharedKey.secretName must be the name of a Secret (a-z, 0-9, - and ., at most 253 characters), got "A"; correct it',
    'hostNames[0] must be a host name in lower case, got "A"; write for example syslog.example.com',
  ]);
});
