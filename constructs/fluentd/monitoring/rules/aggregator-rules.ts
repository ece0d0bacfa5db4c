import type { RuleGroup } from '../../../core';
import type { Installation } from '../../installation';
import { JOB, series } from '../metrics';
import { growth } from './growth';

/**
 * What can be wrong between nodes and aggregators, besides what can be wrong with any Fluentd (`COLLECTOR_RULES`).
 *
 * @param own the StatefulSet of the aggregators
 */
export function aggregatorRules({ namespace, name }: Installation): RuleGroup {
  return {
    name: 'fluentd-aggregators',
    runbook: 'collector.md',
    rules: [
      {
        alert: 'AggregatorsAbsent',
        expr: `absent(up{job="${JOB}",namespace="${namespace}",pod=~"${name}-[0-9]+"})`,
        for: '10m',
        severity: 'critical',
        summary: 'No aggregator is scraped: nobody knows whether logs are stored',
        action: 'See whether the StatefulSet has pods, and whether Prometheus finds and may reach them',
      },
      {
        alert: 'AggregatorRestarts',
        expr: `max by (pod) (resets(${series('received')}[1h])) > 3`,
        severity: 'warning',
        summary: '{{ $labels.pod }} has begun again {{ $value }} times within an hour',
        action:
          'See the last state of its container: when it was killed for its memory, give it more, or add pods that share the nodes',
      },
      {
        alert: 'AggregatorRefusesLogs',
        expr: `sum by (pod, reason) (${growth('refusedMessages', '5m')}) > 0`,
        for: '10m',
        severity: 'warning',
        summary: '{{ $labels.pod }} has refused logs of nodes for ten minutes ({{ $labels.reason }})',
        action:
          'full: make its outputs take logs; memory: give it more; nothing is lost while the buffers of the nodes have room',
      },
      {
        alert: 'AggregatorsUnreachable',
        expr: `sum by (reason) (${growth('forwardFailures', '5m')}) > 0 unless on () sum(${growth('forwarded', '5m')}) > 0`,
        for: '10m',
        severity: 'critical',
        summary: 'No node has delivered logs to the aggregators for ten minutes ({{ $labels.reason }})',
        action:
          'See whether the aggregators run, and whether their certificate and the shared key are those of the nodes',
      },
    ],
  };
}
