import { counter } from './metric';

/** Metrics of what nodes and others forward to aggregators. */
export const FORWARD_METRICS = {
  forwarded: counter(
    'fluentd_forward_logs_records_total',
    ['route'],
    'records that an aggregator has taken from a node',
  ),
  forwardFailures: counter(
    'fluentd_forward_logs_failures_total',
    ['reason'],
    'attempts of a node to send a chunk that failed: `resolve`, `connect`, `handshake`, `timeout`, `lost`',
  ),
  received: counter('fluentd_forwarded_logs_records_total', ['route'], 'records that others have forwarded'),
  refusedMessages: counter(
    'fluentd_forwarded_logs_refused_total',
    ['reason'],
    'chunks that were not taken, so that they are sent again: `full`, `memory`, `closing`',
  ),
  invalidRecords: counter(
    'fluentd_forwarded_logs_invalid_records_total',
    [],
    'entries that were sent and are no records',
  ),
};
