import { z } from 'zod';

import { choice, list, section, words } from '../../values';
import { authorityReference, secretReference, userReference } from './listening';

/** Messages of topics of Kafka. */
export const kafka = section({
  /** Some of the brokers, as `host:port`. */
  brokers: list(words, 1),
  /** Names of the topics. */
  topics: list(words, 1),
  /** Name of the group whose members share the partitions; of this input alone. */
  group: words,
  /** Where the group begins in a partition that it has never read; `earliest` when left out. */
  start: choice(['earliest', 'latest']).optional(),
  /** What the value of a message is; `text` when left out. */
  value: choice(['text', 'json']).optional(),
  /** User of SASL; none when left out. */
  credentials: userReference.optional(),
  /** How the user is proved; `scram-sha-512` when left out. */
  mechanism: choice(['plain', 'scram-sha-256', 'scram-sha-512']).optional(),
  /** Authority of the certificates of the brokers; `public` when left out. */
  authority: z.union([z.literal('public'), authorityReference]).optional(),
  /** A certificate of the consumer; none when left out. */
  certificate: secretReference(['tls.crt', 'tls.key']).optional(),
});
