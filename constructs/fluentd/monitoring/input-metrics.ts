import { counter, gauge } from './metric';

/** Metrics of inputs. */
export const INPUT_METRICS = {
  inputEvents: counter(
    'fluentd_input_events_total',
    ['input', 'route'],
    'events of an [input](inputs.md) that the buffer has taken',
  ),
  refusedInputEvents: counter(
    'fluentd_input_refused_events_total',
    ['input', 'route'],
    'events of an input that no record could be made of: lost',
  ),
  droppedInputEvents: counter(
    'fluentd_input_dropped_events_total',
    ['input', 'reason'],
    'events of an audit log that a rule of its input dropped',
  ),
  podMetadataFailures: counter(
    'fluentd_pod_metadata_watch_failures_total',
    [],
    'times that the API server did not answer, or ended a watch with an error; only with `podMetadata`',
  ),
  podsKnown: gauge('fluentd_pod_metadata_pods', [], 'pods of the node whose metadata are known'),
  withoutPodMetadata: counter(
    'fluentd_pod_metadata_without_records_total',
    [],
    'logs of containers that were stored without the metadata of their pod',
  ),
  waitingFiles: gauge(
    'fluentd_container_logs_waiting_files',
    [],
    'files that are not read yet, since the [labels of their pods](#labels-of-pods) are not known',
  ),
  unknownPods: counter(
    'fluentd_container_logs_unknown_pods_total',
    [],
    'pods whose labels nobody can know, since they were gone when their logs were found; only where labels select',
  ),
  inputPauses: counter(
    'fluentd_input_pauses_total',
    ['input'],
    'times that an input stopped reading because the buffer was full',
  ),
  inputLag: gauge(
    'fluentd_input_lag_messages',
    ['input'],
    'messages of Kafka that wait to be read by this pod, as far as it knows',
  ),
  lostInputEvents: counter(
    'fluentd_input_lost_events_total',
    ['input'],
    'events that came and could not be kept, since the buffer was full when Fluentd stopped: lost',
  ),
  badMessages: counter(
    'fluentd_input_bad_messages_total',
    ['input'],
    'messages that are not what the input reads, and were stored as text',
  ),
  droppedDatagrams: counter(
    'fluentd_input_dropped_datagrams_total',
    ['input'],
    'datagrams that the kernel dropped because they were not read in time: lost',
  ),
  refusedConnections: counter(
    'fluentd_input_refused_connections_total',
    ['input'],
    'connections that were closed because there were too many',
  ),
  lostInputBytes: counter(
    'fluentd_input_lost_bytes_total',
    ['input'],
    'bytes of files that were removed before they were read: lost',
  ),
  lostInputFiles: counter(
    'fluentd_input_lost_files_total',
    ['input'],
    'files that were removed before they were known to be read to their end',
  ),
  inputReadErrors: counter(
    'fluentd_input_read_errors_total',
    ['input'],
    'attempts to read from a source that failed, and are repeated',
  ),
  inputRequests: counter(
    'fluentd_input_requests_total',
    ['input', 'result'],
    'requests with events: `accepted`, or `unavailable` if there was no room for them',
  ),
};
