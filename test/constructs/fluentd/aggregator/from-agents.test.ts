import { expect, test } from 'vitest';

import { aggregator, refusal } from './rendered';

test('agents of the namespaces may send, nobody else', () => {
  const { object } = aggregator({ agentNamespaces: ['a', 'b'] });
  expect(object('NetworkPolicy').spec.ingress).toEqual([
    { ports: [{ protocol: 'TCP', port: 24231 }] },
    {
      from: [
        {
          namespaceSelector: {
            matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['a', 'b'] }],
          },
          podSelector: { matchLabels: { 'fluentd-aggregator-client': 'true' } },
        },
      ],
      ports: [{ protocol: 'TCP', port: 24224 }],
    },
  ]);
});

test('the key is in a variable, of a Secret that is made or that exists', () => {
  const variable = (name: string, key: string) => ({
    name: 'FORWARD_SHARED_KEY',
    valueFrom: { secretKeyRef: { name, key } },
  });
  expect(aggregator().container.env).toContainEqual(variable('fluentd-aggregator-shared-key', 'shared_key'));
  const sharedKey = { secretName: 'ours', keys: { shared_key: 'token' } };
  const { container, construct } = aggregator({ existingSecrets: { sharedKey } });
  expect(container.env).toContainEqual(variable('ours', 'token'));
  expect(construct.secrets.map(({ name }) => name)).not.toContain('fluentd-aggregator-shared-key');
  expect(construct.endpoint).toMatchObject({ sharedKey, hasSharedKey: true });
});

test('the endpoint says where agents send to, and the certificate is for it', () => {
  const { construct } = aggregator();
  expect(construct.endpoint).toMatchObject({
    host: 'fluentd-aggregator.logging.svc',
    port: 24224,
    namespace: 'logging',
    clientLabels: { 'fluentd-aggregator-client': 'true' },
    hasSharedKey: false,
  });
  expect(construct.secrets.find(({ kind }) => kind === 'tls')).toMatchObject({
    dnsNames: expect.arrayContaining(['fluentd-aggregator.logging.svc', 'fluentd-aggregator-metrics.logging.svc']),
  });
});

test('namespaces that cannot be', () => {
  expect(refusal({ agentNamespaces: ['A_b'] })).toEqual([
    expect.stringMatching(/^agentNamespaces must be names of namespaces, .*, got "A_b"; correct it$/),
  ]);
  expect(refusal({ agentNamespaces: [] })).toEqual([
    'agentNamespaces must name a namespace if there are no inputs, got none; add one',
  ]);
});
