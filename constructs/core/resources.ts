import { k8s } from 'cdk8s-plus-28';

import type { CpuQuantity, MemoryQuantity } from './units';

/** What a container asks of its node. */
export interface ResourceProps {
  /** Processor time requested; there is no limit, because throttling a log pipeline only makes it lag. */
  readonly cpu: CpuQuantity;

  /** Memory, requested and limited alike: a pod that may use more than it asked for is the first to be evicted. */
  readonly memory: MemoryQuantity;
}

/** Requests and limits of a container. */
export function resources({ cpu, memory }: ResourceProps): k8s.ResourceRequirements {
  return {
    requests: { cpu: k8s.Quantity.fromString(cpu), memory: k8s.Quantity.fromString(memory) },
    limits: { memory: k8s.Quantity.fromString(memory) },
  };
}
