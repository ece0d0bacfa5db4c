import { type MemoryQuantity, toBytes } from '../../core';
import { heapMiB } from '../heap';
import { ageMistakes, DATA_TIERS, type DataTier, demandOf, withMargin } from './ingest';
import {
  bytesBelow,
  DISK_PER_LOGS,
  DISK_PER_MEMORY,
  INDICES_PER_MASTER_HEAP_GIB,
  MAX_SHARDS_PER_NODE,
  RESERVES,
  SHARD_SIZE,
  WATERMARKS,
} from './limits';
import type { ElasticsearchPlan, ElasticsearchPlanProps, TierPlan } from './plan-props';

const GIB = 2 ** 30;

/** Memory of a data node if none is given; Elastic advises against more. */
const DEFAULT_MEMORY: MemoryQuantity = '64Gi';

/**
 * Nodes, heap, disk and shards for an amount of logs. More logs, a longer retention or more copies never need fewer nodes.
 *
 * Nodes are planned by the formula of Elastic's blog (storage = data x 1.25, nodes = storage / memory / ratio, and one to
 * fail over to), and checked against watermarks and shard limits; docs/sizing.md compares it with Elastic's examples.
 *
 * @throws RangeError if the ages do not increase from tier to tier
 * @see https://www.elastic.co/blog/benchmarking-and-sizing-your-elasticsearch-cluster-for-logs-and-metrics
 */
export function planElasticsearch(props: ElasticsearchPlanProps): ElasticsearchPlan {
  const mistakes = ageMistakes(props);
  if (mistakes.length > 0) throw new RangeError(mistakes.join('\n'));
  const dailyBytes = toBytes(props.dailyIngest) * DISK_PER_LOGS[props.indexMode ?? 'logsdb'];
  const hotNodes = tierPlan(props, 'hot', 1)?.nodes ?? 1;
  const numberOfShards = Math.min(Math.max(Math.ceil(dailyBytes / SHARD_SIZE.most), 1), hotNodes);

  const planned = DATA_TIERS.flatMap((tier) => {
    const plan = tierPlan(props, tier, numberOfShards);
    return plan ? [[tier, plan] as const] : [];
  });
  const shards = planned.reduce((sum, [, tier]) => sum + tier.shards, 0);
  return {
    tiers: Object.fromEntries(planned) as ElasticsearchPlan['tiers'],
    masters: masters(shards / (numberOfShards * (props.replicas + 1)), props.replicas > 0 ? 3 : 1),
    numberOfShards,
  };
}

function tierPlan(props: ElasticsearchPlanProps, tier: DataTier, numberOfShards: number): TierPlan | undefined {
  const demand = demandOf({ ...props, numberOfShards }, tier);
  if (!demand) return undefined;

  const { replicas, zones = 1 } = props;
  const memory = props[`${tier}Memory`] ?? DEFAULT_MEMORY;
  const storage = props[`${tier}Storage`] ?? times(memory, DISK_PER_MEMORY[tier]);
  const nodesFor = {
    disk: Math.ceil(withMargin(demand.bytes) / bytesBelow(WATERMARKS.low, storage)),
    memory: Math.ceil(
      (demand.bytes * (1 + RESERVES.watermark + RESERVES.margin)) / (toBytes(memory) * DISK_PER_MEMORY[tier]),
    ),
    copies: replicas + 1,
    shards: Math.ceil(demand.shards / MAX_SHARDS_PER_NODE),
  };
  // With one more, the others can take over what a failed node held.
  const nodes = Math.max(...Object.values(nodesFor)) + (replicas > 0 ? 1 : 0);
  return {
    nodes: Math.ceil(nodes / zones) * zones,
    nodesFor,
    memory,
    heapMiB: heapMiB([`data_${tier}`], memory),
    storage,
    dataBytes: demand.bytes,
    shards: demand.shards,
  };
}

/** Memory of masters doubles until their heap can manage the indices. */
function masters(indices: number, nodes: number): ElasticsearchPlan['masters'] {
  const heap = (memory: MemoryQuantity) => heapMiB(['master'], memory);
  let memory: MemoryQuantity = '2Gi';
  while ((heap(memory) / 1024) * INDICES_PER_MASTER_HEAP_GIB < indices && toBytes(memory) < 64 * GIB) {
    memory = times(memory, 2);
  }
  return { nodes, memory, heapMiB: heap(memory) };
}

function times(memory: MemoryQuantity, factor: number): MemoryQuantity {
  return `${(Number.parseInt(memory, 10) * factor) as number}${memory.replace(/^\d+/, '') as 'Gi'}`;
}
