import { objectName } from '../../names';
import { count, cpuQuantity, memoryQuantity, section } from '../../values';

/** Pods that treat and store what the collectors of all nodes read. */
export const aggregators = section({
  /** Number of pods; 2 when left out, or `autoscaling`. */
  replicas: count(1, 200).optional(),
  /** How many pods there are by how busy they are, instead of `replicas`. */
  autoscaling: section({
    /** Fewest pods. */
    minReplicas: count(1, 200),
    /** Most pods. */
    maxReplicas: count(1, 200),
    /** Share of the requested processor time that they use on average, in percent; 70 when left out. */
    targetCpu: count(10, 95).optional(),
  }).optional(),
  /** Processor time that a pod requests; one process uses one core at most; `1` when left out. */
  cpu: cpuQuantity.optional(),
  /** Most memory of a pod; `1Gi` when left out. */
  memory: memoryQuantity.optional(),
  /** Volume of each pod for what it buffers; `10Gi` when left out. */
  storage: memoryQuantity.optional(),
  /** StorageClass of the volumes; the cluster's default class when left out. */
  storageClass: objectName.optional(),
});
