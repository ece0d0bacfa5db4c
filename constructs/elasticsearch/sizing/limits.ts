import { type MemoryQuantity, toBytes } from '../../core';

const GIB = 2 ** 30;

/** A fill level of a disk from which Elasticsearch acts: a share of the disk, or what leaves `maxHeadroom` free if that is more. */
export interface Watermark {
  /** Share of the disk. */
  readonly ratio: number;

  /** Most that is kept free, in bytes. */
  readonly maxHeadroom: number;
}

/**
 * Elasticsearch's defaults. Above `low` a node gets no more shards, above `high` it loses some, and above `floodStage`
 * every index on it stops taking writes. Its `gb` are powers of 1024.
 *
 * @see https://www.elastic.co/docs/reference/elasticsearch/configuration-reference/cluster-level-shard-allocation-routing-settings#disk-based-shard-allocation
 */
export const WATERMARKS = {
  low: { ratio: 0.85, maxHeadroom: 200 * GIB },
  high: { ratio: 0.9, maxHeadroom: 150 * GIB },
  floodStage: { ratio: 0.95, maxHeadroom: 100 * GIB },
} as const satisfies Record<string, Watermark>;

/**
 * Shares that are added to data: what the watermark keeps free, and a margin for merges, shrinking and a busy day.
 *
 * @see https://www.elastic.co/blog/benchmarking-and-sizing-your-elasticsearch-cluster-for-logs-and-metrics
 */
export const RESERVES = { watermark: 0.15, margin: 0.1 } as const;

/**
 * Bytes of disk that a byte of memory serves, by tier: logs are searched the less the older they are. Elastic's examples
 * have 30 and 160; it names none for cold data, for which we take that of warm data.
 *
 * @see https://www.elastic.co/blog/benchmarking-and-sizing-your-elasticsearch-cluster-for-logs-and-metrics
 */
export const DISK_PER_MEMORY = { hot: 30, warm: 160, cold: 160 } as const;

/**
 * Bytes on disk for a byte of logs, without copies. Elastic's benchmark of `logsdb` has about 0.4 (2.5 times less); we
 * count on 0.6, because the source of documents is stored as it is on the Basic licence.
 *
 * @see https://www.elastic.co/docs/manage-data/data-store/data-streams/logs-data-stream
 */
export const DISK_PER_LOGS = { standard: 1, logsdb: 0.6 } as const;

/**
 * Largest shard that recovers in good time; the smallest that is worth its overhead is a fifth of it.
 *
 * @see https://www.elastic.co/docs/deploy-manage/production-guidance/optimize-performance/size-shards
 */
export const SHARD_SIZE = { least: 10 * GIB, most: 50 * GIB } as const;

/**
 * `cluster.max_shards_per_node` of nodes that are not frozen: no index can be created when the cluster has more.
 *
 * @see https://www.elastic.co/docs/reference/elasticsearch/configuration-reference/miscellaneous-cluster-settings#cluster-max-shards-per-node
 */
export const MAX_SHARDS_PER_NODE = 1000;

/**
 * Indices that a master can manage for each GiB of its heap.
 *
 * @see https://www.elastic.co/docs/deploy-manage/production-guidance/optimize-performance/size-shards
 */
export const INDICES_PER_MASTER_HEAP_GIB = 3000;

/** Bytes that a disk of `storage` may hold below `watermark`. */
export function bytesBelow({ ratio, maxHeadroom }: Watermark, storage: MemoryQuantity | number): number {
  const bytes = typeof storage === 'number' ? storage : toBytes(storage);
  return Math.max(bytes * ratio, bytes - maxHeadroom);
}
