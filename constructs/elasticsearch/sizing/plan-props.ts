import type { MemoryQuantity } from '../../core';
import type { DataTier, Ingest } from './ingest';

/** What a cluster is planned for, and the size of its nodes. */
export interface ElasticsearchPlanProps extends Omit<Ingest, 'numberOfShards'> {
  /**
   * Number of zones that the nodes of each tier are spread over evenly.
   *
   * @default 1
   */
  readonly zones?: number;

  /**
   * Memory of a hot node.
   *
   * @default '64Gi'
   */
  readonly hotMemory?: MemoryQuantity;

  /**
   * Disk of a hot node.
   *
   * @default - 30 times its memory
   */
  readonly hotStorage?: MemoryQuantity;

  /**
   * Memory of a warm node.
   *
   * @default '64Gi'
   */
  readonly warmMemory?: MemoryQuantity;

  /**
   * Disk of a warm node.
   *
   * @default - 160 times its memory
   */
  readonly warmStorage?: MemoryQuantity;

  /**
   * Memory of a cold node.
   *
   * @default '64Gi'
   */
  readonly coldMemory?: MemoryQuantity;

  /**
   * Disk of a cold node.
   *
   * @default - 160 times its memory
   */
  readonly coldStorage?: MemoryQuantity;
}

/** Nodes of a tier. */
export interface TierPlan {
  /** Number of nodes. */
  readonly nodes: number;

  /** Nodes that each need asks for by itself; `nodes` is the largest, one to fail over to if there are copies, and what makes zones even. */
  readonly nodesFor: {
    /** To keep the data below the low watermark, with a margin. */
    readonly disk: number;

    /** To search the data, by the ratio of memory to disk. */
    readonly memory: number;

    /** To keep the copies of a shard apart. */
    readonly copies: number;

    /** To stay below the limit of shards. */
    readonly shards: number;
  };

  /** Memory of a node. */
  readonly memory: MemoryQuantity;

  /** Heap of a node, in MiB. */
  readonly heapMiB: number;

  /** Disk of a node. */
  readonly storage: MemoryQuantity;

  /** Data of the whole tier with copies, in bytes. */
  readonly dataBytes: number;

  /** Shards of the whole tier, with copies. */
  readonly shards: number;
}

/** A cluster for an amount of logs. */
export interface ElasticsearchPlan {
  /** Nodes by tier; a tier that no log reaches is left out. */
  readonly tiers: { readonly hot: TierPlan } & Partial<Record<DataTier, TierPlan>>;

  /** Nodes that are elected master and do nothing else. */
  readonly masters: {
    /** Three, which tolerate the loss of one; one where there are no copies of data to be saved either. */
    readonly nodes: number;

    /** Memory of a node. */
    readonly memory: MemoryQuantity;

    /** Heap of a node, in MiB. */
    readonly heapMiB: number;
  };

  /** Primary shards of an index: so many that those of a day are no larger than a shard should be, on a node each. */
  readonly numberOfShards: number;
}
