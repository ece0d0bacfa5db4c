import { type AuthorityReference, type ClientCredentials, mistakeIn } from '../../../core';
import { rubyFiles } from '../../ruby/required';
import { bulkMatch } from '../elasticsearch';
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

/** A further Elasticsearch. What the provisioner makes in that of the stack, templates above all, it must have already. */
export interface ElasticsearchDestination extends ClientCredentials {
  /** Base URL over TLS, without a path, e.g. `https://logs.example.com:9200`. */
  readonly url: string;

  /**
   * Major version of its API: 8 or 9.
   *
   * @default - that of the stack
   */
  readonly majorVersion?: number;

  /**
   * The authority that signed its certificate.
   *
   * @default 'public'
   */
  readonly authority?: AuthorityReference;
}

/** Stores an event once, by its id, however often it is sent. */
export const elasticsearch: OutputKind<ElasticsearchDestination> = {
  isIdempotent: true,
  isBuffered: true,
  mistakes: ({ url, majorVersion, authority, credentials, apiKey }) => [
    ...urlMistakes('url', url, 'https://logs.example.com:9200'),
    ...mistakeIn(
      ['majorVersion'],
      majorVersion === undefined || [8, 9].includes(majorVersion),
      '8 or 9',
      majorVersion,
      'write that of the server',
    ),
    ...ownReferenceMistakes('authority', authority, ['ca.crt']),
    ...((credentials === undefined) === (apiKey === undefined)
      ? [
          {
            path: ['credentials'],
            message: `must be given, or apiKey, got ${credentials ? 'both; leave one of them out' : 'neither; name the Secret of a user that may write'}`,
          },
        ]
      : []),
    ...ownReferenceMistakes('credentials', credentials, ['username', 'password']),
    ...ownReferenceMistakes('apiKey', apiKey, ['api_key']),
  ],
  servers: ({ url }) => serverOf(url),
  match: ({ url, majorVersion, authority, apiKey }, own) =>
    bulkMatch('**', {
      id: own.name,
      url,
      signIn: apiKey
        ? { api_key: ownVariable(own, 'api_key') }
        : { user: ownVariable(own, 'username'), password: ownVariable(own, 'password') },
      authorityFile: authorityFile(own, authority),
      majorVersion: majorVersion ?? own.majorVersion,
      buffer: ownBuffer(own),
    }),
  footprint: ({ authority, credentials, apiKey }, own) => ({
    ...authorityVolume(own, authority),
    env: [...(apiKey ? [fromSecret(own, apiKey, 'api_key')] : []), ...(credentials ? fromUser(own, credentials) : [])],
    rubyFiles: rubyFiles('out_elasticsearch_bulk'),
  }),
};
