import type { AlertRule } from '../../../core';
import { JOB, METRICS, series } from '../metrics';

/** The disk on which the collector has its buffer. The kubelet evicts pods at 10 % (nodefs.available). */
export const DISK_RULES: readonly AlertRule[] = [
  {
    alert: 'LogNodeDiskFull',
    expr: `${series('diskAvailable')} / ${series('diskSize')} < 0.15 or predict_linear(${series('diskAvailable')}[1h], 4 * 3600) < 0`,
    for: '15m',
    severity: 'warning',
    summary: 'The disk of the node of {{ $labels.pod }} is full, or will be within four hours',
    action: 'See what takes it: buffer and dead letters are fluentd_node_used_bytes, the rest is of others',
  },
];

/** What a place has logged in the hour before the last one, and has not in the last one. Once a minute is logging. */
function fallenSilent(by: string, metric: string): string {
  const before = `sum by (${by}) (increase(${metric}[1h] offset 1h)) > 60`;
  return `${before} unless sum by (${by}) (increase(${metric}[1h])) > 0`;
}

/** Further namespaces are counted together, so that nobody can tell which of them is silent. */
const OF_NAMESPACES = `${METRICS.records}{job="${JOB}",namespace!="_other"}`;

/** Logs that came and do not come any more. */
export const SILENCE_RULES: readonly AlertRule[] = [
  {
    alert: 'NodeStoppedLogging',
    // A node that is gone has no Fluentd either.
    expr: `(${fallenSilent('node', series('events'))}) and on (node) up{job="${JOB}"} == 1`,
    for: '5m',
    severity: 'warning',
    summary: 'No container on the node {{ $labels.node }} has logged for an hour, and they did before',
    action: 'See whether its containers run and where they log to, and what the log of its Fluentd says',
  },
  {
    alert: 'NamespaceStoppedLogging',
    expr: fallenSilent('namespace', OF_NAMESPACES),
    for: '5m',
    severity: 'warning',
    summary: 'No container of the namespace {{ $labels.namespace }} has logged for an hour, and they did before',
    action:
      'See whether its workloads run; where they were removed or stopped on purpose it ends by itself within an hour',
  },
];
