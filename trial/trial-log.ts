import type { ContainerLines } from './container-lines';

/** A container, by its names in the cluster. */
export interface ContainerName {
  readonly namespace: string;
  readonly container: string;
}

/** The log of a container that is to be tried. */
export interface TrialLog extends ContainerName {
  /** What the runtime has written. */
  readonly lines: ContainerLines;
}
