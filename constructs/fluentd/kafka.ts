import type { k8s } from 'cdk8s-plus-28';

import { type AuthorityReference, type Mistake, mistakeIn, serverEgress, type UserReference } from '../core';

/** Ways in which a user is proved to Kafka. */
export const KAFKA_MECHANISMS = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;

/** How a Kafka is reached, over TLS. */
export interface KafkaServers {
  /** Some of its brokers, as `host:port`; they know the others. */
  readonly brokers: readonly string[];

  /**
   * User and password of SASL, in the keys `username` and `password`.
   *
   * @default - none
   */
  readonly credentials?: UserReference;

  /**
   * How the user is proved.
   *
   * @default 'scram-sha-512'
   */
  readonly mechanism?: (typeof KAFKA_MECHANISMS)[number];

  /**
   * The authority that signed the certificates of the brokers.
   *
   * @default 'public'
   */
  readonly authority?: AuthorityReference;
}

const BROKER = /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?:(\d{1,5})$/;

/** What is wrong with brokers, and with how a user is proved to them. */
export function kafkaServerMistakes({ brokers, credentials, mechanism }: KafkaServers): Mistake[] {
  return [
    ...(brokers.length === 0 ? [{ path: ['brokers'], message: 'must not be empty, got []; name a broker' }] : []),
    ...brokers.flatMap((broker, index) =>
      mistakeIn(
        ['brokers', index],
        isBroker(broker),
        'the host and the port of a broker (1 to 65535)',
        broker,
        'write for example kafka-0.example.com:9093',
      ),
    ),
    ...mistakeIn(
      ['mechanism'],
      mechanism === undefined || KAFKA_MECHANISMS.includes(mechanism),
      `one of ${KAFKA_MECHANISMS.join(', ')}`,
      mechanism,
      'choose one',
    ),
    ...mistakeIn(
      ['mechanism'],
      mechanism === undefined || credentials !== undefined,
      'given with credentials',
      mechanism,
      'add them, or remove it',
    ),
  ];
}

/** The way to the brokers; each broker has its port, and those that are not named have the same. */
export function kafkaEgress({ brokers }: KafkaServers): k8s.NetworkPolicyEgressRule[] {
  return brokers.filter(isBroker).map((broker) => {
    const [hostname = '', port] = broker.split(':');
    return serverEgress(hostname, Number(port));
  });
}

function isBroker(broker: string): boolean {
  const port = Number(BROKER.exec(broker)?.[2]);
  return port >= 1 && port <= 65_535;
}
