import { expect, test } from 'vitest';

import { placeOf } from '../../../constructs/core';
import { kafkaEgress, kafkaServerMistakes } from '../../../constructs/fluentd/kafka';

test('the way to brokers: in the cluster to their namespace, and else to their port', () => {
  const brokers = ['kafka-0.kafka.shop.svc.cluster.local:9093', 'kafka.example.com:9094'];
  expect(kafkaEgress({ brokers })).toEqual([
    {
      ports: [{ protocol: 'TCP', port: { value: 9093 } }],
      to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } }],
    },
    { ports: [{ protocol: 'TCP', port: { value: 9094 } }] },
  ]);
});

test('mistakes', () => {
  const said = kafkaServerMistakes({ brokers: ['kafka', 'kafka:0', 'kafka:9093'], mechanism: 'plain' });
  expect(said.map(({ path, message }) => `${placeOf(path)} ${message}`)).toEqual([
    'brokers[0] must be the host and the port of a broker (1 to 65535), got "kafka"; write for example kafka-0.example.com:9093',
    'brokers[1] must be the host and the port of a broker (1 to 65535), got "kafka:0"; write for example kafka-0.example.com:9093',
    'mechanism must be given with credentials, got "plain"; add them, or remove it',
  ]);
});
