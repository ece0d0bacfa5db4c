import type { Directive, Label } from '../conf';
import type { Footprint } from '../footprint';

/** A kind of place where logs come from. A new kind is a new file beside this one. */
export interface Input {
  /** What is wrong with how it is set up: one sentence per mistake, for `refuse`. Without mistakes the rest holds. */
  mistakes(): readonly string[];

  /** What it needs of the pod. */
  footprint(): Footprint;

  /**
   * Sources of events.
   *
   * @param next label to which they send them
   */
  directives(next: Label): readonly Directive[];
}
