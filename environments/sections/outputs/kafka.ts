import { choice, list, section, words } from '../../values';
import { authority, user } from './references';

/** A Kafka, over TLS. */
export const kafka = section({
  /** Some of its brokers, as `host:port`. */
  brokers: list(words, 1),
  /** The topic; `{route}` in it stands for the name of the route. */
  topic: words,
  /** User and password of SASL; none when left out. */
  credentials: user.optional(),
  /** How the user is proved; `scram-sha-512` when left out. */
  mechanism: choice(['plain', 'scram-sha-256', 'scram-sha-512']).optional(),
  /** How messages are compressed; `gzip` when left out. */
  compression: choice(['gzip', 'none']).optional(),
  /** The authority of the brokers' certificates; a public one when left out. */
  authority: authority.optional(),
});
