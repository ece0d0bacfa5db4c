import { METRICS } from '../../../constructs/fluentd/monitoring/metrics';
import { dashboard } from '../model/dashboard';
import { dashboardLink } from '../model/links';
import { lines, number } from '../model/panels';
import { collector, inRange, most, orZero, rate, sum, top } from '../model/promql';
import { table } from '../model/tables';
import { UIDS } from '../uids';
import { CLUSTER_CHOICE, COLLECTOR_UP } from './variables';

/** All collectors at a glance: whether anything is lost, and which node to look at. */
export const FLEET = dashboard({
  uid: UIDS.collectors,
  title: 'Logging: collectors',
  description: 'Whether all logs are collected and stored, and which node to look at if they are not',
  variables: [CLUSTER_CHOICE],
  rows: [
    {
      title: 'Is anything lost or late?',
      panels: [
        number({
          title: 'Collectors that answer',
          description: 'Share of the pods of Fluentd that serve metrics. See the state and the log of the others.',
          queries: [{ expr: `avg(${COLLECTOR_UP})`, legend: 'up' }],
          unit: 'percentunit',
          thresholds: { warning: 1, critical: 0.95, worse: 'less' },
          alert: 'FluentdDown',
          width: 4,
        }),
        number({
          title: 'Lost before they were read',
          description: 'Bytes of logs that the kubelet removed first, in the time shown. Find what held reading back.',
          queries: [{ expr: orZero(sum(inRange(collector(METRICS.lostBytes)))), legend: 'lost' }],
          unit: 'bytes',
          thresholds: { critical: 1 },
          alert: 'LogsLost',
          width: 4,
        }),
        number({
          title: 'Dead letters',
          description:
            'Logs that could be stored in no form, in the time shown. They are on their node; mend the reason and send them again.',
          queries: [{ expr: orZero(sum(inRange(collector(METRICS.deadLetters)))), legend: 'dead letters' }],
          unit: 'short',
          thresholds: { warning: 1 },
          alert: 'DeadLetters',
          width: 4,
        }),
        number({
          title: 'Pauses of reading',
          description:
            'Times that reading stopped because a buffer was full, in the time shown. Make Elasticsearch take the logs.',
          queries: [{ expr: orZero(sum(inRange(collector(METRICS.pauses)))), legend: 'pauses' }],
          unit: 'short',
          thresholds: { warning: 1 },
          alert: 'LogReadingPaused',
          width: 4,
        }),
        number({
          title: 'Least room in a buffer',
          description: 'Of the node whose buffer is fullest. When there is none, reading stops.',
          queries: [{ expr: `min(${collector(METRICS.roomOfBuffer)})`, legend: 'room' }],
          unit: 'percentunit',
          thresholds: { warning: 0.5, critical: 0.05, worse: 'less' },
          alert: 'LogBufferFull',
          width: 4,
        }),
        number({
          title: 'Workloads with abnormal logs',
          description: 'Workloads that have written an error, an exception or a 5xx within the last minutes.',
          queries: [
            {
              expr: orZero(`count(${sum(collector(METRICS.abnormal), 'namespace', 'container')} > 0)`),
              legend: 'workloads',
            },
          ],
          unit: 'short',
          alert: 'AbnormalLogs',
          width: 4,
        }),
      ],
    },
    {
      title: 'Traffic',
      panels: [
        lines({
          title: 'Logs read',
          description:
            'Logs a second that the buffers have taken, by route. A route that falls to nothing has lost its source.',
          queries: [{ expr: sum(rate(collector(METRICS.events)), 'route'), legend: '{{route}}' }],
          unit: 'cps',
          stacked: true,
          width: 12,
        }),
        lines({
          title: 'What became of them',
          description:
            'Documents a second by result: all but `stored` and `already_stored` could not be stored as they were sent.',
          queries: [{ expr: sum(rate(collector(METRICS.documents)), 'result'), legend: '{{result}}' }],
          unit: 'cps',
          stacked: true,
          alert: 'NoLogsStored',
          width: 12,
        }),
      ],
    },
    {
      title: 'How late are logs seen?',
      panels: [
        lines({
          title: 'Delay of the canary',
          description:
            'Seconds from a line that a node writes each minute until it is stored, of the ten slowest. It needs `canary`.',
          queries: [{ expr: top(10, most(collector(METRICS.canaryDelay), 'node')), legend: '{{node}}' }],
          unit: 's',
          thresholds: { warning: 60, critical: 180 },
          alert: 'LogsArriveLate',
          none: 'no canary',
          width: 12,
        }),
        lines({
          title: 'Oldest log not sent',
          description:
            'Age of the oldest part of a buffer, of the ten nodes that are latest. More than a minute means a slow output.',
          queries: [{ expr: top(10, most(collector(METRICS.oldestChunk), 'node')), legend: '{{node}}' }],
          unit: 's',
          thresholds: { warning: 60, critical: 180 },
          alert: 'ElasticsearchRefusesLogs',
          width: 12,
        }),
      ],
    },
    {
      title: 'Which node?',
      panels: [
        table({
          title: 'Nodes',
          description: 'The nodes with least room first. A node leads to its dashboard.',
          by: { node: 'Node' },
          columns: [
            {
              legend: 'Room',
              expr: `min by (node) (${collector(METRICS.roomOfBuffer)})`,
              unit: 'percentunit',
              thresholds: { warning: 0.5, critical: 0.05, worse: 'less' },
            },
            { legend: 'Up', expr: `min by (node) (${COLLECTOR_UP})`, unit: 'bool_yes_no' },
            { legend: 'Behind', expr: sum(collector(METRICS.lag), 'node'), unit: 'bytes' },
            { legend: 'Oldest', expr: most(collector(METRICS.oldestChunk), 'node'), unit: 's' },
            { legend: 'Logs/s', expr: sum(rate(collector(METRICS.events)), 'node'), unit: 'cps' },
            {
              legend: 'Lost',
              expr: sum(inRange(collector(METRICS.lostBytes)), 'node'),
              unit: 'bytes',
              thresholds: { critical: 1 },
            },
            {
              legend: 'Dead letters',
              expr: sum(inRange(collector(METRICS.deadLetters)), 'node'),
              unit: 'short',
              thresholds: { warning: 1 },
            },
            {
              legend: 'Cannot read',
              expr: sum(inRange(collector(METRICS.readErrors)), 'node'),
              unit: 'short',
              thresholds: { warning: 1 },
            },
          ],
          link: dashboardLink('This node', UIDS.node, 'var-node=${__data.fields.Node}'),
          alert: 'LogBufferFullInHours',
          width: 24,
        }),
      ],
    },
    {
      title: 'What Elasticsearch says',
      panels: [
        lines({
          title: 'Requests by status',
          description:
            '429 and 503 mean that it is overloaded or not there: Fluentd waits and sends again. `none` is no answer at all.',
          queries: [{ expr: sum(rate(collector(METRICS.requests)), 'status'), legend: '{{status}}' }],
          unit: 'reqps',
          alert: 'ElasticsearchRefusesLogs',
          width: 12,
        }),
        lines({
          title: 'Documents sent again',
          description:
            'Refused for a while, by route. Lasting repeats mean that a node of Elasticsearch does not keep up.',
          queries: [{ expr: top(10, sum(rate(collector(METRICS.repeatedDocuments)), 'route')), legend: '{{route}}' }],
          unit: 'cps',
          width: 12,
        }),
      ],
    },
  ],
});
