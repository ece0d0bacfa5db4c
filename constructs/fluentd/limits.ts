import { type MemoryQuantity, type TimeValue, toBytes } from '../core';

/** Fluentd's own spelling of a size: powers of 1024, e.g. `8m`. */
export type FluentdSize = `${number}${'k' | 'm' | 'g' | 't'}`;

/** Bounds of what Fluentd holds of logs, whatever is logged. Nothing is dropped at one: an event goes on in the next. */
export interface EventLimits {
  /**
   * Text of an event; what is longer goes on in events of its own, marked `log.flags: partial`.
   *
   * @default '1Mi'
   */
  readonly eventSize?: MemoryQuantity;

  /**
   * Lines of an event, e.g. of a stack trace.
   *
   * @default 1000
   */
  readonly eventLines?: number;

  /**
   * Age at which an event is stored although its lines keep coming. An event without a further line waits for two seconds.
   *
   * @default '10s'
   */
  readonly eventAge?: TimeValue;

  /**
   * Text of all events of a node that wait for further lines.
   *
   * @default '32Mi'
   */
  readonly heldSize?: MemoryQuantity;

  /**
   * A chunk of the buffer, which is the body of a request. Elasticsearch refuses bodies above `http.max_content_length`
   * (100mb).
   *
   * @default '8Mi'
   */
  readonly chunkSize?: MemoryQuantity;

  /**
   * Disk of a node that dead letters may take; the oldest are removed.
   *
   * @default '64Mi'
   */
  readonly deadLetterSize?: MemoryQuantity;
}

/** Threads that send chunks. More than two hide only the latency of Elasticsearch: Ruby runs one thread at a time. */
export const FLUSH_THREADS = 2;

/** Disk of a node that logs may take, if nobody says. */
export const DEFAULT_BUFFER_SIZE: MemoryQuantity = '2Gi';

const DEFAULTS: Required<EventLimits> = {
  eventSize: '1Mi',
  eventLines: 1000,
  eventAge: '10s',
  heldSize: '32Mi',
  chunkSize: '8Mi',
  deadLetterSize: '64Mi',
};

/** `limits`, with the default of each that is left out. */
export function withDefaults(limits: EventLimits = {}): Required<EventLimits> {
  const given = Object.entries(limits).filter(([, value]) => value !== undefined);
  return { ...DEFAULTS, ...Object.fromEntries(given) };
}

/** `quantity` as Fluentd writes it; both count in powers of 1024. */
export function fluentdSize(quantity: MemoryQuantity): FluentdSize {
  return quantity.slice(0, -1).toLowerCase() as FluentdSize;
}

/** Parts of a buffer that routes or outputs have for themselves. */
export function bufferParts(owners: readonly { readonly bufferSize?: MemoryQuantity }[]): MemoryQuantity[] {
  return owners.flatMap(({ bufferSize }) => bufferSize ?? []);
}

/** Bytes of a buffer that are left when `parts` are taken out of it, in whole kibibytes; none if they are too large. */
export function remainder(whole: MemoryQuantity, parts: readonly MemoryQuantity[]): number {
  return Math.max(0, toBytes(whole) - parts.reduce((sum, part) => sum + toBytes(part), 0));
}
