import { z } from 'zod';

import type { AuthorityReference } from '../../../constructs/core';
import { section, shaped, words } from '../../values';

/** Keys of a Secret, where they differ from those that are expected. */
function keys<const Keys extends readonly string[]>(...names: Keys) {
  const shape = Object.fromEntries(names.map((name) => [name, words.optional()]));
  return section(shape as Record<Keys[number], z.ZodOptional<typeof words>>).optional();
}

/** A Secret in the namespace of the collector, made by other hands, and the keys that are read of it. */
export function secret<const Keys extends readonly string[]>(...names: Keys) {
  return section({
    /** Name of the Secret. */
    secretName: words,
    /** Its keys, where they have other names. */
    keys: keys(...names),
  });
}

/** The user of a client, in the keys `username` and `password` of a Secret. */
export const user = section({
  /** Name of the Secret. */
  secretName: words,
  /** Its keys, where they have other names. */
  keys: keys('username', 'password'),
  /** Name of the user, where the Secret holds nothing but the password. */
  username: words.optional(),
});

/** The authority of a server: in the key `ca.crt` of a Secret or ConfigMap, or one that every image trusts. */
export const authority = shaped<AuthorityReference>(
  (input) => {
    if (input === 'public') return z.literal('public');
    if (typeof input !== 'object' || input === null) return undefined;
    return 'configMapName' in input ? section({ configMapName: words, keys: keys('ca.crt') }) : secret('ca.crt');
  },
  "'public', or an object with secretName or configMapName",
  "write for example { configMapName: 'company-ca' }",
);
