import { METRICS } from '../../../constructs/fluentd/monitoring/metrics';
import { dashboard } from '../model/dashboard';
import { lines, number } from '../model/panels';
import { collector, inRange, orZero, rate, sum } from '../model/promql';
import { UIDS } from '../uids';
import { CLUSTER_CHOICE, NODE_CHOICE } from './variables';

/** Series of the collector of the node that is chosen. */
const here = (metric: string) => collector(metric, { node: '$node' });

/** One collector: what it reads, holds and sends. */
export const NODE = dashboard({
  uid: UIDS.node,
  title: 'Logging: one node',
  description: 'What the collector of a node reads, what it holds, and what becomes of it',
  variables: [CLUSTER_CHOICE, NODE_CHOICE],
  rows: [
    {
      title: 'How is it?',
      panels: [
        number({
          title: 'Answers',
          description: 'Whether Fluentd serves its metrics. If not, see the state and the log of the pod.',
          queries: [{ expr: `min(${here('up')})`, legend: 'up' }],
          unit: 'bool_yes_no',
          thresholds: { critical: 1, worse: 'less' },
          alert: 'FluentdDown',
          width: 4,
        }),
        number({
          title: 'Behind',
          description:
            'Bytes of log files that it has not taken yet. A few are usual; what grows is read too slowly or not at all.',
          queries: [{ expr: orZero(sum(here(METRICS.lag))), legend: 'behind' }],
          unit: 'bytes',
          thresholds: { warning: 100_000_000, critical: 1_000_000_000 },
          width: 4,
        }),
        number({
          title: 'Oldest log not sent',
          description:
            'Age of the oldest part of a buffer. Some seconds are usual; more means that an output is slow or away.',
          queries: [{ expr: `max(${here(METRICS.oldestChunk)})`, legend: 'age' }],
          unit: 's',
          thresholds: { warning: 60, critical: 180 },
          alert: 'ElasticsearchRefusesLogs',
          width: 4,
        }),
        number({
          title: 'Room in the buffer',
          description: 'Share that is free, of the output with least. When there is none, reading stops.',
          queries: [{ expr: `min(${here(METRICS.roomOfBuffer)})`, legend: 'room' }],
          unit: 'percentunit',
          thresholds: { warning: 0.5, critical: 0.05, worse: 'less' },
          alert: 'LogBufferFull',
          width: 4,
        }),
        number({
          title: 'Full in',
          description:
            'When the buffer is full if it goes on as in the last half hour. Nothing is shown while it does not grow.',
          queries: [
            {
              expr: `min(${here(METRICS.roomOfBuffer)} / (-1 * deriv(${here(METRICS.roomOfBuffer)}[30m]) > 0))`,
              legend: 'full in',
            },
          ],
          unit: 's',
          thresholds: { warning: 86_400, critical: 7_200, worse: 'less' },
          alert: 'LogBufferFullInHours',
          none: 'it does not grow',
          width: 4,
        }),
        number({
          title: 'Lost',
          description: 'Bytes of logs that were removed before they were read, in the time shown.',
          queries: [{ expr: orZero(sum(inRange(here(METRICS.lostBytes)))), legend: 'lost' }],
          unit: 'bytes',
          thresholds: { critical: 1 },
          alert: 'LogsLost',
          width: 4,
        }),
      ],
    },
    {
      title: 'What it reads',
      panels: [
        lines({
          title: 'Logs read',
          description: 'Logs a second, by route.',
          queries: [{ expr: sum(rate(here(METRICS.events)), 'route'), legend: '{{route}}' }],
          unit: 'cps',
          stacked: true,
          width: 12,
        }),
        lines({
          title: 'Behind',
          description:
            'Bytes of log files that are not read yet, by route. A saw is a file that is rotated while it is read.',
          queries: [{ expr: sum(here(METRICS.lag), 'route'), legend: '{{route}}' }],
          unit: 'bytes',
          stacked: true,
          width: 12,
        }),
      ],
    },
    {
      title: 'What it holds',
      panels: [
        lines({
          title: 'Room in the buffers',
          description: 'Share that is free, by output. It shrinks while an output is away, and grows when it is back.',
          queries: [{ expr: `min by (output) (${here(METRICS.roomOfBuffer)})`, legend: '{{output}}' }],
          unit: 'percentunit',
          alert: 'LogBufferFullInHours',
          width: 8,
        }),
        lines({
          title: 'Oldest log not sent',
          description: 'Age by output: how late a log is seen at most.',
          queries: [{ expr: `max by (output) (${here(METRICS.oldestChunk)})`, legend: '{{output}}' }],
          unit: 's',
          thresholds: { warning: 60, critical: 180 },
          width: 8,
        }),
        lines({
          title: 'Disk',
          description: 'What the collector keeps on the node by purpose, and what is available of that disk.',
          queries: [
            { expr: sum(here(METRICS.usedBytes), 'purpose'), legend: '{{purpose}}' },
            { expr: sum(here(METRICS.diskAvailable)), legend: 'available' },
          ],
          unit: 'bytes',
          width: 8,
        }),
      ],
    },
    {
      title: 'What becomes of it',
      panels: [
        lines({
          title: 'Documents by result',
          description:
            'Documents a second. All but `stored` and `already_stored` could not be stored as they were sent.',
          queries: [{ expr: sum(rate(here(METRICS.documents)), 'result'), legend: '{{result}}' }],
          unit: 'cps',
          stacked: true,
          alert: 'NoLogsStored',
          width: 8,
        }),
        lines({
          title: 'Requests by status',
          description: '429 and 503 mean that Elasticsearch is overloaded or not there. `none` is no answer at all.',
          queries: [{ expr: sum(rate(here(METRICS.requests)), 'status'), legend: '{{status}}' }],
          unit: 'reqps',
          alert: 'ElasticsearchRefusesLogs',
          width: 8,
        }),
        lines({
          title: 'Changed so that they could be stored',
          description: 'Logs a second by reason. Tell the team whose logs they are; nothing is lost.',
          queries: [{ expr: sum(rate(here(METRICS.changed)), 'reason'), legend: '{{reason}}' }],
          unit: 'cps',
          width: 8,
        }),
      ],
    },
    {
      title: 'Whose fault is it?',
      panels: [
        lines({
          title: 'Dead letters',
          description: 'Logs that could be stored in no form, by route and reason.',
          queries: [{ expr: sum(rate(here(METRICS.deadLetters)), 'route', 'reason'), legend: '{{route}}: {{reason}}' }],
          unit: 'cps',
          alert: 'DeadLetters',
          width: 8,
        }),
        lines({
          title: 'Cannot read',
          description:
            'Failures to read a file or a folder. The log of Fluentd names them: rights, SELinux, a failing disk.',
          queries: [{ expr: sum(rate(here(METRICS.readErrors))), legend: 'failures' }],
          unit: 'cps',
          alert: 'LogsUnreadable',
          width: 8,
        }),
        lines({
          title: 'Reading stopped',
          description: 'Pauses a second by route, because a buffer was full.',
          queries: [{ expr: sum(rate(here(METRICS.pauses)), 'route'), legend: '{{route}}' }],
          unit: 'cps',
          alert: 'LogReadingPaused',
          width: 8,
        }),
      ],
    },
  ],
});
