import { expect, test } from 'vitest';

import { KAFKA, type KafkaInput } from '../../../../../constructs/fluentd/inputs/services/kafka';
import { confOf, contextOf, saidOf } from '../context';

const options: KafkaInput = { brokers: ['kafka-0.kafka.shop.svc:9093'], topics: ['orders'], group: 'logs' };

test('the least that it must be told', () => {
  expect(confOf(KAFKA, options, 'orders')).toMatchInlineSnapshot(`
    "<source>
      @type kafka_messages
      @id input-orders
      @label @INPUT_ORDERS
      tag orders
      brokers '["kafka-0.kafka.shop.svc:9093"]'
      topics '["orders"]'
      group logs
    </source>
    "
  `);
  const { env, egress, volumes, rubyFiles } = KAFKA.footprint(options, contextOf('orders'));
  expect(env).toEqual([]);
  expect(volumes).toBeUndefined();
  expect(egress).toMatchObject([
    {
      ports: [{ port: { value: 9093 } }],
      to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } }],
    },
  ]);
  expect(Object.keys(rubyFiles ?? {})).toContain('in_kafka_messages.rb');
});

test('credentials, certificates and all else', () => {
  const more: KafkaInput = {
    ...options,
    brokers: ['a.example.com:9093', 'b.example.com:9094'],
    topics: ['orders', 'payments'],
    start: 'latest',
    value: 'json',
    credentials: { secretName: 'reader', username: 'logs' },
    mechanism: 'plain',
    authority: { configMapName: 'kafka-ca' },
    certificate: { secretName: 'reader-tls', keys: { 'tls.crt': 'user.crt', 'tls.key': 'user.key' } },
  };
  expect(confOf(KAFKA, more, 'orders')).toMatchInlineSnapshot(`
    "<source>
      @type kafka_messages
      @id input-orders
      @label @INPUT_ORDERS
      tag orders
      brokers '["a.example.com:9093","b.example.com:9094"]'
      topics '["orders","payments"]'
      group logs
      begin_at latest
      value json
      ca_path /fluentd/inputs/orders/ca.crt
      cert_path /fluentd/inputs/orders/tls.crt
      private_key_path /fluentd/inputs/orders/tls.key
      user "#{ENV['INPUT_ORDERS_USER']}"
      password "#{ENV['INPUT_ORDERS_PASSWORD']}"
      mechanism plain
    </source>
    "
  `);
  expect(KAFKA.footprint(more, contextOf('orders'))).toMatchObject({
    env: [
      { name: 'INPUT_ORDERS_USER', value: 'logs' },
      { name: 'INPUT_ORDERS_PASSWORD', valueFrom: { secretKeyRef: { name: 'reader', key: 'password' } } },
    ],
    volumes: [
      {
        name: 'input-orders',
        projected: {
          sources: [
            { configMap: { name: 'kafka-ca' } },
            { secret: { name: 'reader-tls', items: [{ key: 'user.crt', path: 'tls.crt' }, { key: 'user.key' }] } },
          ],
        },
      },
    ],
    mounts: [{ mountPath: '/fluentd/inputs/orders', readOnly: true }],
    egress: [{ ports: [{ port: { value: 9093 } }] }, { ports: [{ port: { value: 9094 } }] }],
  });
});

test('mistakes', () => {
  const wrong = {
    brokers: ['kafka', 'a:70000'],
    topics: ['a b', 'orders', 'orders'],
    group: '',
    start: 'now',
    value: 'avro',
    mechanism: 'gssapi',
    authority: { configMapName: 'CA' },
    certificate: { secretName: 'B' },
  } as unknown as KafkaInput;
  expect(saidOf(KAFKA, wrong).join('\n')).toMatchInlineSnapshot(`
    "brokers[0] must be the host and the port of a broker (1 to 65535), got "kafka"; write for example kafka-0.example.com:9093
    brokers[1] must be the host and the port of a broker (1 to 65535), got "a:70000"; write for example kafka-0.example.com:9093
    mechanism must be one of plain, scram-sha-256, scram-sha-512, got "gssapi"; choose one
    mechanism must be given with credentials, got "gssapi"; add them, or remove it
    topics[0] must be the name of a topic (letters, digits, ., _ and -; at most 249 characters), got "a b"; correct it
    topics[2] must be there once, got "orders" again; remove one
    group must be the name of a group (letters, digits, ., _ and -; at most 249 characters), got ""; write for example logs-production
    start must be earliest or latest, got "now"; choose one
    value must be text or json, got "avro"; choose one
    authority.configMapName must be the name of a ConfigMap (a-z, 0-9, - and ., at most 253 characters), got "CA"; correct it
    certificate.secretName must be the name of a Secret (a-z, 0-9, - and ., at most 253 characters), got "B"; correct it"
  `);
  expect(saidOf(KAFKA, { ...options, brokers: [], topics: [] })).toEqual([
    'brokers must not be empty, got []; name a broker',
    'topics must not be empty, got []; name a topic',
  ]);
  expect(saidOf(KAFKA, { ...options, mechanism: 'plain' })).toEqual([
    'mechanism must be given with credentials, got "plain"; add them, or remove it',
  ]);
});
