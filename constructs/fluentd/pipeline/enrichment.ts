import type { Directive } from '../conf';
import { ENV } from '../paths';
import type { Stage } from './chain';

/**
 * Beginnings of lines that continue the event before them: indented, blank or closing lines, and the lines of stack
 * traces of Java, Python, Go, Node.js, .NET and Ruby that stand at the left margin.
 *
 * The syntax is common to Ruby and JavaScript.
 */
const CONTINUATIONS = [
  '\\s',
  '$',
  '[})\\]]',
  'Caused by:',
  'Suppressed:',
  'Traceback \\(most recent',
  'During handling of the above',
  'The above exception was',
  '(?:[\\w$]+[.:]+)*[\\w$]*(?:Error|Exception)(?::|$)',
  'goroutine \\d+ \\[',
  '[\\w./*()-]+\\((?:\\)|\\.\\.\\.|\\{?0x)',
  'created by [\\w./*()-]+(?: in goroutine \\d+)?$',
  'exit status \\d+$',
];

/** A line that begins a new event. */
export const FIRST_LINE = new RegExp(`^(?!${CONTINUATIONS.join('|')})`);

/** Joins the lines that the container runtime split at 16 KiB. */
const PARTIAL_LINES: Stage = {
  label: '@CRI',
  comment: 'Joins lines that the container runtime split at 16 KiB',
  directives: (next): Directive[] => [
    {
      name: 'filter',
      argument: '**',
      params: {
        '@type': 'concat',
        key: 'message',
        use_partial_cri_logtag: true,
        partial_cri_logtag_key: 'logtag',
        // The plugin deletes the field it is named here; the name of none keeps `stream`.
        partial_cri_stream_key: '_none',
        // Otherwise parts of standard output and standard error are glued together.
        stream_identity_key: 'stream',
        use_first_timestamp: true,
        separator: '',
        flush_interval: 5,
        // Without a label a line that is never finished becomes an error (fluent-plugin-concat#37).
        timeout_label: next(),
      },
    },
  ],
};

/** Joins the lines of stack traces and of other indented text. */
const STACK_TRACES: Stage = {
  label: '@MULTILINE',
  comment: 'Joins stack traces',
  directives: (next): Directive[] => [
    {
      name: 'filter',
      argument: '**',
      params: {
        '@type': 'concat',
        key: 'message',
        stream_identity_key: 'stream',
        multiline_start_regexp: `/${FIRST_LINE.source}/`,
        use_first_timestamp: true,
        flush_interval: 2,
        timeout_label: next(),
      },
    },
  ],
};

/**
 * Names from the path of the file, e.g. `kubernetes.var.log.pods.shop_cart-0_<uid>.app.0.log`. Asking the API server
 * instead would halve the throughput and need a role. Forgetting all tags at times keeps the table of a node with many
 * short jobs small. A tag of another form raises an error, and the event becomes a dead letter.
 */
const METADATA = `\
@name = /pods[.](?<namespace_name>[^_]+)_(?<pod_name>[^_]+)_(?<pod_id>[a-z0-9-]+)[.](?<container_name>[^.]+)[.][0-9]+[.]log/
@names = Hash.new do |names, tag|
  names.clear if names.size >= 4096
  names[tag] = @name.match(tag).named_captures.merge('host' => ENV['${ENV.node}']).freeze
end`;

/** Adds where the event comes from, its identity, and its fields if it is JSON. */
const ENRICH: Stage = {
  label: '@ENRICH',
  comment: 'Adds the names of pod and node, a hash of the content and the fields of JSON',
  directives: (): Directive[] => [
    {
      name: 'filter',
      argument: '**',
      params: { '@type': 'record_modifier', prepare_value: METADATA },
      children: [
        {
          name: 'record',
          params: {
            kubernetes: '${@names[tag]}',
            _container: '${record["kubernetes"].values_at("pod_id", "container_name").join("/")}',
          },
        },
      ],
    },
    {
      name: 'filter',
      argument: '**',
      comment: 'The same line always gets the same _id, so that sending it twice stores it once',
      params: {
        '@type': 'elasticsearch_genid',
        hash_id_key: '_hash',
        use_record_as_seed: true,
        // `time` is the runtime's text with nanoseconds; Fluentd's time in the seed would have whole seconds. Not the
        // tag: it changes when a rotated file is opened again.
        record_keys: ['time', 'stream', '_container', 'message'],
      },
    },
    {
      name: 'filter',
      argument: '**',
      params: {
        '@type': 'parser',
        key_name: 'message',
        reserve_data: true,
        reserve_time: true,
        // A line that is not JSON is no error; it keeps its message and gets an empty `json`.
        emit_invalid_record_to_error: false,
        // Fields of an application cannot take the place of ours, e.g. of `message` or `kubernetes`.
        hash_value_field: 'json',
      },
      // A time key that exists and cannot be parsed would drop the event without a word.
      children: [{ name: 'parse', params: { '@type': 'json', time_key: '_none' } }],
    },
  ],
};

/** From the line of a file to an event that knows where it comes from. */
export const ENRICHMENT: readonly Stage[] = [PARTIAL_LINES, STACK_TRACES, ENRICH];
