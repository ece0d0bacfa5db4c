import type { k8s } from 'cdk8s-plus-28';

import {
  type ClientCredentials,
  clientEgress,
  credentialMistakes,
  dataStreamName,
  type ElasticsearchEndpoint,
  endpointMistakes,
  type MemoryQuantity,
  majorVersion,
  type StackVersion,
  secretVariable,
  type UserReference,
} from '../../core';
import type { Directive, ParamValue } from '../conf';
import type { Installation } from '../installation';
import { CHUNK_LIMIT, FLUSH_THREADS, fluentdSize, limitMistakes } from '../limits';
import { ENV, PATHS } from '../paths';
import { secretNames, userSecret } from '../secrets';
import type { Output } from './output';

/** How Fluentd reaches Elasticsearch, and what it holds while it cannot. */
export interface ElasticsearchOutputProps {
  /** The cluster. */
  readonly elasticsearch: ElasticsearchEndpoint;

  /** Version of the stack whose client the image has. */
  readonly version: StackVersion;

  /** How Fluentd signs in, if that exists already. */
  readonly credentials: ClientCredentials;

  /** Fluentd itself; the Secret with its user is named after it. */
  readonly own: Installation;

  /** Disk of a node that events may take while Elasticsearch is away. */
  readonly bufferSize: MemoryQuantity;

  /** Memory of the pod. */
  readonly memory: MemoryQuantity;
}

/**
 * Sends events to their data streams. It stands alone in its label, because events that Elasticsearch refuses for a
 * while come back to the beginning of the label: a filter would be applied to them twice.
 *
 * Not the plugin `elasticsearch_data_stream`: it only logs what a bulk request could not store
 * (uken/fluent-plugin-elasticsearch#981).
 */
export function elasticsearchOutput(props: ElasticsearchOutputProps): Output {
  const { elasticsearch, version, credentials, own, bufferSize, memory } = props;
  const isMade = !credentials.credentials && !credentials.apiKey;
  return {
    label: '@ELASTICSEARCH',
    mistakes: () => [
      ...limitMistakes(bufferSize, memory),
      ...endpointMistakes(elasticsearch, majorVersion(version)),
      ...credentialMistakes(credentials),
    ],
    footprint: () => ({
      env: signIn(credentials, own),
      egress: clientEgress(elasticsearch),
      podLabels: elasticsearch.clientLabels,
      secrets: isMade ? [userSecret(own)] : [],
    }),
    directives: () => [match(props)],
  };
}

function match({ elasticsearch, credentials, bufferSize }: ElasticsearchOutputProps): Directive {
  return {
    name: 'match',
    argument: '**',
    params: {
      '@type': 'elasticsearch',
      '@id': 'elasticsearch',
      ...connection(elasticsearch, credentials.apiKey !== undefined),
      ...WRITING,
    },
    children: [
      {
        name: 'buffer',
        argument: 'tag',
        params: {
          '@type': 'file',
          path: `${PATHS.state}/buffer/elasticsearch`,
          chunk_limit_size: fluentdSize(CHUNK_LIMIT),
          total_limit_size: fluentdSize(bufferSize),
          flush_interval: '5s',
          flush_thread_count: FLUSH_THREADS,
          retry_forever: true,
          retry_max_interval: '30s',
          // Reading stops while the buffer is full. Any other action together with `@ERROR` loses events.
          overflow_action: 'block',
        },
      },
    ],
  };
}

const WRITING: Readonly<Record<string, ParamValue>> = {
  index_name: dataStreamName('${tag}'),
  // The only operation that data streams know; 409 means that the event is stored already.
  write_operation: 'create',
  id_key: '_hash',
  emit_error_for_missing_id: true,
  // The default has `es_rejected_execution_exception` too, and then one refused event makes the whole chunk go again.
  unrecoverable_error_types: ['out_of_memory_error'],
  include_timestamp: true,
  log_es_400_reason: true,
};

function connection(
  { url, majorVersion, authority }: ElasticsearchEndpoint,
  apiKey: boolean,
): Readonly<Record<string, ParamValue>> {
  const media = `application/vnd.elasticsearch+json; compatible-with=${majorVersion}`;
  return {
    hosts: url,
    // Decoded, because the plugin encodes it. Not as a header of our own, which would stand in the log.
    ...(apiKey
      ? { api_key: { env: ENV.apiKey, base64: true } }
      : { user: { env: ENV.username }, password: { env: ENV.password } }),
    // Without it the HTTP client trusts the authorities of its image.
    ...(authority !== 'public' && { ca_file: `${PATHS.tls}/ca.crt` }),
    ssl_verify: true,
    // Fluentd starts and buffers while Elasticsearch is away.
    verify_es_version_at_startup: false,
    default_elasticsearch_version: majorVersion,
    // Client 9 may send two `Accept` headers otherwise, which server 9 refuses (uken/fluent-plugin-elasticsearch#1086).
    ...(majorVersion >= 9 && { custom_headers: JSON.stringify({ Accept: media }) }),
    // Both would go past the Service to the addresses of pods, which are in no certificate.
    reload_connections: false,
    reload_on_failure: false,
    reconnect_on_error: true,
    // Elasticsearch may store a request that took longer; it would be sent twice.
    request_timeout: '60s',
  };
}

/** The variables that `connection` names. */
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
