import type { AlertRule, RecordingRule } from '../../../core';
import { series } from '../metrics';
import { growth } from './growth';

/** How long the room of a buffer lasts as it shrinks; no series where it does not. In seconds. */
const TIME_TO_FULL: RecordingRule = {
  record: 'pod_output:fluentd_output_buffer_full:seconds',
  expr: `min by (pod, output) (${series('roomOfBuffer')} / -(deriv(${series('roomOfBuffer')}[30m]) < 0))`,
};

/** Outputs: whether what is collected is taken from their buffers. */
export const SENDING_RULES: readonly (AlertRule | RecordingRule)[] = [
  TIME_TO_FULL,
  {
    alert: 'ElasticsearchRefusesLogs',
    expr: `max by (pod, output) (${series('failing')}) > 600`,
    severity: 'warning',
    summary:
      'Fluentd on {{ $labels.pod }} could send nothing to {{ $labels.output }} for {{ $value | humanizeDuration }}',
    action: 'Its log says once a minute what Elasticsearch answers',
  },
  {
    alert: 'LogBufferFullInHours',
    expr: `${TIME_TO_FULL.record} < 2 * 3600`,
    for: '10m',
    severity: 'warning',
    summary: 'The buffer of {{ $labels.pod }} for {{ $labels.output }} is full in {{ $value | humanizeDuration }}',
    action: 'Make Elasticsearch take the logs again, or as fast as they come',
  },
  {
    alert: 'LogBufferFullWithinAnHour',
    expr: `${TIME_TO_FULL.record} < 3600`,
    for: '10m',
    severity: 'critical',
    summary: 'The buffer of {{ $labels.pod }} for {{ $labels.output }} is full in {{ $value | humanizeDuration }}',
    action: 'Make Elasticsearch take the logs again; when it is full reading stops, and the kubelet removes logs',
  },
  {
    alert: 'LogsHeldTooLong',
    expr: `max by (pod, output) (${series('oldestChunk')}) > 900`,
    for: '5m',
    severity: 'warning',
    summary: 'Logs have waited on {{ $labels.pod }} for {{ $labels.output }} for {{ $value | humanizeDuration }}',
    action: 'See what it answers, and whether it takes logs as fast as they come; they are not found until it has them',
  },
  {
    alert: 'LogBufferFull',
    expr: `${series('roomOfBuffer')} < 0.05`,
    for: '5m',
    severity: 'critical',
    summary:
      'The buffer of {{ $labels.pod }} has {{ $value | humanizePercentage }} of its room left; then reading stops',
    action: 'Make Elasticsearch take the logs again; what the kubelet rotates away meanwhile is lost',
  },
  {
    alert: 'NoLogsStored',
    // Whatever the kind of the output: something waits that could have been sent, and nothing was delivered meanwhile.
    expr: `max by (pod, output) (${series('oldestChunk')}) > 600 unless max by (pod, output) (${growth('sentChunks', '15m')}) > 0`,
    for: '5m',
    severity: 'critical',
    summary:
      'Fluentd on {{ $labels.pod }} has delivered nothing to {{ $labels.output }} for a quarter of an hour, though logs wait',
    action: 'See its log for what is answered, and whether the network lets it through',
  },
  {
    alert: 'LogsSetAside',
    expr: `max by (pod) (${series('usedBytes', { purpose: 'backup' })}) > 0`,
    severity: 'warning',
    summary: '{{ $value | humanize1024 }}B of logs on {{ $labels.pod }} were set aside: an output could not use them',
    action: 'Its log says why; they are in the folder backup, and are removed after a week',
  },
];

/** Outputs besides that of the stack, each by its name. */
export const OUTPUT_RULES: readonly AlertRule[] = [
  {
    alert: 'OutputUnreachable',
    // By name, not by pod: what is away is away for all, and a thousand nodes must not tell of it one by one.
    expr: `max by (output) (${series('reachable')}) == 0`,
    for: '5m',
    severity: 'warning',
    summary: 'No server of the output {{ $labels.output }} accepts a connection of any node',
    action: 'See whether it runs, whether its name is known to DNS and whether the network lets Fluentd through',
  },
  {
    alert: 'OutputUnreachableFromNode',
    expr: `min by (pod, output) (${series('reachable')}) == 0 and on (output) (max by (output) (${series('reachable')}) == 1)`,
    for: '15m',
    severity: 'warning',
    summary: '{{ $labels.pod }} cannot reach the output {{ $labels.output }}, which others reach',
    action: 'See the network of its node, and policies that choose pods by node or by namespace',
  },
  {
    alert: 'OutputDropsLogs',
    expr: `sum by (pod, output) (${growth('droppedChunks', '10m')}) > 0`,
    severity: 'warning',
    summary: '{{ $labels.pod }} has dropped the oldest logs for {{ $labels.output }}: its part of the buffer was full',
    action: 'Make the output take logs again, or give it more room (bufferSize), or let it wait (whenFull)',
  },
];
