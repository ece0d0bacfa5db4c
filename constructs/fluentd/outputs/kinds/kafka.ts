import { type Mistake, mistakeIn } from '../../../core';
import { type KafkaServers, kafkaServerMistakes } from '../../kafka';
import { ENV } from '../../paths';
import { match } from '../../plugins';
import type { OutputKind } from './kind';
import { authorityFile, authorityVolume, fromUser, ownBuffer, ownReferenceMistakes, ownVariable } from './own';

/** A Kafka, over TLS. */
export interface KafkaDestination extends KafkaServers {
  /** The topic; `{route}` in it stands for the name of the route. */
  readonly topic: string;

  /**
   * How messages are compressed.
   *
   * @default 'gzip'
   */
  readonly compression?: 'gzip' | 'none';
}

const TOPIC = /^(?!\.{1,2}$)([\w.-]|\{route\}){1,200}$/;

const MECHANISMS = { 'scram-sha-256': 'sha256', 'scram-sha-512': 'sha512' } as const;

/** A message has the id of its event as key; those of a node are in one partition, so that no stream loses its order. */
export const kafka: OutputKind<KafkaDestination> = {
  isIdempotent: false,
  isBuffered: true,
  gem: 'fluent-plugin-kafka',
  mistakes: (options): Mistake[] => [
    ...kafkaServerMistakes(options),
    ...mistakeIn(
      ['topic'],
      TOPIC.test(options.topic ?? ''),
      'the name of a topic (letters, digits, ., _ and -, and {route}; at most 200 characters)',
      options.topic,
      'write for example logs-{route}',
    ),
    ...ownReferenceMistakes('credentials', options.credentials, ['username', 'password']),
    ...ownReferenceMistakes('authority', options.authority, ['ca.crt']),
  ],
  servers: ({ brokers }) => brokers,
  match: (options, own) => {
    const { brokers, topic, credentials, mechanism = 'scram-sha-512', compression = 'gzip', authority } = options;
    const file = authorityFile(own, authority);
    return match.kafka2('**', {
      '@id': own.name,
      brokers: [...brokers],
      topic: topic.replaceAll('{route}', '${tag}'),
      ...(file === undefined ? { ssl_ca_certs_from_system: true } : { ssl_ca_cert: [file] }),
      ...(credentials && {
        username: ownVariable(own, 'username'),
        password: ownVariable(own, 'password'),
        ...(mechanism !== 'plain' && { scram_mechanism: MECHANISMS[mechanism] }),
      }),
      message_key_key: '_id',
      default_partition_key: { env: ENV.node },
      use_event_time: true,
      required_acks: -1,
      ...(compression !== 'none' && { compression_codec: compression }),
      connect_timeout: 10,
      socket_timeout: 30,
      format: { '@type': 'json' },
      buffer: { chunk_keys: ['tag'], ...ownBuffer(own) },
    });
  },
  footprint: ({ credentials, authority }, own) => ({
    ...authorityVolume(own, authority),
    env: [
      // Aggregators have it for this alone.
      { name: ENV.node, valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
      ...(credentials ? fromUser(own, credentials) : []),
    ],
  }),
};
