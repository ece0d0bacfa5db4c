import { EXPORTER_METRICS } from '../../../constructs/elasticsearch/monitoring/metrics';
import { dashboard } from '../model/dashboard';
import { lines, number } from '../model/panels';
import { elasticsearch, inRange, rate, sum } from '../model/promql';
import { choice } from '../model/variables';
import { UIDS } from '../uids';

/** Series of the cluster that is chosen. */
const here = (metric: keyof typeof EXPORTER_METRICS, matchers = {}) =>
  elasticsearch(EXPORTER_METRICS[metric], { cluster: '$cluster', ...matchers });

/** How long one of them takes, in seconds, by node. */
const latency = (time: string, count: string) => `${sum(rate(time), 'name')} / ${sum(rate(count), 'name')}`;

/** Which cluster of Elasticsearch. */
export const ELASTICSEARCH_CHOICE = choice({
  name: 'cluster',
  label: 'Elasticsearch',
  of: elasticsearch(EXPORTER_METRICS.health),
});

/** Whether Elasticsearch takes logs and answers questions, and which node holds it up. */
export const ELASTICSEARCH = dashboard({
  uid: UIDS.elasticsearch,
  title: 'Logging: Elasticsearch',
  description: 'Whether Elasticsearch takes logs and answers questions, and which node holds it up',
  variables: [ELASTICSEARCH_CHOICE],
  rows: [
    {
      title: 'How is it?',
      panels: [
        number({
          title: 'Red',
          description:
            'Whether a primary shard is nowhere: its logs are neither found nor taken. See which, and bring its node back.',
          queries: [{ expr: `max(${here('health', { color: 'red' })})`, legend: 'red' }],
          unit: 'bool_yes_no',
          thresholds: { critical: 1 },
          alert: 'ElasticsearchRed',
          width: 4,
        }),
        number({
          title: 'Shards without a node',
          description: 'Copies of logs that are nowhere. They come back by themselves when a node is back or has room.',
          queries: [{ expr: sum(here('unassignedShards')), legend: 'unassigned' }],
          unit: 'short',
          thresholds: { warning: 1 },
          alert: 'ElasticsearchYellow',
          width: 4,
        }),
        number({
          title: 'Nodes',
          description:
            'Nodes that are in the cluster. Fewer than were deployed means that some do not start or not find it.',
          queries: [{ expr: sum(here('nodes')), legend: 'nodes' }],
          unit: 'short',
          alert: 'ElasticsearchNodeMissing',
          width: 4,
        }),
        number({
          title: 'Writes refused',
          description:
            'Batches of logs that were refused in the time shown, because a queue was full. Fluentd sends them again.',
          queries: [{ expr: sum(inRange(here('rejected', { type: 'write' }))), legend: 'refused' }],
          unit: 'short',
          thresholds: { warning: 1 },
          alert: 'ElasticsearchRejectsWrites',
          width: 4,
        }),
        number({
          title: 'Fullest heap',
          description:
            'Share of the heap that is in use on the node with least. Above 85 % for long, it needs memory or fewer shards.',
          queries: [
            {
              expr: `max(${here('heapUsed', { area: 'heap' })} / ${here('heapMost', { area: 'heap' })})`,
              legend: 'heap',
            },
          ],
          unit: 'percentunit',
          thresholds: { warning: 0.85, critical: 0.95 },
          alert: 'ElasticsearchHeapFull',
          width: 4,
        }),
        number({
          title: 'Fullest disk',
          description:
            'Share that is used of the fullest disk. From 90 % on shards are moved away, from 95 % on logs are refused.',
          queries: [{ expr: `max(1 - ${here('diskFree')} / ${here('diskSize')})`, legend: 'disk' }],
          unit: 'percentunit',
          thresholds: { warning: 0.85, critical: 0.9 },
          alert: 'ElasticsearchDiskHigh',
          width: 4,
        }),
      ],
    },
    {
      title: 'Writing',
      panels: [
        lines({
          title: 'Documents indexed',
          description:
            'Documents a second by node, copies included. One node far above others has too many of the shards written to.',
          queries: [{ expr: sum(rate(here('indexed')), 'name'), legend: '{{name}}' }],
          unit: 'wps',
          stacked: true,
          width: 8,
        }),
        lines({
          title: 'Time to index a document',
          description: 'By node. When it rises, see the processor, the disk and the merges of that node.',
          queries: [{ expr: latency(here('indexTime'), here('indexed')), legend: '{{name}}' }],
          unit: 's',
          width: 8,
        }),
        lines({
          title: 'Writes that wait',
          description: 'Batches in the queue for writing, by node. A queue that stays full refuses.',
          queries: [{ expr: sum(here('queued', { type: 'write' }), 'name'), legend: '{{name}}' }],
          unit: 'short',
          alert: 'ElasticsearchRejectsWrites',
          width: 8,
        }),
      ],
    },
    {
      title: 'Searching',
      panels: [
        lines({
          title: 'Searches',
          description: 'Searches of shards a second, by node: people in Kibana, its rules, and Grafana.',
          queries: [{ expr: sum(rate(here('searches')), 'name'), legend: '{{name}}' }],
          unit: 'reqps',
          width: 8,
        }),
        lines({
          title: 'Time of a search',
          description: 'Of one shard, by node. Long searches are often over long times, or of text below `json`.',
          queries: [{ expr: latency(here('searchTime'), here('searches')), legend: '{{name}}' }],
          unit: 's',
          width: 8,
        }),
        lines({
          title: 'Tasks of the master that wait',
          description:
            'Changes of the cluster that its master has not made yet. Many shards or many new fields make them.',
          queries: [{ expr: here('pendingTasks'), legend: '{{cluster}}' }],
          unit: 'short',
          alert: 'ElasticsearchTasksWait',
          width: 8,
        }),
      ],
    },
    {
      title: 'Nodes',
      panels: [
        lines({
          title: 'Processor',
          description: 'Percent of the processor time of a node that Elasticsearch uses.',
          queries: [{ expr: here('cpu'), legend: '{{name}}' }],
          unit: 'percent',
          width: 8,
        }),
        lines({
          title: 'Heap',
          description: 'Share in use, by node. A saw is healthy; what stays high after collections is not.',
          queries: [
            {
              expr: `${here('heapUsed', { area: 'heap' })} / ${here('heapMost', { area: 'heap' })}`,
              legend: '{{name}}',
            },
          ],
          unit: 'percentunit',
          thresholds: { critical: 0.95 },
          alert: 'ElasticsearchHeapFull',
          width: 8,
        }),
        lines({
          title: 'Time for garbage collection',
          description: 'Share of the time, by node. Above a tenth, the heap is too small for what the node does.',
          queries: [{ expr: sum(rate(here('collecting')), 'name'), legend: '{{name}}' }],
          unit: 'percentunit',
          thresholds: { critical: 0.1 },
          width: 8,
        }),
      ],
    },
  ],
});
