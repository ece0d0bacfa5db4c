import type { RuleGroup } from '../../../constructs/core';
import { elasticsearchRules } from '../../../constructs/elasticsearch/monitoring/rules';
import { abnormalRule } from '../../../constructs/fluentd/monitoring/abnormal';
import { CANARY_RULES } from '../../../constructs/fluentd/monitoring/canary';
import { COLLECTOR_RULES } from '../../../constructs/fluentd/monitoring/rules/collector-rules';

const GROUPS: readonly RuleGroup[] = [
  ...COLLECTOR_RULES,
  { name: 'abnormal-logs', runbook: 'collector.md', rules: [abnormalRule({})] },
  CANARY_RULES,
  ...elasticsearchRules({ nodes: 1, snapshotPolicies: ['daily'] }),
];

/**
 * The page with the runbook of an alert.
 *
 * @throws Error if it is none of ours
 */
export function runbookPage(alert: string): string {
  const group = GROUPS.find(({ rules }) => rules.some((rule) => 'alert' in rule && rule.alert === alert));
  if (group?.runbook === undefined) throw new Error(`alert ${alert} has no runbook; a panel cannot lead to it`);
  return group.runbook;
}
