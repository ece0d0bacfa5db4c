import { choice, section, words } from '../../values';
import { authority, secret, user } from './references';

/** A server that takes events over HTTP. */
export const http = section({
  /** Where events are sent to. */
  url: words,
  /** What a request holds; an event per line when left out. */
  format: choice(['ndjson', 'json']).optional(),
  /** The method of the requests; `post` when left out. */
  method: choice(['post', 'put']).optional(),
  /** User and password of HTTP Basic. */
  credentials: user.optional(),
  /** A bearer token, in the key `token`. */
  token: secret('token').optional(),
  /** The authority of its certificate; a public one when left out. */
  authority: authority.optional(),
});
