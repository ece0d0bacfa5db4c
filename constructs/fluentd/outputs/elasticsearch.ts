import type { k8s } from 'cdk8s-plus-28';

import {
  type ClientCredentials,
  clientEgress,
  credentialMistakes,
  dataStreamName,
  dnsPortMistakes,
  type ElasticsearchEndpoint,
  endpointMistakes,
  type MemoryQuantity,
  majorVersion,
  type StackVersion,
  secretVariable,
  type UserReference,
} from '../../core';
import type { Directive, Text } from '../conf';
import type { Installation } from '../installation';
import { memoryMistakes } from '../limit-mistakes';
import { type EventLimits, FLUSH_THREADS, type FluentdSize, fluentdSize, remainder, withDefaults } from '../limits';
import { ENV, PATHS } from '../paths';
import { match } from '../plugins';
import { bufferedRoutes, type Route } from '../routes';
import { rubyFiles } from '../ruby/required';
import { secretNames, userSecret } from '../secrets';
import { fileBuffer } from './buffer';
import type { Output } from './output';

/** How Fluentd reaches Elasticsearch, and what it holds while it cannot. */
export interface ElasticsearchOutputProps {
  /** The cluster. */
  readonly elasticsearch: ElasticsearchEndpoint;

  /** Version of the stack whose image is used. */
  readonly version: StackVersion;

  /** How Fluentd signs in, if that exists already. */
  readonly credentials: ClientCredentials;

  /** Fluentd itself; the Secret with its user is named after it. */
  readonly own: Installation;

  /** Which logs go into which data stream; some may have buffers of their own. */
  readonly routes: readonly Route[];

  /** Disk of a node that events may take while outputs are away. */
  readonly bufferSize: MemoryQuantity;

  /**
   * Parts of it that other outputs have.
   *
   * @default - none
   */
  readonly otherParts?: readonly MemoryQuantity[];

  /** Memory of the pod. */
  readonly memory: MemoryQuantity;

  /**
   * Bounds of an event, of what is held and of a request.
   *
   * @default - those of `EventLimits`
   */
  readonly limits?: EventLimits;

  /**
   * Ports on which DNS answers the pods.
   *
   * @default [53, 5353]
   */
  readonly dnsPorts?: readonly number[];
}

/**
 * Sends events to the data streams of their routes: a chunk of the buffer has one route and is one request. A route with a
 * buffer of its own has an output of its own, because Fluentd waits after a failure with all that an output sends.
 */
export function elasticsearchOutput(props: ElasticsearchOutputProps): Output {
  const buffered = bufferedRoutes(props.routes);
  const parts = [...buffered.map(({ bufferSize }) => bufferSize), ...(props.otherParts ?? [])];
  const { elasticsearch, version, credentials, own, bufferSize, memory, limits, dnsPorts } = props;
  const isMade = !credentials.credentials && !credentials.apiKey;
  return {
    mistakes: () => [
      ...memoryMistakes(bufferSize, memory, limits, parts),
      ...endpointMistakes(elasticsearch, majorVersion(version)),
      ...credentialMistakes(credentials),
      ...dnsPortMistakes(dnsPorts),
    ],
    footprint: () => ({
      env: signIn(credentials, own),
      egress: clientEgress(elasticsearch, dnsPorts),
      podLabels: elasticsearch.clientLabels,
      secrets: isMade ? [userSecret(own)] : [],
      rubyFiles: rubyFiles('out_elasticsearch_bulk'),
    }),
    directives: () => [
      ...buffered.map(({ name, bufferSize }) =>
        output(props, name, {
          '@id': `elasticsearch-${name}`,
          path: `${PATHS.state}/buffer/routes/${name}`,
          total_limit_size: fluentdSize(bufferSize),
          flush_thread_count: 1,
        }),
      ),
      output(props, '**', {
        '@id': 'elasticsearch',
        path: `${PATHS.state}/buffer/elasticsearch-bulk`,
        total_limit_size: parts.length > 0 ? `${remainder(bufferSize, parts) / 1024}k` : fluentdSize(bufferSize),
        flush_thread_count: FLUSH_THREADS,
      }),
    ],
  };
}

/** What differs between outputs. */
interface OwnParams {
  readonly '@id': string;
  readonly path: string;
  readonly total_limit_size: FluentdSize;
  readonly flush_thread_count: number;
}

function output(
  { elasticsearch, credentials, limits }: ElasticsearchOutputProps,
  tag: string,
  { '@id': id, ...buffer }: OwnParams,
): Directive {
  const { url, majorVersion, authority } = elasticsearch;
  return bulkMatch(tag, {
    id,
    url,
    signIn: credentials.apiKey
      ? { api_key: { env: ENV.apiKey } }
      : { user: { env: ENV.username }, password: { env: ENV.password } },
    // Without it the authorities of the image are trusted.
    ...(authority !== 'public' && { authorityFile: `${PATHS.tls}/ca.crt` }),
    majorVersion,
    buffer: fileBuffer({
      path: buffer.path,
      chunkSize: fluentdSize(withDefaults(limits).chunkSize),
      totalSize: buffer.total_limit_size,
      threads: buffer.flush_thread_count,
    }),
  });
}

/** What differs between Elasticsearches. */
export interface BulkTarget {
  /** Name of the output. */
  readonly id: string;

  /** Base URL. */
  readonly url: string;

  /** How to sign in. */
  readonly signIn: { readonly api_key: Text } | { readonly user: Text; readonly password: Text };

  /**
   * File with the authority that signed its certificate.
   *
   * @default - the authorities of the image
   */
  readonly authorityFile?: string;

  /** Major version of its API. */
  readonly majorVersion: number;

  /** Where events wait. */
  readonly buffer: ReturnType<typeof fileBuffer>;
}

/** Sends events to the data streams of their routes. */
export function bulkMatch(tag: string, target: BulkTarget): Directive {
  const { id, url, signIn, authorityFile, majorVersion, buffer } = target;
  return match.elasticsearchBulk(tag, {
    '@id': id,
    url,
    ...signIn,
    ...(authorityFile !== undefined && { ca_file: authorityFile }),
    compatible_with: majorVersion,
    data_stream: dataStreamName('${tag}'),
    // Elasticsearch may store a request that took longer; it would be sent twice.
    request_timeout: '60s',
    buffer: { chunk_keys: ['tag'], ...buffer },
  });
}

/** The variables that `output` names. */
function signIn({ apiKey, credentials }: ClientCredentials, { name }: Installation): k8s.EnvVar[] {
  if (apiKey) return [secretVariable(ENV.apiKey, apiKey, 'api_key')];
  const user: UserReference = credentials ?? { secretName: secretNames(name).credentials };
  return [
    user.username === undefined
      ? secretVariable(ENV.username, user, 'username')
      : { name: ENV.username, value: user.username },
    secretVariable(ENV.password, user, 'password'),
  ];
}
