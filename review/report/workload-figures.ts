/** What the pods of one workload ask for. */
export interface WorkloadFigures {
  /** The object. */
  readonly name: string;

  /** Number of pods; null for one on each node. */
  readonly pods: number | null;

  /** Processor time of one pod, in cores. */
  readonly cpu: number;

  /** Memory of one pod, in bytes. */
  readonly memory: number;

  /** Disk of one pod, in bytes, by storage class. */
  readonly disk: readonly { readonly storageClass: string; readonly bytes: number }[];
}
