import { count, section, words } from '../../values';
import { authority, secret, user } from './references';

/** A further Elasticsearch. */
export const elasticsearch = section({
  /** Its base URL. */
  url: words,
  /** Major version of its API; that of the stack when left out. */
  majorVersion: count(8, 9).optional(),
  /** The authority of its certificate; a public one when left out. */
  authority: authority.optional(),
  /** The user that writes. */
  credentials: user.optional(),
  /** An API key in its encoded form instead, in the key `api_key`. */
  apiKey: secret('api_key').optional(),
});
