import { EXPORTER_METRICS } from '../../../constructs/elasticsearch/monitoring/metrics';
import { dashboard } from '../model/dashboard';
import { lines, number } from '../model/panels';
import { elasticsearch, inRange, orZero, sum } from '../model/promql';
import { table } from '../model/tables';
import { textBox } from '../model/variables';
import { UIDS } from '../uids';
import { ELASTICSEARCH_CHOICE } from './cluster';

/** Series of the cluster that is chosen. */
const here = (metric: keyof typeof EXPORTER_METRICS, matchers = {}) =>
  elasticsearch(EXPORTER_METRICS[metric], { cluster: '$cluster', ...matchers });

/** Series that do not say of which cluster they are. */
const anywhere = (metric: keyof typeof EXPORTER_METRICS, matchers = {}) =>
  elasticsearch(EXPORTER_METRICS[metric], matchers);

/** Bytes of a gibibyte. */
const GIB = 1_073_741_824;

const sizes = sum(anywhere('streamSize'), 'data_stream');

/** How long logs are kept, what that takes, and how long the disks last. */
export const LIFECYCLE = dashboard({
  uid: UIDS.lifecycle,
  title: 'Logging: lifecycle and disks',
  description: 'Whether logs grow old as they should, what they take and cost, and how long the disks last',
  from: 'now-7d',
  variables: [ELASTICSEARCH_CHOICE, textBox('price', 'Price of a GiB a month', '0.10')],
  rows: [
    {
      title: 'Does it go on?',
      panels: [
        number({
          title: 'Indices whose lifecycle failed',
          description:
            'They are neither moved nor deleted, and fill their disk. Ask why, mend it, and tell Elasticsearch to try again.',
          queries: [{ expr: orZero(`count(${anywhere('lifecycleStep', { step: 'ERROR' })} == 1)`), legend: 'failed' }],
          unit: 'short',
          thresholds: { warning: 1 },
          alert: 'LifecycleStepFailed',
          width: 6,
        }),
        number({
          title: 'Lifecycle runs',
          description: 'Whether lifecycle management is on. Somebody may have stopped it, e.g. to restore a snapshot.',
          queries: [{ expr: `min(${anywhere('lifecycleMode', { operation_mode: 'RUNNING' })})`, legend: 'runs' }],
          unit: 'bool_yes_no',
          thresholds: { critical: 1, worse: 'less' },
          alert: 'LifecycleStopped',
          width: 6,
        }),
        number({
          title: 'Snapshots that failed',
          description: 'In the time shown. Ask the policy why: often the bucket, its credentials or the network.',
          queries: [{ expr: sum(inRange(anywhere('snapshotsFailed'))), legend: 'failed' }],
          unit: 'short',
          thresholds: { warning: 1 },
          alert: 'SnapshotFailed',
          none: 'no snapshots',
          width: 6,
        }),
        number({
          title: 'First disk refuses logs in',
          description:
            'When the fullest disk is 95 % full if it grows as in the time shown. Nothing is shown while none grows.',
          queries: [
            {
              expr: `min((${here('diskFree')} - 0.05 * ${here('diskSize')}) / (-1 * deriv(${here('diskFree')}[$__range]) > 0))`,
              legend: 'full in',
            },
          ],
          unit: 's',
          thresholds: { warning: 604_800, critical: 86_400, worse: 'less' },
          alert: 'ElasticsearchDiskFullInHours',
          none: 'none grows',
          width: 6,
        }),
      ],
    },
    {
      title: 'What do logs take?',
      panels: [
        lines({
          title: 'Size by route',
          description:
            'Bytes of the logs that are kept, copies included. A level line is one that is deleted as fast as it grows.',
          queries: [{ expr: sizes, legend: '{{data_stream}}' }],
          unit: 'bytes',
          stacked: true,
          width: 12,
        }),
        table({
          title: 'Cost by route',
          description:
            'At the price of a GiB above, of the disks alone. See docs/sizing.md for what makes logs cheaper.',
          by: { data_stream: 'Data stream' },
          columns: [
            { legend: 'Size', expr: sizes, unit: 'bytes' },
            { legend: 'A month', expr: `${sizes} / ${GIB} * $price`, unit: 'short' },
            {
              legend: 'Share',
              expr: `${sizes} / scalar(${sum(anywhere('streamSize'))})`,
              unit: 'percentunit',
              thresholds: { warning: 0.5 },
            },
          ],
          width: 12,
        }),
      ],
    },
    {
      title: 'Disks',
      panels: [
        lines({
          title: 'Used',
          description:
            'Share by node. From 85 % on a node gets no more shards, from 90 % on they are moved away, from 95 % on logs are refused.',
          queries: [{ expr: `1 - ${here('diskFree')} / ${here('diskSize')}`, legend: '{{name}}' }],
          unit: 'percentunit',
          thresholds: { warning: 0.85, critical: 0.9 },
          alert: 'ElasticsearchDiskHigh',
          width: 12,
        }),
        lines({
          title: 'Shards on the way',
          description: 'Shards that move to other nodes or are being built. They take disk and network from writing.',
          queries: [
            { expr: sum(here('relocatingShards')), legend: 'relocating' },
            { expr: sum(here('initializingShards')), legend: 'initialising' },
            { expr: sum(here('unassignedShards')), legend: 'without a node' },
          ],
          unit: 'short',
          width: 12,
        }),
      ],
    },
  ],
});
