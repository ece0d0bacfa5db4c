import { toBytes } from '../../core';
import { heapMiB } from '../heap';
import { holdsData, isMasterEligible } from '../node-roles';
import { warningsOf } from '../warnings';
import {
  allDemands,
  capacityOf,
  demandsIn,
  nodeSetsOf,
  type RouteDemand,
  type SizingInput,
  sizingMistakes,
  sumOf,
} from './fit';
import { bytesText, percentText } from './format';
import { DATA_TIERS, type DataTier, withMargin } from './ingest';
import { bytesBelow, DISK_PER_MEMORY, INDICES_PER_MASTER_HEAP_GIB, MAX_SHARDS_PER_NODE, WATERMARKS } from './limits';

const AFTER_NODE_LOSS = {
  heals: 'the others take over its copies',
  degraded: 'too little room for its copies until it returns',
  unavailable: 'logs without a copy are out of reach until it returns',
} as const;

/** A node set in a report. */
export interface NodeSetReport {
  /** Name of the set. */
  readonly name: string;

  /** Number of its nodes. */
  readonly nodes: number;

  /** Memory of a node, as in Kubernetes. */
  readonly memory: string;

  /** Heap of a node, in MiB. */
  readonly heapMiB: number;

  /** Disk of a node, as in Kubernetes. */
  readonly storage: string;
}

/** Nodes that hold the same tiers, and what the logs occupy on them. */
export interface TierReport {
  /** The tiers; several, if the same nodes hold them. */
  readonly tiers: readonly DataTier[];

  /** The nodes. */
  readonly nodeSets: readonly NodeSetReport[];

  /** What each route occupies. */
  readonly routes: readonly RouteDemand[];

  /** Data with copies, in bytes. */
  readonly dataBytes: number;

  /** Data with copies and margin, in bytes: what must fit below the low watermark. */
  readonly neededBytes: number;

  /** All disks, in bytes. */
  readonly diskBytes: number;

  /** What fits below each watermark on all disks together, in bytes. */
  readonly bytesBelow: Readonly<Record<keyof typeof WATERMARKS, number>>;

  /**
   * What happens when the largest node is lost: the others take over its copies and stay below the low watermark, they
   * have too little room for that, or some logs have no other copy.
   */
  readonly afterNodeLoss: keyof typeof AFTER_NODE_LOSS;

  /** Bytes of disk that the data needs for each byte of memory; Elastic's examples have 30 for hot and 160 for warm data. */
  readonly diskPerMemory: number;
}

/** How a cluster and the logs that it is to hold go together. */
export interface SizingReport {
  /** Nodes with data by what they hold. */
  readonly tiers: readonly TierReport[];

  /** Shards with copies, and how many the data nodes may have. */
  readonly shards: { readonly count: number; readonly limit: number };

  /** Indices, and how many the heap of a master can manage. */
  readonly indices: { readonly count: number; readonly limit: number };

  /** What does not fit, as sentences; the constructs refuse such a cluster. */
  readonly mistakes: readonly string[];

  /** What the cluster works without and should not go without, as sentences. */
  readonly warnings: readonly string[];
}

/** How a cluster and the logs that it is to hold go together, as data. */
export function sizingReport(input: SizingInput): SizingReport {
  const { nodeSets } = input;
  const dataNodes = nodeSets.filter(({ roles }) => holdsData(roles)).reduce((sum, { replicas }) => sum + replicas, 0);
  const heaps = nodeSets.filter(({ roles }) => isMasterEligible(roles)).map((set) => heapMiB(set.roles, set.memory));
  return {
    tiers: pools(input).map((tiers) => tierReport(input, tiers)),
    shards: { count: sumOf(allDemands(input), 'shards'), limit: dataNodes * MAX_SHARDS_PER_NODE },
    indices: {
      count: sumOf(allDemands(input), 'indices'),
      limit: Math.floor((Math.min(...heaps) / 1024) * INDICES_PER_MASTER_HEAP_GIB),
    },
    mistakes: sizingMistakes(input),
    warnings: warningsOf(nodeSets),
  };
}

