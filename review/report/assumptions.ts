import type { Prices } from './prices';

/** What figures are counted from besides the manifests. */
export interface Assumptions {
  /** Logs that a node writes, in bytes per second. */
  readonly bytesPerSecond: number;

  /** Number of nodes that collectors run on; for the cost and the aggregators. */
  readonly nodes: number;

  /**
   * Prices of a month.
   *
   * @default - no cost is estimated
   */
  readonly prices?: Prices;
}
