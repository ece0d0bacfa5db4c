/**
 * Processor time of a line, in seconds: medians of `npm run bench:aggregators` on Ruby 3.3 without YJIT, Intel Xeon, in
 * docs/performance.md. With YJIT, which the official image has, a line takes about two thirds of it; treatments come on top.
 */
export const LINE_SECONDS = {
  /** A collector that reads, treats and stores. */
  direct: 21.5e-6,

  /** A node agent that reads and sends to aggregators. */
  agent: 8.9e-6,

  /** An aggregator that takes, treats and stores. */
  aggregator: 17.9e-6,
} as const;

/** Bytes of a line of that load in the file of its container. */
export const LINE_BYTES = 235;

/** Bytes that are sent for a byte of a log file, in the same load. */
export const SENT = {
  /** The body of a request: the text as it was written and in fields, and where it comes from. */
  toElasticsearch: 3.3,

  /** Packed events, without the fields of JSON. */
  toAggregators: 1.8,
} as const;

/** How busy a process is to be at most, so that it can catch up after an outage. */
export const BUSY = 0.7;

/** Processor time that one Fluentd can use: Ruby runs one thread at a time. In cores. */
export const MOST_CORES = 1;
