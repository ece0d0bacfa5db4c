import { heapMiB } from '../heap';
import { holdsData, isMasterEligible, type NodeRole } from '../node-roles';
import type { NodeSetProps } from '../props';
import { bytesText } from './format';
import { DATA_TIERS, type DataTier, demandOf, type RouteIngest, type TierDemand, withMargin } from './ingest';
import { bytesBelow, INDICES_PER_MASTER_HEAP_GIB, MAX_SHARDS_PER_NODE, WATERMARKS } from './limits';

/** A cluster and the logs that it is to hold. */
export interface SizingInput {
  /** The nodes. */
  readonly nodeSets: readonly Pick<NodeSetProps, 'name' | 'roles' | 'replicas' | 'memory' | 'storage'>[];

  /** The logs. */
  readonly ingests: readonly RouteIngest[];
}

/** What the logs of a route occupy in a tier. */
export interface RouteDemand extends TierDemand {
  /** Name of the route. */
  readonly route: string;

  /** The tier. */
  readonly tier: DataTier;
}

/** What is wrong with the size of a cluster, with the arithmetic; empty if the logs fit. */
export function sizingMistakes(input: SizingInput): string[] {
  return [...diskMistakes(input), ...shardMistakes(input), ...masterMistakes(input)];
}

/** What the logs occupy in `tier`, by route. */
export function demandsIn({ ingests }: SizingInput, tier: DataTier): RouteDemand[] {
  return ingests.flatMap((ingest) => {
    const demand = demandOf(ingest, tier);
    return demand ? [{ route: ingest.route, tier, ...demand }] : [];
  });
}

/** Node sets on which Elasticsearch puts the data of `tier`: those of the tier, or of the next hotter one that there is. */
export function nodeSetsOf({ nodeSets }: SizingInput, tier: DataTier): SizingInput['nodeSets'] {
  const preference = DATA_TIERS.slice(0, DATA_TIERS.indexOf(tier) + 1).reverse();
  const byTier = preference.map((name) => {
    const role: NodeRole = `data_${name}`;
    return nodeSets.filter(({ roles }) => roles.includes(role) || roles.includes('data'));
  });
  return byTier.find((sets) => sets.length > 0) ?? [];
}

/** Bytes that the disks of `nodeSets` may hold below the low watermark. */
export function capacityOf(nodeSets: SizingInput['nodeSets']): number {
  return nodeSets.reduce((sum, { replicas, storage }) => sum + replicas * bytesBelow(WATERMARKS.low, storage), 0);
}

/**
 * Data fits exactly if the data of any tiers together fits on the nodes that take at least one of them (Hall's theorem):
 * a node may take several tiers.
 */
function diskMistakes(input: SizingInput): string[] {
  const short: (readonly DataTier[])[] = [];
  return TIER_SETS.flatMap((tiers) => {
    const demands = tiers.map((tier) => demandsIn(input, tier));
    const known = short.some((smaller) => smaller.every((tier) => tiers.includes(tier)));
    if (known || demands.some((demand) => demand.length === 0)) return [];

    const nodeSets = input.nodeSets.filter((set) => tiers.some((tier) => nodeSetsOf(input, tier).includes(set)));
    const needed = withMargin(sumOf(demands.flat(), 'bytes'));
    const capacity = capacityOf(nodeSets);
    // Less than a byte is what fractions are rounded by: a plan of just enough nodes would be refused for it.
    if (nodeSets.length === 0 || needed - capacity < 1) return [];

    short.push(tiers);
    const nodes = nodeSets.map(({ name, replicas, storage }) => `${name} ${replicas} x ${storage}`).join(' + ');
    return [
      `disks for ${tiers.join(' and ')} data must hold ${bytesText(needed)} below the low watermark (${sumText(demands.flat())}, and 10 % margin), got ${bytesText(capacity)} (${nodes}, filled to 85 % or all but 200Gi); add nodes or disk, or keep logs for a shorter time`,
    ];
  });
}

function shardMistakes(input: SizingInput): string[] {
  const nodes = input.nodeSets.filter(({ roles }) => holdsData(roles)).reduce((sum, set) => sum + set.replicas, 0);
  const shards = sumOf(allDemands(input), 'shards');
  if (shards <= nodes * MAX_SHARDS_PER_NODE) return [];
  return [
    `shards must be at most ${MAX_SHARDS_PER_NODE} for each of ${nodes} data nodes (${nodes * MAX_SHARDS_PER_NODE}), got ${shards}, since each route starts an index whenever it rolls over; raise hotMaxAge, keep logs for a shorter time or add nodes`,
  ];
}

function masterMistakes(input: SizingInput): string[] {
  const indices = sumOf(allDemands(input), 'indices');
  return input.nodeSets
    .filter(({ roles }) => isMasterEligible(roles))
    .flatMap(({ name, roles, memory }) => {
      const heap = heapMiB(roles, memory) / 1024;
      if (indices <= heap * INDICES_PER_MASTER_HEAP_GIB) return [];
      return [
        `nodeSets.${name}.memory must give masters a heap of 1 GiB for each ${INDICES_PER_MASTER_HEAP_GIB} indices (${bytesText((indices / INDICES_PER_MASTER_HEAP_GIB) * 2 ** 30)} for ${indices}), got ${bytesText(heap * 2 ** 30)} of ${memory}; raise it`,
      ];
    });
}

/** All demands in all tiers. */
export function allDemands(input: SizingInput): RouteDemand[] {
  return DATA_TIERS.flatMap((tier) => demandsIn(input, tier));
}

/** Sum of one number of all `demands`. */
export function sumOf(demands: readonly RouteDemand[], key: 'bytes' | 'shards' | 'indices'): number {
  return demands.reduce((sum, demand) => sum + demand[key], 0);
}

function sumText(demands: readonly RouteDemand[]): string {
  return demands.map(({ route, arithmetic, bytes }) => `${route} ${arithmetic} = ${bytesText(bytes)}`).join(' + ');
}

/** Every set of tiers, smaller ones first. */
const TIER_SETS: readonly (readonly DataTier[])[] = [1, 2, 4, 3, 5, 6, 7].map((bits) =>
  DATA_TIERS.filter((_, index) => bits & (1 << index)),
);
