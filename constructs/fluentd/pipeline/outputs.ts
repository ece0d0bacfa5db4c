import { dataStreamName, type ElasticsearchEndpoint, type MemoryQuantity } from '../../core';
import type { Directive, ParamValue } from '../conf';
import { CHUNK_LIMIT, FLUSH_THREADS, fluentdSize } from '../limits';
import { ENV, PATHS } from '../paths';

const DEAD_LETTERS = `${PATHS.state}/dead-letters`;

/**
 * Sends events to their data streams. It stands alone in its label, because events that Elasticsearch refuses for a
 * while come back to the beginning of the label: a filter would be applied to them twice.
 *
 * Not the plugin `elasticsearch_data_stream`: it only logs what a bulk request could not store
 * (uken/fluent-plugin-elasticsearch#981).
 */
export function elasticsearchOutput(
  endpoint: ElasticsearchEndpoint,
  bufferSize: MemoryQuantity,
  apiKey: boolean,
): Directive {
  return {
    name: 'label',
    argument: '@ELASTICSEARCH',
    children: [
      {
        name: 'match',
        argument: '**',
        params: { '@type': 'elasticsearch', '@id': 'elasticsearch', ...connection(endpoint, apiKey), ...WRITING },
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

/**
 * Events that nobody can store, e.g. because a field has another type than in the mapping: one file per day, as JSON.
 * The file never refuses, so an error cannot cause another error (fluent/fluentd#5462).
 */
export const DEAD_LETTER_FILE: Directive = {
  name: 'label',
  argument: '@ERROR',
  comment: 'Dead letters: events that cannot be stored; why is in the log of Fluentd',
  children: [
    {
      name: 'match',
      argument: '**',
      params: { '@type': 'file', '@id': 'dead_letters', path: `${DEAD_LETTERS}/%Y-%m-%d`, append: true },
      children: [
        { name: 'format', params: { '@type': 'json' } },
        {
          name: 'inject',
          params: { tag_key: 'tag', time_key: '@timestamp', time_type: 'string', time_format: '%FT%T.%N%:z' },
        },
        {
          name: 'buffer',
          argument: 'time',
          params: {
            '@type': 'file',
            path: `${PATHS.state}/buffer/dead-letters`,
            timekey: '1d',
            flush_mode: 'immediate',
            total_limit_size: '256m',
            retry_forever: true,
            overflow_action: 'block',
          },
        },
      ],
    },
  ],
};

/** Bounds the disk that dead letters and unreadable chunks take: a week, and 64 MiB a file; Fluentd has no option for it. */
export const DEAD_LETTER_RETENTION: Directive = {
  name: 'source',
  comment: 'Removes dead letters and unreadable chunks after a week, and files above 64 MiB',
  params: {
    '@type': 'exec',
    '@id': 'dead_letter_retention',
    '@label': '@FLUENT_LOG',
    tag: 'retention',
    run_interval: '1m',
    command: `cd ${PATHS.state} && mkdir -p dead-letters backup && find dead-letters backup -type f "(" -mtime +6 -o -size +64M ")" -delete`,
  },
  children: [{ name: 'parse', params: { '@type': 'none' } }],
};
