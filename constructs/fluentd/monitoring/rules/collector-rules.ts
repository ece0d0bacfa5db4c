import type { AlertRule, RuleGroup } from '../../../core';
import { JOB, series } from '../metrics';
import { appeared, growth } from './growth';
import { INPUT_RULES } from './input-rules';
import { DISK_RULES, SILENCE_RULES } from './node-rules';
import { OUTPUT_RULES, SENDING_RULES } from './sending-rules';

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
    alert: 'LogsWaitForLabels',
    expr: `max by (pod) (${series('waitingFiles')}) > 0`,
    for: '5m',
    severity: 'warning',
    summary:
      'Fluentd on {{ $labels.pod }} does not read {{ $value }} log files, since it does not know the labels of their pods',
    action: 'Its log says what the API server answers; what the kubelet rotates away meanwhile is lost',
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
  {
    alert: 'LogReadingLags',
    // A file of the kubelet has 10 MiB.
    expr: `sum by (pod, route) (${series('lag')}) > 10 * 1024 * 1024 and sum by (pod, route) (deriv(${series('lag')}[15m])) > 0`,
    for: '15m',
    severity: 'warning',
    summary:
      'Reading of the logs of {{ $labels.route }} on {{ $labels.pod }} is {{ $value | humanize1024 }}B behind, and falls back',
    action: 'Give Fluentd more CPU, or find the container that logs so much; the kubelet removes what it rotates away',
  },
];

const DEAD_LETTERS: AlertRule[] = [
  {
    alert: 'DeadLetters',
    expr: `sum by (pod, route, reason) ${appeared('deadLetters', '10m')} > 0`,
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

const CERTIFICATES: AlertRule[] = [
  {
    alert: 'ElasticsearchCertificateExpires',
    // Of all pods the newest is right: connections that stay open have seen an older one.
    expr: `(max by (host) (${series('certificateExpires')}) - time()) / 86400 < 30`,
    for: '1h',
    severity: 'warning',
    summary:
      'The certificate of {{ $labels.host }} expires in {{ $value | humanize }} days; then no log is sent any more',
    action: 'Renew it; certificates that were made at the same time expire with it',
  },
  {
    alert: 'CollectorCertificateExpires',
    // Of each the oldest: a pod that has not got the new one yet will be the one that fails.
    expr: `(min by (namespace, certificate) (${series('ownCertificateExpires')}) - time()) / 86400 < 21`,
    for: '1h',
    severity: 'warning',
    summary:
      'The certificate {{ $labels.certificate }} of Fluentd in {{ $labels.namespace }} expires in {{ $value | humanize }} days; then nobody can send to it or ask for its metrics',
    action: 'Renew its Secret, and restart the pods, which read most certificates when they start',
  },
];

/** Page of the runbooks. */
const RUNBOOK = 'collector.md';

/** What to watch of the collector, and from when on it needs somebody. */
export const COLLECTOR_RULES: readonly RuleGroup[] = [
  { name: 'fluentd-up', runbook: RUNBOOK, rules: UP },
  { name: 'fluentd-reading', runbook: RUNBOOK, rules: READING },
  { name: 'fluentd-sending', runbook: RUNBOOK, rules: SENDING_RULES },
  { name: 'fluentd-outputs', runbook: RUNBOOK, rules: OUTPUT_RULES },
  { name: 'fluentd-inputs', runbook: RUNBOOK, rules: INPUT_RULES },
  { name: 'fluentd-disk', runbook: RUNBOOK, rules: DISK_RULES },
  { name: 'fluentd-silence', runbook: RUNBOOK, rules: SILENCE_RULES },
  { name: 'fluentd-dead-letters', runbook: RUNBOOK, rules: DEAD_LETTERS },
  { name: 'fluentd-certificates', runbook: RUNBOOK, rules: CERTIFICATES },
];
