import type { CpuQuantity, MemoryQuantity } from '../../core';
import type { FluentdImage } from './image';
import type { FluentdPodOptions } from './pod-options';
import type { ResourceQuota } from './resources';
import type { UpdateStrategy } from './rollout';
import type { BufferVolume } from './state-volume';

/** Where and as what Fluentd runs on the nodes; what it does with logs is in `FluentdProps`. */
export interface FluentdDaemonSetProps {
  /**
   * Memory of each pod: its limit, and its request unless `memoryRequest` says less.
   *
   * @default '512Mi'
   */
  readonly memory?: MemoryQuantity;

  /**
   * Memory that each pod requests, where it is not `memory`. A pod that uses more than it requested is among the first
   * that a node without memory evicts.
   *
   * @default - `memory`
   */
  readonly memoryRequest?: MemoryQuantity;

  /**
   * Processor time that each pod requests. One process uses one core at most; docs/performance.md says for how many lines.
   *
   * @default '200m'
   */
  readonly cpu?: CpuQuantity;

  /**
   * Most processor time of each pod, where a LimitRange or a policy asks for a limit. It makes Fluentd lag when there are
   * many logs.
   *
   * @default - no limit
   */
  readonly cpuLimit?: CpuQuantity;

  /**
   * Where the image comes from, or an image of your own.
   *
   * @default - the official image of `version`, from Docker Hub
   */
  readonly image?: FluentdImage;

  /**
   * What else the pods have: labels, tolerations, variables and so on, as Kubernetes names them.
   *
   * @default - what every option of `FluentdPodOptions` says
   */
  readonly pod?: FluentdPodOptions;

  /**
   * Where positions, the buffer and dead letters are.
   *
   * @default { hostPath: { path: '/var/lib/efk' } }
   */
  readonly bufferVolume?: BufferVolume;

  /**
   * When pods get a changed configuration or image. There is no `maxSurge`: two pods on a node would have one buffer.
   *
   * @default { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%' } }
   */
  readonly updateStrategy?: UpdateStrategy;

  /**
   * Pods of the PriorityClass that a ResourceQuota admits to the namespace; at least as many as the cluster will have
   * nodes. GKE admits pods of `system-node-critical` outside of `kube-system` only to a namespace with such a quota.
   *
   * @default - no ResourceQuota
   * @see https://kubernetes.io/docs/concepts/policy/resource-quotas/#limit-priority-class-consumption-by-default
   */
  readonly resourceQuota?: ResourceQuota;
}
