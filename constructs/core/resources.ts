import { k8s } from 'cdk8s-plus-28';

import { type CpuQuantity, type MemoryQuantity, toBytes } from './units';

/** What a container asks of its node. */
export interface ResourceProps {
  /** Processor time requested. */
  readonly cpu: CpuQuantity;

  /**
   * Most processor time.
   *
   * @default - no limit, because throttling a log pipeline only makes it lag
   */
  readonly cpuLimit?: CpuQuantity;

  /** Most memory. */
  readonly memory: MemoryQuantity;

  /**
   * Memory requested.
   *
   * @default - `memory`: a pod that may use more than it asked for is the first to be evicted
   */
  readonly memoryRequest?: MemoryQuantity;
}

/**
 * Directories on the disk of the node that come and go with a pod: names of volumes, and the most that each ever holds. A
 * pod that exceeds one of them is evicted, so each is what its content is bounded by, and some more.
 */
export type Scratch = Readonly<Record<string, MemoryQuantity>>;

/**
 * Room for what a container prints. The kubelet keeps five files, by default of 10 MiB, on some platforms of 50 MiB; after
 * a restart those of the container before are kept too.
 */
const PRINTED: MemoryQuantity = '512Mi';

/**
 * Requests and limits of a container.
 *
 * Its share of the node's disk is requested and limited alike, like memory. The kubelet compares it with the logs of the
 * container, and the sum over the containers with everything that the pod holds; files of a container do not count, since
 * none can write to its image, nor do volumes of other kinds.
 *
 * @param scratch the directories of the pod, if this is the container that counts for them
 * @see https://kubernetes.io/docs/concepts/storage/ephemeral-storage/
 */
export function resources(props: ResourceProps, scratch: Scratch = {}): k8s.ResourceRequirements {
  const { cpu, cpuLimit, memory, memoryRequest = memory } = props;
  const disk = { 'ephemeral-storage': sumOf([PRINTED, ...Object.values(scratch)]) };
  return {
    requests: quantities({ cpu, memory: memoryRequest, ...disk }),
    limits: quantities({ ...(cpuLimit && { cpu: cpuLimit }), memory, ...disk }),
  };
}

function quantities(texts: Readonly<Record<string, string>>): Record<string, k8s.Quantity> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, k8s.Quantity.fromString(text)]));
}

/** The volumes of `scratch`. */
export function scratchVolumes(scratch: Scratch): k8s.Volume[] {
  return Object.entries(scratch).map(([name, size]) => ({
    name,
    emptyDir: { sizeLimit: k8s.Quantity.fromString(size) },
  }));
}

/** All `sizes` together, in whole MiB. */
export function sumOf(sizes: readonly MemoryQuantity[]): MemoryQuantity {
  const bytes = sizes.reduce((total, size) => total + toBytes(size), 0);
  return `${Math.ceil(bytes / 2 ** 20)}Mi`;
}
