/** How a figure is to be read. */
export type Unit = 'cores' | 'bytes' | 'pods' | 'seconds' | 'money' | 'text';

/** A figure of an environment. */
export interface Figure {
  /** What it measures, e.g. `memory requested`. */
  readonly name: string;

  /** Its unit. */
  readonly unit: Unit;

  /** Its value: a number, or a text for the unit `text`. */
  readonly value: number | string;
}
