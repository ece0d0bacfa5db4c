import { type AuthorityReference, type Mistake, mistakeIn, type UserReference } from '../../../core';
import { match } from '../../plugins';
import type { OutputKind } from './kind';
import {
  authorityFile,
  authorityVolume,
  fromUser,
  ownBuffer,
  ownReferenceMistakes,
  ownVariable,
  serverOf,
  urlMistakes,
} from './own';

/** A Loki. */
export interface LokiDestination {
  /** Its base URL over TLS, without a path, e.g. `https://loki.example.com`. */
  readonly url: string;

  /**
   * The tenant of Loki.
   *
   * @default - none
   */
  readonly tenant?: string;

  /**
   * Further labels that all streams have, e.g. `{ cluster: 'eu' }`.
   *
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;

  /**
   * User and password of HTTP Basic, in the keys `username` and `password`.
   *
   * @default - none
   */
  readonly credentials?: UserReference;

  /**
   * The authority that signed its certificate.
   *
   * @default 'public'
   */
  readonly authority?: AuthorityReference;
}

/**
 * Where the labels of a stream come from. No more than these: each value is a stream of its own, and what differs from pod
 * to pod or from line to line would make streams without end.
 */
const LABELS = {
  namespace: '$.kubernetes.namespace_name',
  container: '$.kubernetes.container_name',
  route: '$.data_stream.dataset',
};

/** An event is a line of JSON without what its labels say. */
export const loki: OutputKind<LokiDestination> = {
  isIdempotent: false,
  isBuffered: true,
  gem: 'fluent-plugin-grafana-loki',
  mistakes: ({ url, tenant, labels = {}, credentials, authority }): Mistake[] => [
    ...urlMistakes('url', url, 'https://loki.example.com'),
    ...mistakeIn(
      ['tenant'],
      tenant === undefined || /^[A-Za-z0-9!\-_.*'()]{1,150}$/.test(tenant),
      "the name of a tenant (letters, digits and !-_.*'(), at most 150 characters)",
      tenant,
      'correct it',
    ),
    ...Object.keys(labels).flatMap((name) =>
      mistakeIn(
        ['labels', name],
        /^[a-zA-Z_]\w*$/.test(name) && !Object.hasOwn(LABELS, name),
        `a label of your own (letters, digits and _; none of ${Object.keys(LABELS).join(', ')})`,
        name,
        'rename it',
      ),
    ),
    ...ownReferenceMistakes('credentials', credentials, ['username', 'password']),
    ...ownReferenceMistakes('authority', authority, ['ca.crt']),
  ],
  servers: ({ url }) => serverOf(url),
  match: ({ url, tenant, labels, credentials, authority }, own) => {
    const file = authorityFile(own, authority);
    return match.loki('**', {
      '@id': own.name,
      url,
      ...(tenant !== undefined && { tenant }),
      ...(credentials && { username: ownVariable(own, 'username'), password: ownVariable(own, 'password') }),
      ...(file !== undefined && { ca_cert: file }),
      compress: 'gzip',
      line_format: 'json',
      include_thread_label: false,
      ...(labels && { extra_labels: labels }),
      label: LABELS,
      buffer: { chunk_keys: ['tag'], ...ownBuffer(own) },
    });
  },
  footprint: ({ credentials, authority }, own) => ({
    ...authorityVolume(own, authority),
    env: credentials ? fromUser(own, credentials) : [],
  }),
};
