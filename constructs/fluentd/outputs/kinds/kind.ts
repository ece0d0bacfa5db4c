import type { MemoryQuantity, Mistake, TimeValue } from '../../../core';
import type { Directive } from '../../conf';
import type { Footprint } from '../../footprint';
import type { WhenFull } from '../buffer';

/** What a kind of output is told of the one that it makes. */
export interface OwnOutput {
  /** Its name, which is also that of its plugin in the metrics. */
  readonly name: string;

  /** Its part of the buffer; 0 for a kind without one. */
  readonly bufferSize: MemoryQuantity;

  /** What happens when it is full. */
  readonly whenFull: WhenFull;

  /** A chunk, unless the kind says another size. */
  readonly chunkSize: MemoryQuantity;

  /** Major version of the Elasticsearch of the stack. */
  readonly majorVersion: number;

  /**
   * Ports on which DNS answers the pods.
   *
   * @default [53, 5353]
   */
  readonly dnsPorts?: readonly number[];
}

/** A kind of place where logs go. A new kind is a new file beside this one, and an entry in the table. */
export interface OutputKind<Options> {
  /** Whether an event that is sent twice is stored once. */
  readonly isIdempotent: boolean;

  /**
   * Gem of its plugin, which the image must have.
   *
   * @default - Fluentd itself has it, or it is one of ours
   */
  readonly gem?: string;

  /** Whether it sends what it has collected in a buffer. */
  readonly isBuffered: boolean;

  /**
   * A chunk of its buffer.
   *
   * @default - `limits.chunkSize`
   */
  chunkSize?(options: Options): MemoryQuantity;

  /**
   * How long events wait in the buffer although they could be sent.
   *
   * @default - seconds
   */
  collects?(options: Options): TimeValue;

  /** What is wrong with its options, below them. */
  mistakes(options: Options): readonly Mistake[];

  /** Where it connects to, as `host:port`. */
  servers(options: Options): readonly string[];

  /** The `<match>` that sends. */
  match(options: Options, own: OwnOutput): Directive;

  /**
   * Further sources, e.g. what cleans up.
   *
   * @default - none
   */
  sources?(options: Options, own: OwnOutput): readonly Directive[];

  /** What it needs of the pod, besides the way to its servers. */
  footprint(options: Options, own: OwnOutput): Footprint;
}
