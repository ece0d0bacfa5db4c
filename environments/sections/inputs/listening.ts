import { z } from 'zod';

import { SERVICE_TYPES } from '../../../constructs/fluentd';
import { choice, list, section, textMap, words } from '../../values';

/** A Secret that exists, with its keys, where they differ, by those that it would have if it were made. */
const reference = <const Key extends readonly [string, ...string[]]>(keys: Key) => ({
  /** Name of the Secret. */
  secretName: words,
  /** Its keys, where they differ. */
  keys: z.partialRecord(z.enum(keys), words).optional(),
});

/** A Secret that exists. */
export const secretReference = <const Key extends readonly [string, ...string[]]>(keys: Key) =>
  section(reference(keys));

/** A user in a Secret that exists. */
export const userReference = section({
  ...reference(['username', 'password']),
  /** Name of the user, where the Secret holds nothing but the password. */
  username: words.optional(),
});

/** A Secret or a ConfigMap that exists, with an authority in the key `ca.crt`. */
export const authorityReference = z.union([
  secretReference(['ca.crt']),
  section({
    /** Name of the ConfigMap. */
    configMapName: words,
    /** Its key, where it differs. */
    keys: z.partialRecord(z.enum(['ca.crt']), words).optional(),
  }),
]);

/** What inputs that listen have in common. */
export const listening = {
  /** Who may send; a network policy keeps all others away. */
  from: section({
    /** Ranges of addresses, e.g. `10.20.0.0/16`; none when left out. */
    cidrs: list(words, 1).optional(),
    /** Namespaces of the cluster; none when left out. */
    namespaces: list(words, 1).optional(),
  }),
  /** The Service; `{ type: 'ClusterIP' }` when left out. */
  service: section({
    /** For whom the Service is; `ClusterIP` when left out. */
    type: choice(SERVICE_TYPES).optional(),
    /** Its annotations; none when left out. */
    annotations: textMap.optional(),
  }).optional(),
};

/** The certificate of an input. */
export const inputCertificate = {
  /** A certificate that exists; one is made when left out. */
  certificate: secretReference(['tls.crt', 'tls.key', 'ca.crt']).optional(),
  /** Further names by which senders reach the input; none when left out. */
  hostNames: list(words, 1).optional(),
};
