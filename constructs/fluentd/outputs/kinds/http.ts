import type { AuthorityReference, Mistake, SecretReference, UserReference } from '../../../core';
import { match } from '../../plugins';
import type { OutputKind } from './kind';
import {
  authorityFile,
  authorityVolume,
  fromSecret,
  fromUser,
  ownBuffer,
  ownReferenceMistakes,
  ownVariable,
  serverOf,
  urlMistakes,
} from './own';

/** A server that takes events over HTTP. */
export interface HttpDestination {
  /** Where events are sent to, over TLS, e.g. `https://collect.example.com/logs`. */
  readonly url: string;

  /**
   * What a request holds: an event per line (`ndjson`), or one array of all (`json`).
   *
   * @default 'ndjson'
   */
  readonly format?: 'ndjson' | 'json';

  /**
   * The method of the requests.
   *
   * @default 'post'
   */
  readonly method?: 'post' | 'put';

  /**
   * User and password of HTTP Basic, in the keys `username` and `password`.
   *
   * @default - none
   */
  readonly credentials?: UserReference;

  /**
   * A bearer token, in the key `token`.
   *
   * @default - none
   */
  readonly token?: SecretReference<'token'>;

  /**
   * The authority that signed its certificate.
   *
   * @default 'public'
   */
  readonly authority?: AuthorityReference;
}

/**
 * Answers after which a request is sent again. All others but 2xx say that the request itself is wrong: such a chunk goes
 * to `backup` on the node, so that it does not hold up the next one.
 */
const AGAIN = [401, 403, 404, 408, 425, 429, 500, 501, 502, 503, 504, 507, 509, 520, 521, 522, 523, 524, 529];

/** Sends a chunk as one request. A request whose answer is lost is sent again. */
export const http: OutputKind<HttpDestination> = {
  isIdempotent: false,
  isBuffered: true,
  mistakes: ({ url, credentials, token, authority }): Mistake[] => [
    ...urlMistakes('url', url, 'https://collect.example.com/logs'),
    ...(credentials && token
      ? [{ path: ['token'], message: 'must not be given with credentials, got both; leave one of them out' }]
      : []),
    ...ownReferenceMistakes('credentials', credentials, ['username', 'password']),
    ...ownReferenceMistakes('token', token, ['token']),
    ...ownReferenceMistakes('authority', authority, ['ca.crt']),
  ],
  servers: ({ url }) => serverOf(url),
  match: ({ url, format = 'ndjson', method = 'post', credentials, token, authority }, own) => {
    const file = authorityFile(own, authority);
    return match.http('**', {
      '@id': own.name,
      endpoint: url,
      http_method: method,
      json_array: format === 'json',
      ...(token && { headers: bearer(ownVariable(own, 'token').env) }),
      ...(file !== undefined && { tls_ca_cert_path: file }),
      open_timeout: 10,
      read_timeout: 30,
      retryable_response_codes: AGAIN,
      error_response_as_unrecoverable: true,
      ...(credentials && {
        auth: { method: 'basic', username: ownVariable(own, 'username'), password: ownVariable(own, 'password') },
      }),
      format: { '@type': 'json' },
      buffer: { chunk_keys: ['tag'], ...ownBuffer(own) },
    });
  },
  footprint: ({ credentials, token, authority }, own) => ({
    ...authorityVolume(own, authority),
    env: [...(credentials ? fromUser(own, credentials) : []), ...(token ? [fromSecret(own, token, 'token')] : [])],
  }),
};

function bearer(variable: string) {
  return { evaluated: ['{"Authorization":"Bearer ', { ruby: `ENV['${variable}']` }, '"}'] };
}
