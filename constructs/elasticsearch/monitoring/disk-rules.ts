import type { AlertRule } from '../../core';
import { WATERMARKS, type Watermark } from '../sizing/limits';
import { series } from './metrics';

/** Bytes of a disk that are free when it is filled up to a watermark. */
function freeAt({ ratio, maxHeadroom }: Watermark): string {
  return `clamp_max(${Math.round((1 - ratio) * 100) / 100} * ${series('diskSize')}, ${maxHeadroom})`;
}

/** Disks against the watermarks from which Elasticsearch acts, the same ones that sizes are planned with. */
export const DISKS: readonly AlertRule[] = [
  {
    alert: 'ElasticsearchDiskFullInHours',
    expr: `predict_linear(${series('diskFree')}[6h], 6 * 3600) < ${freeAt(WATERMARKS.floodStage)}`,
    for: '30m',
    severity: 'warning',
    summary:
      'The disk of {{ $labels.name }} is so full within six hours that it takes no more logs, if it goes on like this',
    action: 'Find what grows, keep logs for a shorter time, or give the node set more disk or nodes',
  },
  {
    alert: 'ElasticsearchDiskHigh',
    expr: `${series('diskFree')} < ${freeAt(WATERMARKS.high)}`,
    for: '15m',
    severity: 'warning',
    summary:
      'The disk of {{ $labels.name }} has {{ $value | humanize1024 }}B left: Elasticsearch moves shards away from it',
    action: 'Keep logs for a shorter time, or give the node set more disk or nodes',
  },
  {
    alert: 'ElasticsearchDiskFull',
    expr: `${series('diskFree')} < ${freeAt(WATERMARKS.floodStage)}`,
    for: '1m',
    severity: 'critical',
    summary: 'The disk of {{ $labels.name }} has {{ $value | humanize1024 }}B left: every index on it refuses logs',
    action: 'Make room at once: delete the oldest index that nobody needs, then mend what filled the disk',
  },
];
