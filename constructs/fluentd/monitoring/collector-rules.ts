import type { AlertRule, RuleGroup } from '../../core';
import { JOB, type MetricKey, series } from './metrics';

/** What a counter has grown by in a window. A counter that begins again after a restart is taken into account. */
const growth = (key: MetricKey, window: string) => `increase(${series(key)}[${window}])`;

const UP: AlertRule[] = [
  {
    alert: 'FluentdDown',
    expr: `up{job="${JOB}"} == 0`,
    for: '5m',
    severity: 'critical',
    summary: 'Fluentd on {{ $labels.pod }} serves no metrics: the logs of its node may not be collected',
    action:
      'See the state and the log of the pod; what it has not read stays on the node until the kubelet rotates it away',
  },
  {
    alert: 'FluentdAbsent',
    expr: `absent(up{job="${JOB}"})`,
    for: '10m',
    severity: 'critical',
    summary: 'No Fluentd is scraped: nobody knows whether logs are collected',
    action: 'See whether the DaemonSet has pods, and whether Prometheus finds and may reach them',
  },
  {
    alert: 'FluentdRestarts',
    expr: `max by (pod) (resets(${series('events')}[1h])) > 3`,
    severity: 'warning',
    summary: 'Fluentd on {{ $labels.pod }} has begun again {{ $value }} times within an hour',
    action:
      'See the last state of its container: when it was killed for its memory, lower the limits of events or raise its memory',
  },
];

const READING: AlertRule[] = [
  {
    alert: 'LogsLost',
    expr: `sum by (pod) (${growth('lostBytes', '10m')}) > 0`,
    severity: 'critical',
    summary: '{{ $value | humanize1024 }}B of logs on the node of {{ $labels.pod }} were removed before they were read',
    action:
      'Find what held reading back: a full buffer, an Elasticsearch that was away, a container that logs faster than it is read',
  },
  {
    alert: 'LogFilesLost',
    expr: `sum by (pod) (${growth('lostFiles', '10m')}) > 0`,
    severity: 'critical',
    summary:
      '{{ $value | humanize }} log files on the node of {{ $labels.pod }} were removed before they were known to be read',
    action: 'Find what held reading back, or how long Fluentd was down',
  },
  {
    alert: 'LogsUnreadable',
    expr: `sum by (pod) (${growth('readErrors', '10m')}) > 0`,
    for: '10m',
    severity: 'warning',
    summary: 'Fluentd on {{ $labels.pod }} cannot read files of logs',
    action: 'Its log names the files and the reason; often rights, SELinux or a failing disk',
  },
  {
    alert: 'LogReadingPaused',
    expr: `sum by (pod, route) (${growth('pauses', '5m')}) > 60`,
    for: '10m',
    severity: 'critical',
    summary:
      'Fluentd on {{ $labels.pod }} has stopped reading the logs of {{ $labels.route }}: its buffer is full or fails',
    action: 'Make Elasticsearch take the logs again; until then the kubelet may rotate logs away that nobody has read',
  },
];

const SENDING: AlertRule[] = [
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
    expr: `predict_linear(${series('roomOfBuffer')}[30m], 2 * 3600) < 0`,
    for: '10m',
    severity: 'warning',
    summary: 'The buffer of {{ $labels.pod }} is full within two hours if it goes on like this',
    action: 'Make Elasticsearch take the logs again, or as fast as they come',
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
    expr: `sum by (pod) (${growth('events', '15m')}) > 0 unless sum by (pod) (${growth('documents', '15m')}) > 0`,
    for: '5m',
    severity: 'critical',
    summary: 'Fluentd on {{ $labels.pod }} reads logs, but has stored none for a quarter of an hour',
    action: 'See its log for what Elasticsearch answers, and whether the network lets it through',
  },
];

const DEAD_LETTERS: AlertRule[] = [
  {
    alert: 'DeadLetters',
    expr: `sum by (pod, route, reason) (${growth('deadLetters', '10m')}) > 0`,
    severity: 'warning',
    summary: '{{ $value | humanize }} logs of {{ $labels.route }} could be stored in no form ({{ $labels.reason }})',
    action: 'They are on the node; mend the reason and send them again with resend_dead_letters.rb',
  },
  {
    alert: 'DeadLettersRemoved',
    expr: `sum by (pod) (${growth('removedDeadLetters', '10m')} + ${growth('lostDeadLetters', '10m')}) > 0`,
    severity: 'critical',
    summary: 'Dead letters on the node of {{ $labels.pod }} were lost: there was no room for them',
    action: 'Send the others again before they go as well, or give them more disk (limits.deadLetterSize)',
  },
];

/** Page of the runbooks. */
const RUNBOOK = 'collector.md';

/** What to watch of the collector, and from when on it needs somebody. */
export const COLLECTOR_RULES: readonly RuleGroup[] = [
  { name: 'fluentd-up', runbook: RUNBOOK, rules: UP },
  { name: 'fluentd-reading', runbook: RUNBOOK, rules: READING },
  { name: 'fluentd-sending', runbook: RUNBOOK, rules: SENDING },
  { name: 'fluentd-dead-letters', runbook: RUNBOOK, rules: DEAD_LETTERS },
];