/** A report for people, as lines of text. */
export function sizingReportText({ tiers, shards, indices, mistakes, warnings }: SizingReport): string {
  return [
    ...tiers.flatMap((tier) => [
      `${tier.tiers.join(' and ')}: ${bytesText(tier.dataBytes)} of data, ${bytesText(tier.neededBytes)} with margin, on ${bytesText(tier.diskBytes)} of disk (${percentText(tier.dataBytes / tier.diskBytes)} full)`,
      ...tier.nodeSets.map(
        (set) =>
          `  ${set.name}: ${set.nodes} x ${set.memory} memory (${bytesText(set.heapMiB * 2 ** 20)} heap), ${set.storage} disk`,
      ),
      ...tier.routes.map(
        (demand) =>
          `  ${demand.route}${tier.tiers.length > 1 ? `, ${demand.tier}` : ''}: ${demand.arithmetic} = ${bytesText(demand.bytes)}`,
      ),
      `  watermarks: low ${bytesText(tier.bytesBelow.low)}, high ${bytesText(tier.bytesBelow.high)}, flood stage ${bytesText(tier.bytesBelow.floodStage)}`,
      `  after the loss of a node: ${AFTER_NODE_LOSS[tier.afterNodeLoss]}`,
      `  memory to data: 1:${Math.round(tier.diskPerMemory)} (Elastic's example for ${tier.tiers[0]} data: 1:${DISK_PER_MEMORY[tier.tiers[0] ?? 'hot']})`,
    ]),
    `shards: ${shards.count} of at most ${shards.limit}`,
    `indices: ${indices.count} of at most ${indices.limit} for the heap of a master`,
    ...mistakes.map((mistake) => `does not fit: ${mistake}`),
    ...warnings.map((warning) => `warning: ${warning}`),
    '',
  ].join('\n');
}

/** Tiers with logs, those on the same nodes together. */
function pools(input: SizingInput): DataTier[][] {
  const byNodes = new Map<string, DataTier[]>();
  for (const tier of DATA_TIERS.filter((name) => demandsIn(input, name).length > 0)) {
    const nodes = nodeSetsOf(input, tier)
      .map(({ name }) => name)
      .join();
    byNodes.set(nodes, [...(byNodes.get(nodes) ?? []), tier]);
  }
  return [...byNodes.values()];
}

function tierReport(input: SizingInput, tiers: readonly DataTier[]): TierReport {
  const nodeSets = nodeSetsOf(input, tiers[0] ?? 'hot');
  const routes = tiers.flatMap((tier) => demandsIn(input, tier));
  const dataBytes = sumOf(routes, 'bytes');
  const total = (value: (set: (typeof nodeSets)[number]) => number) =>
    nodeSets.reduce((sum, set) => sum + set.replicas * value(set), 0);
  const below = (watermark: keyof typeof WATERMARKS) =>
    total(({ storage }) => bytesBelow(WATERMARKS[watermark], storage));
  const copied = input.ingests.every(({ replicas }) => replicas > 0);
  const largest = Math.max(...nodeSets.map(({ storage }) => bytesBelow(WATERMARKS.low, storage)));
  return {
    tiers,
    nodeSets: nodeSets.map(({ name, roles, replicas, memory, storage }) => ({
      name,
      nodes: replicas,
      memory,
      heapMiB: heapMiB(roles, memory),
      storage,
    })),
    routes,
    dataBytes,
    neededBytes: withMargin(dataBytes),
    diskBytes: total(({ storage }) => toBytes(storage)),
    bytesBelow: { low: below('low'), high: below('high'), floodStage: below('floodStage') },
    afterNodeLoss: !copied ? 'unavailable' : dataBytes <= capacityOf(nodeSets) - largest ? 'heals' : 'degraded',
    diskPerMemory: dataBytes / total(({ memory }) => toBytes(memory)),
  };
}
