import { FORWARD_METRICS } from './forward-metrics';
import { INPUT_METRICS } from './input-metrics';
import { counter, gauge } from './metric';

const READING = {
  events: counter('fluentd_container_logs_events_total', ['route'], 'events that the buffer has taken'),
  lag: gauge(
    'fluentd_container_logs_lag_bytes',
    ['route'],
    'bytes of log files that the buffer has not taken yet; only of routes with files on the node',
  ),
  pauses: counter(
    'fluentd_container_logs_pauses_total',
    ['route'],
    'times that reading stopped because the buffer was full',
  ),
  lostBytes: counter(
    'fluentd_container_logs_lost_bytes_total',
    [],
    'bytes that were removed before they were read: lost',
  ),
  lostFiles: counter(
    'fluentd_container_logs_lost_files_total',
    [],
    'files that were removed before they were known to be read to their end',
  ),
  readErrors: counter(
    'fluentd_container_logs_read_errors_total',
    [],
    'failures to read a folder or a file, e.g. for a lack of rights',
  ),
};

const TREATING = {
  dropped: counter(
    'fluentd_treatments_dropped_records_total',
    ['route', 'treatment', 'reason'],
    'records that a rule of a treatment dropped',
  ),
  truncated: counter(
    'fluentd_treatments_truncated_records_total',
    ['route', 'treatment'],
    'records whose message was cut, since it was larger than `maxMessage`',
  ),
  redacted: counter(
    'fluentd_treatments_redacted_total',
    ['route', 'treatment', 'pattern'],
    'records in which something was redacted',
  ),
  withheld: counter(
    'fluentd_treatments_withheld_records_total',
    ['route', 'treatment'],
    'records whose content was withheld, since it could not be redacted',
  ),
  parseFailures: counter(
    'fluentd_treatments_parse_failures_total',
    ['route', 'treatment'],
    'records that no format of a treatment could read',
  ),
  timeFailures: counter(
    'fluentd_treatments_time_failures_total',
    ['route', 'treatment'],
    'records whose field has no time that can be theirs',
  ),
};

const SAYING = {
  records: counter(
    'fluentd_log_metrics_records_total',
    ['route', 'namespace', 'level'],
    'logs by what they say of themselves; only with [monitoring](monitoring.md)',
  ),
  abnormal: gauge(
    'fluentd_log_metrics_abnormal_logs',
    ['route', 'namespace', 'container'],
    'abnormal logs of the last minutes',
  ),
};

const ARRIVING = {
  certificateExpires: gauge(
    'fluentd_elasticsearch_certificate_expires_timestamp_seconds',
    ['host'],
    'when the certificate of a server expires, as the newest connection saw it',
  ),
  ownCertificateExpires: gauge(
    'fluentd_certificate_expires_timestamp_seconds',
    ['certificate'],
    'when a certificate expires with which Fluentd proves who it is: its own, or that of an input',
  ),
  canaryStored: gauge(
    'fluentd_canary_stored_timestamp_seconds',
    ['node'],
    'when the newest line of the [canary](monitoring.md#canary) that is stored was written',
  ),
  canaryDelay: gauge('fluentd_canary_delay_seconds', ['node'], 'time until it was stored'),
};

const STORING = {
  changed: counter(
    'fluentd_elasticsearch_fit_changed_records_total',
    ['reason'],
    'records that were changed: `encoding`, `surrogate`, `fields`, `number`, `time`, `failure`',
  ),
  documents: counter(
    'fluentd_elasticsearch_bulk_documents_total',
    ['route', 'result'],
    'documents by what became of them: `stored`, `already_stored`, `other_form`, `failure_store`, `dead_letter`',
  ),
  repeatedDocuments: counter(
    'fluentd_elasticsearch_bulk_repeated_documents_total',
    ['route'],
    'documents that were refused for a while',
  ),
  requests: counter(
    'fluentd_elasticsearch_bulk_requests_total',
    ['status'],
    'requests by the status of their answer, `none` without one',
  ),
  deadLetters: counter(
    'fluentd_dead_letters_records_total',
    ['route', 'reason'],
    'records that could be stored in no form',
  ),
  removedDeadLetters: counter(
    'fluentd_dead_letters_removed_records_total',
    [],
    'dead letters that were removed to make room: lost',
  ),
  removedDeadLetterBytes: counter('fluentd_dead_letters_removed_bytes_total', [], 'their size'),
  lostDeadLetters: counter(
    'fluentd_dead_letters_lost_records_total',
    [],
    'records that could not be kept as dead letters either: lost',
  ),
};

const HOLDING = {
  roomOfBuffer: gauge('fluentd_output_buffer_room_ratio', ['output'], 'share of its buffer that is free'),
  oldestChunk: gauge(
    'fluentd_output_oldest_chunk_seconds',
    ['output'],
    'how long the oldest chunk waits that could have been sent, 0 without one; what an archive collects does not wait yet',
  ),
  sentChunks: counter('fluentd_output_sent_chunks_total', ['output'], 'chunks that an output has delivered'),
  reachable: gauge(
    'fluentd_output_reachable',
    ['output'],
    'whether a server of an [output](outputs.md) accepts connections',
  ),
  droppedChunks: counter(
    'fluentd_output_dropped_chunks_total',
    ['output'],
    'chunks that an output dropped to make room for newer ones: lost',
  ),
  failing: gauge(
    'fluentd_output_failing_seconds',
    ['output'],
    'time since which nothing could be sent, 0 while it can',
  ),
  usedBytes: gauge(
    'fluentd_node_used_bytes',
    ['purpose'],
    'disk of the node by what for: `buffer`, `dead_letters`, `positions`, `backup`',
  ),
  diskSize: gauge('fluentd_node_disk_size_bytes', [], 'size of the disk on which they are'),
  diskAvailable: gauge('fluentd_node_disk_available_bytes', [], 'what is available of it'),
};

/** Every metric of our plugins: what our rules name, the guide lists, and the plugins serve. */
export const METRIC_TABLE = {
  ...READING,
  ...INPUT_METRICS,
  ...TREATING,
  ...SAYING,
  ...STORING,
  ...ARRIVING,
  ...FORWARD_METRICS,
  ...HOLDING,
};
