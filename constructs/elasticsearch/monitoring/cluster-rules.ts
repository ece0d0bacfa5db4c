import type { AlertRule } from '../../core';
import { EXPORTER_JOB, series } from './metrics';

const UP = `up{job="${EXPORTER_JOB}"}`;

/** Whether the exporter and the cluster answer at all: without them no other rule can tell anything. */
export const REACHED: readonly AlertRule[] = [
  {
    alert: 'ElasticsearchUnwatched',
    expr: `absent(${UP} == 1)`,
    for: '10m',
    severity: 'warning',
    summary: 'The exporter of Elasticsearch serves no metrics: nobody knows how the cluster is',
    action: 'See the state and the log of its pod, and whether Prometheus finds and may reach it',
  },
  {
    alert: 'ElasticsearchUnreachable',
    expr: `max by (job) (${UP}) == 1 unless on (job) ${series('nodes')}`,
    for: '5m',
    severity: 'critical',
    summary: 'Elasticsearch does not answer the exporter: logs are neither stored nor found',
    action: 'See the pods of Elasticsearch, their logs, and whether a master is elected',
  },
  {
    alert: 'ElasticsearchMetricsIncomplete',
    expr: `${series('collected')} == 0 and on (job) ${series('nodes')}`,
    for: '15m',
    severity: 'warning',
    summary: 'The exporter gets no metrics of {{ $labels.collector }}: alerts that need them cannot come',
    action: 'Its log says what Elasticsearch answers; often the role of its user lacks a privilege',
  },
];

/** Whether the cluster keeps all copies of the logs, on all of its `nodes`. */
export function healthRules(nodes: number): AlertRule[] {
  return [
    {
      alert: 'ElasticsearchRed',
      expr: `${series('health', 'color="red"')} == 1`,
      for: '5m',
      severity: 'critical',
      summary: 'Elasticsearch is red: some logs can be neither found nor stored',
      action: 'Find the shards without a primary copy, and the node that had it',
    },
    {
      alert: 'ElasticsearchYellow',
      expr: `${series('health', 'color="yellow"')} == 1`,
      for: '30m',
      severity: 'warning',
      summary: 'Elasticsearch has been yellow for half an hour: some logs have a copy less than they should',
      action: 'Ask why the copies are not allocated: a node that is away, a full disk, too few nodes',
    },
    {
      alert: 'ElasticsearchNodeMissing',
      expr: `${series('nodes')} < ${nodes}`,
      for: '15m',
      severity: 'warning',
      summary: `{{ $value }} of ${nodes} nodes are in the cluster`,
      action: 'See which pod is not ready, and why',
    },
  ];
}

/** Whether the nodes can still do what is asked of them. */
export const LOAD: readonly AlertRule[] = [
  {
    alert: 'ElasticsearchHeapFull',
    expr: `min_over_time(${series('heapUsed', 'area="heap"')}[15m]) / ${series('heapMost', 'area="heap"')} > 0.85`,
    for: '5m',
    severity: 'warning',
    summary:
      'The heap of {{ $labels.name }} has not been below {{ $value | humanizePercentage }} for a quarter of an hour',
    action: 'Give the node set more memory, or it less to do: fewer shards, smaller searches',
  },
  {
    alert: 'ElasticsearchBreakerTripped',
    expr: `sum by (name, breaker) (increase(${series('breakers')}[10m])) > 0`,
    severity: 'warning',
    summary: '{{ $labels.name }} has refused requests that would have taken too much memory ({{ $labels.breaker }})',
    action: 'Find the searches or the shards that need so much; more memory helps if there are none',
  },
  {
    alert: 'ElasticsearchTasksWait',
    expr: `${series('taskWait')} > 30000`,
    for: '5m',
    severity: 'warning',
    summary: 'Changes of the cluster have waited for {{ $value }} ms: its master does not keep up',
    action: 'See what waits, and whether the masters have enough processor time and memory',
  },
  {
    alert: 'ElasticsearchRejectsWrites',
    expr: `sum by (name) (increase(${series('rejected', 'type="write"')}[10m])) > 0`,
    for: '10m',
    severity: 'warning',
    summary: '{{ $labels.name }} has refused writes for ten minutes; Fluentd sends them again, later and later',
    action: 'Add hot nodes or processor time, or find who suddenly logs so much',
  },
  {
    alert: 'ElasticsearchShardsNearLimit',
    expr: `max by (job, cluster) (${series('shardsCapacity', 'color=~"yellow|red"')}) == 1`,
    for: '5m',
    severity: 'warning',
    summary: 'The cluster has nearly as many shards as it may have; then no index can be made any more',
    action: 'Keep logs for a shorter time, roll over later, or add data nodes',
  },
];
