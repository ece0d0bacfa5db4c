import type { TimeValue } from '../../core';
import type { NodeSetProps } from '../props';
import { type SizingInput, sizingMistakes } from './fit';
import { ageMistakes, type DataTier, type RouteIngest } from './ingest';

/** What a node set has to do with the tiers. */
type TierNodes = Pick<NodeSetProps, 'roles' | 'replicas'>;

/** What keeps a cluster from holding logs as they are to be held: tiers, copies, disks, shards; empty if nothing does. */
export function ingestMistakes(input: SizingInput): string[] {
  const ages = input.ingests.flatMap((ingest) =>
    ageMistakes(ingest).map((mistake) => `ingests.${ingest.route}.${mistake}`),
  );
  // Ages that do not increase would make data stay for a negative time.
  if (ages.length > 0) return ages;
  return [...input.ingests.flatMap((ingest) => routeMistakes(input.nodeSets, ingest)), ...sizingMistakes(input)];
}

function routeMistakes(nodeSets: readonly TierNodes[], { route, replicas, warmMinAge, coldMinAge }: RouteIngest) {
  const phases = Object.entries({ warm: warmMinAge, cold: coldMinAge }) as ['warm' | 'cold', TimeValue | undefined][];
  const reached = phases.filter(([, age]) => age !== undefined).map(([tier]) => tier);
  return [
    ...phases.flatMap(([tier, age]) =>
      tierMistakes(nodeSets, tier, age).map((mistake) => `ingests.${route}.${tier}MinAge ${mistake}`),
    ),
    ...(['hot', ...reached] as const).flatMap((tier) =>
      copyMistakes(nodeSets, tier, replicas).map((mistake) => `ingests.${route}.replicas ${mistake}`),
    ),
  ];
}

/** What is wrong with data that moves to `tier` at an `age`; a sentence without its beginning, the path of the age. */
export function tierMistakes(
  nodeSets: readonly TierNodes[],
  tier: 'warm' | 'cold',
  age: TimeValue | undefined,
): string[] {
  if (age === undefined || nodesOf(nodeSets, tier) > 0) return [];
  return [`must have nodes with the role data_${tier} to move to, got ${age} and none; add a node set or leave it out`];
}

/**
 * What is wrong with `replicas` copies of the data in `tier`, if it has nodes at all: a copy never shares a node with
 * its primary. A sentence without its beginning, the path of the number.
 */
export function copyMistakes(nodeSets: readonly TierNodes[], tier: DataTier, replicas: number): string[] {
  const nodes = nodesOf(nodeSets, tier);
  if (nodes === 0 || replicas < nodes) return [];
  return [
    `must be less than the number of ${tier} data nodes (${nodes}), got ${replicas}; lower it to ${nodes - 1} or add nodes`,
  ];
}

function nodesOf(nodeSets: readonly TierNodes[], tier: DataTier): number {
  const sets = nodeSets.filter(({ roles }) => roles.includes(`data_${tier}`) || roles.includes('data'));
  return sets.reduce((sum, { replicas }) => sum + replicas, 0);
}
