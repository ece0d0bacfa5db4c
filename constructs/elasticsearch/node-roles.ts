/** Roles that Elasticsearch knows. */
export const NODE_ROLES = [
  'master',
  'voting_only',
  'data',
  'data_content',
  'data_hot',
  'data_warm',
  'data_cold',
  'data_frozen',
  'ingest',
  'ml',
  'remote_cluster_client',
  'transform',
] as const;

/**
 * What a node does in the cluster. A node without any role only coordinates requests.
 *
 * @see https://www.elastic.co/docs/deploy-manage/distributed-architecture/clusters-nodes-shards/node-roles
 */
export type NodeRole = (typeof NODE_ROLES)[number];

/** Tiers in the order in which data ages. */
const TIERS = ['data_content', 'data_hot', 'data_warm', 'data_cold', 'data_frozen'] as const;

/** Whether a node with `roles` can be elected master. */
export function isMasterEligible(roles: readonly NodeRole[]): boolean {
  return roles.includes('master');
}

/** Whether a node with `roles` holds shards, in whichever tier. */
export function holdsData(roles: readonly NodeRole[]): boolean {
  return roles.includes('data') || tiersOf(roles).length > 0;
}

/** Whether a node with `roles` elects and is elected, and serves no request of a client. */
export function isDedicatedMaster(roles: readonly NodeRole[]): boolean {
  return isMasterEligible(roles) && roles.every((role) => role === 'master' || role === 'voting_only');
}

/** The tiers among `roles`; the generic `data` is none of them. */
export function tiersOf(roles: readonly NodeRole[]): readonly NodeRole[] {
  return TIERS.filter((tier) => roles.includes(tier));
}

/**
 * Place of a node in a rolling restart: the coldest tier first, then hotter ones, then nodes without data, masters last,
 * so that a node of a newer version never has to hand a shard to an older one.
 *
 * @see https://www.elastic.co/docs/deploy-manage/upgrade/deployment-or-cluster/elasticsearch
 */
export function restartRank(roles: readonly NodeRole[]): number {
  if (isMasterEligible(roles)) return TIERS.length + 2;
  if (roles.includes('data')) return TIERS.length;
  const hottest = TIERS.findIndex((tier) => roles.includes(tier));
  return hottest < 0 ? TIERS.length + 1 : TIERS.length - 1 - hottest;
}
