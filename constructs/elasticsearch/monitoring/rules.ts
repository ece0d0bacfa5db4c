import type { RuleGroup } from '../../core';
import { healthRules, LOAD, REACHED } from './cluster-rules';
import { DISKS } from './disk-rules';
import { LIFECYCLE, snapshotRules } from './lifecycle-rules';

/** What the rules of a cluster depend on. */
export interface ElasticsearchRulesOptions {
  /** Nodes that the cluster has. */
  readonly nodes: number;

  /**
   * Names of its policies for snapshots.
   *
   * @default - none
   */
  readonly snapshotPolicies?: readonly string[];
}

/** Page of the runbooks. */
const RUNBOOK = 'elasticsearch.md';

/** What to watch of a cluster by the metrics of an `ElasticsearchExporter`, and from when on it needs somebody. */
export function elasticsearchRules({ nodes, snapshotPolicies = [] }: ElasticsearchRulesOptions): RuleGroup[] {
  const groups = {
    'elasticsearch-reached': REACHED,
    'elasticsearch-health': healthRules(nodes),
    'elasticsearch-load': LOAD,
    'elasticsearch-disks': DISKS,
    'elasticsearch-lifecycle': LIFECYCLE,
    'elasticsearch-snapshots': snapshotRules(snapshotPolicies),
  };
  return Object.entries(groups)
    .filter(([, rules]) => rules.length > 0)
    .map(([name, rules]) => ({ name, runbook: RUNBOOK, rules }));
}
