import type { Footprint } from '../footprint';
import type { Stage } from '../pipeline/chain';

/** A kind of place where logs go: the stage at the end of a chain. A new kind is a new file beside this one. */
export interface Output extends Stage {
  /** What is wrong with how it is set up: one sentence per mistake, for `refuse`. Without mistakes the rest holds. */
  mistakes(): readonly string[];

  /** What it needs of the pod. */
  footprint(): Footprint;
}
