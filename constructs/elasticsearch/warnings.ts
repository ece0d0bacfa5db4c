import { isMasterEligible } from './node-roles';
import type { NodeSetProps } from './props';

/** Annotation of a cluster's PodDisruptionBudget, one warning a line; there is none if nothing is to be said. */
export const WARNINGS_ANNOTATION = 'cdk8s-efk/warnings';

/** What a cluster works without and should not go without, one sentence each: right for trying out, not for logs that matter. */
export function warningsOf(nodeSets: readonly Pick<NodeSetProps, 'roles' | 'replicas'>[]): string[] {
  const masters = count(nodeSets.filter(({ roles }) => isMasterEligible(roles)));
  const hot = count(nodeSets.filter(({ roles }) => roles.includes('data') || roles.includes('data_hot')));
  return [
    ...(masters === 1
      ? [
          'masters should be at least 3, since without the only one no node answers, and with its volume the cluster is lost, got 1; add 2',
        ]
      : []),
    ...(hot === 1
      ? [
          "nodes with 'data_hot' or 'data' should be at least 2, since logs of an only one have no copy and wait while it restarts, got 1; add one",
        ]
      : []),
  ];
}

function count(nodeSets: readonly Pick<NodeSetProps, 'replicas'>[]): number {
  return nodeSets.reduce((sum, { replicas }) => sum + replicas, 0);
}
