import type { Directive } from '../../conf';
import type { Kind } from '../../plugins/definitions';

/** Names of the time before `<buffer>`, and what they are called in it (lib/fluent/plugin_helper/compat_parameters.rb). */
export const OLD_BUFFER: Readonly<Record<string, string>> = {
  buffer_type: '@type',
  buffer_path: 'path',
  num_threads: 'flush_thread_count',
  flush_interval: 'flush_interval',
  try_flush_interval: 'flush_thread_interval',
  queued_chunk_flush_interval: 'flush_thread_burst_interval',
  disable_retry_limit: 'retry_forever',
  retry_limit: 'retry_max_times',
  max_retry_wait: 'retry_max_interval',
  buffer_chunk_limit: 'chunk_limit_size',
  buffer_queue_limit: 'queue_limit_length',
  buffer_queue_full_action: 'overflow_action',
  flush_at_shutdown: 'flush_at_shutdown',
};

/** Names of the time before `<buffer>` that only some outputs knew. */
const OLD_TIMES = ['time_slice_format', 'time_slice_wait', 'timezone', 'localtime', 'utc'];

/** Names of the time before `<parse>`. */
const OLD_PARSE = [
  ...[
    'format',
    'types',
    'types_delimiter',
    'types_label_delimiter',
    'keys',
    'time_key',
    'time_format',
    'localtime',
    'utc',
  ],
  ...['delimiter', 'keep_time_key', 'null_empty_string', 'null_value_pattern', 'json_parser', 'label_delimiter'],
  ...['estimate_current_event', 'with_priority', 'message_key', 'timezone', 'format_firstline'],
  ...Array.from({ length: 20 }, (_, index) => `format${index + 1}`),
];

/** Outputs of the image that take the old names of a buffer. */
const OUTPUTS = ['elasticsearch', 'elasticsearch_dynamic', 'exec', 'exec_filter', 'file', 'forward'];

/** Old names that a plugin takes, since it has not what has replaced them. */
export function oldNames(kind: Kind, { params = {}, children = [] }: Directive): readonly string[] {
  const has = (section: string) => children.some(({ name }) => name === section);
  if (kind === 'output') {
    return OUTPUTS.includes(String(params['@type'])) && !has('buffer')
      ? [...Object.keys(OLD_BUFFER), ...OLD_TIMES]
      : [];
  }
  return 'format' in params && !has('parse') ? OLD_PARSE : [];
}

/** Parameters of the buffer that old names say. */
export function oldBuffer(directive: Directive): NonNullable<Directive['params']> {
  const names = oldNames('output', directive);
  const said = Object.entries(directive.params ?? {}).filter(([name]) => names.includes(name));
  return Object.fromEntries(
    said.flatMap(([name, value]) => {
      const now = OLD_BUFFER[name];
      return now === undefined ? [] : [[now, value === 'exception' ? 'throw_exception' : value]];
    }),
  );
}
