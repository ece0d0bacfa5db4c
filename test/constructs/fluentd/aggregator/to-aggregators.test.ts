import { expect, test } from 'vitest';

import { fluentd, refusal } from '../rendered';
import { aggregator } from './rendered';

const { endpoint } = aggregator({ memory: '2Gi' }).construct;

test('an agent reads and sends, and does nothing else', () => {
  const treatments = [{ name: 'all', maxMessage: { size: '16kb' } as const }];
  const { object } = fluentd({ aggregator: endpoint, treatments });
  const conf: string = object('ConfigMap').data['fluent.conf'];
  expect(conf).toContain('@type container_logs');
  expect(conf).not.toMatch(/elasticsearch|@TREATMENTS/);
  expect(conf.slice(conf.indexOf('<label @LOGS>'), conf.indexOf('<label @ERROR>'))).toMatchInlineSnapshot(`
    "<label @LOGS>
      <match **>
        @type forward_logs
        @id aggregators
        servers '["fluentd-aggregator.logging.svc:24224"]'
        self_hostname "#{ENV['POD_NAME']}"
        shared_key "#{ENV['FORWARD_SHARED_KEY']}"
        ca_file /fluentd/tls/ca.crt
        <buffer tag>
          @type file
          path /var/lib/fluentd/buffer/aggregators
          chunk_limit_size 2048k
          total_limit_size 2g
          flush_interval 5s
          flush_thread_count 2
          retry_forever true
          retry_max_interval 30s
          overflow_action throw_exception
        </buffer>
      </match>
    </label>

    # Dead letters: events that cannot be stored in any form
    "
  `);
});

test('it knows the key, may reach the aggregator and names, and is let in there', () => {
  const { object, container, construct } = fluentd({ aggregator: endpoint });
  expect(container.env).toContainEqual({
    name: 'FORWARD_SHARED_KEY',
    valueFrom: { secretKeyRef: { name: 'fluentd-aggregator-shared-key', key: 'shared_key' } },
  });
  expect(JSON.stringify(container.env)).not.toContain('ELASTICSEARCH');
  const { egress } = object('NetworkPolicy').spec;
  expect(egress).toHaveLength(2);
  expect(egress[1]).toEqual({
    to: [
      {
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'logging' } },
        podSelector: {
          matchLabels: { 'app.kubernetes.io/name': 'fluentd', 'app.kubernetes.io/instance': 'fluentd-aggregator' },
        },
      },
    ],
    ports: [{ protocol: 'TCP', port: 24224 }],
  });
  const { labels } = object('DaemonSet').spec.template.metadata;
  expect(labels).toMatchObject({ 'fluentd-aggregator-client': 'true' });
  expect(labels['elasticsearch-client']).toBeUndefined();
  expect(construct.secrets).toMatchObject([
    { kind: 'keys', namespace: 'logging-agents', sharedAs: 'fluentd-aggregator-shared-key' },
    { kind: 'tls', name: 'fluentd-tls' },
  ]);
});

test('a key that exists is not made', () => {
  const existingSecrets = { sharedKey: { secretName: 'ours' } };
  const { construct } = fluentd({ aggregator: aggregator({ existingSecrets }).construct.endpoint });
  expect(construct.secrets.map(({ kind }) => kind)).toEqual(['tls']);
});

test('a chunk holds two of the largest events', () => {
  const conf = fluentd({ aggregator: endpoint, limits: { eventSize: '4Mi', chunkSize: '32Mi', heldSize: '64Mi' } });
  expect(conf.object('ConfigMap').data['fluent.conf']).toContain('chunk_limit_size 8192k\n');
});

test('what an agent cannot do is refused', () => {
  const stages = [{ directives: () => [] }];
  expect(refusal({ aggregator: endpoint, bufferSize: '5Mi', additions: { stages } })).toEqual([
    'bufferSize must be at least 6Mi (a chunk for each of 2 threads and one that fills), got 5Mi; raise it',
    'additions.stages must be empty with an aggregator, where logs are treated, got some; give them to that',
  ]);
});
