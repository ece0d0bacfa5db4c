import { nodeSetsOf, type SizingInput, sizingMistakes } from './fit';
import { ageMistakes, type RouteIngest } from './ingest';

/** What keeps a cluster from holding logs as they are to be held: tiers, copies, disks, shards; empty if nothing does. */
export function ingestMistakes(input: SizingInput): string[] {
  const ages = input.ingests.flatMap((ingest) =>
    ageMistakes(ingest).map((mistake) => `ingests.${ingest.route}.${mistake}`),
  );
  // Ages that do not increase would make data stay for a negative time.
  if (ages.length > 0) return ages;
  const byRoute = input.ingests.flatMap((ingest) => [...tierMistakes(input, ingest), ...copyMistakes(input, ingest)]);
  return [...byRoute, ...sizingMistakes(input)];
}

function tierMistakes({ nodeSets }: SizingInput, ingest: RouteIngest): string[] {
  return (['warm', 'cold'] as const).flatMap((tier) => {
    const age = ingest[`${tier}MinAge`];
    const exists = nodeSets.some(({ roles }) => roles.includes(`data_${tier}`) || roles.includes('data'));
    if (age === undefined || exists) return [];
    return [
      `ingests.${ingest.route}.${tier}MinAge must have nodes with the role data_${tier} to move to, got ${age} and none; add a node set or leave it out`,
    ];
  });
}

/** A copy never shares a node with its primary. */
function copyMistakes(input: SizingInput, { route, replicas, warmMinAge, coldMinAge }: RouteIngest): string[] {
  const tiers = [
    'hot' as const,
    ...(warmMinAge ? (['warm'] as const) : []),
    ...(coldMinAge ? (['cold'] as const) : []),
  ];
  return tiers.flatMap((tier) => {
    const nodes = nodeSetsOf(input, tier).reduce((sum, set) => sum + set.replicas, 0);
    if (nodes === 0 || replicas < nodes) return [];
    return [
      `ingests.${route}.replicas must be less than the number of ${tier} data nodes (${nodes}), got ${replicas}; lower it to ${nodes - 1} or add nodes`,
    ];
  });
}
