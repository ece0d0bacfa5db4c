import type { ContainerLines } from './container-lines';
import type { PodLabels } from './pods';

/** A container, by its names in the cluster and its pod. */
export interface ContainerName {
  readonly namespace: string;
  readonly container: string;

  /** Labels of its pod. @default - none */
  readonly labels?: PodLabels;
}

/** The log of a container that is to be tried. */
export interface TrialLog extends ContainerName {
  /** What the runtime has written. */
  readonly lines: ContainerLines;
}
