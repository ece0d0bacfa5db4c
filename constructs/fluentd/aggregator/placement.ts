import type { k8s } from 'cdk8s-plus-28';

import { restrictedPod } from '../../core';
import type { Installation } from '../installation';
import { selectorOf } from '../objects';
import { PATHS } from '../paths';
import type { FluentdPodProps } from '../pod/pod';
import { GRACE_PERIOD } from '../pod/pod';
import type { FluentdPodOptions } from '../pod/pod-options';

/** What the pods of an aggregator have besides the default, under the names and in the shapes of Kubernetes. */
export interface AggregatorPodOptions
  extends Omit<FluentdPodOptions, 'nodeSelector' | 'tolerations' | 'priorityClassName'> {
  /**
   * Labels of the nodes on which the pods may be, besides `kubernetes.io/os: linux`.
   *
   * @default - all nodes with Linux
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;

  /**
   * Taints of nodes that do not keep the pods away.
   *
   * @default - none
   */
  readonly tolerations?: readonly k8s.Toleration[];

  /**
   * PriorityClass of the pods.
   *
   * @default - the default one of the cluster
   */
  readonly priorityClassName?: string;
}

/** Uid and gid of the user `fluent` in the image. The files of the image are for everybody to read. */
const FLUENT_UID = 999;

/** Time in which a pod that is about to go may empty its buffer. In seconds. */
const DRAIN = 120;

/** Empties the buffer, for as long as that makes progress. */
export const DRAIN_COMMAND: readonly string[] = ['ruby', `${PATHS.plugins}/drain_buffer.rb`];

/** Pods that are spread over nodes and zones, in a namespace with PodSecurity `restricted`. */
export function spread(own: Installation, options: AggregatorPodOptions): FluentdPodProps['placement'] {
  const { tolerations, priorityClassName, imagePullSecrets, seLinuxOptions } = options;
  return {
    nodeSelector: { 'kubernetes.io/os': 'linux', ...options.nodeSelector },
    ...(tolerations && { tolerations: [...tolerations] }),
    ...(priorityClassName && { priorityClassName }),
    ...(imagePullSecrets && { imagePullSecrets: [...imagePullSecrets] }),
    terminationGracePeriodSeconds: GRACE_PERIOD + DRAIN,
    securityContext: { ...restrictedPod(FLUENT_UID), ...(seLinuxOptions && { seLinuxOptions }) },
    // Soft: a small cluster may have one node.
    topologySpreadConstraints: ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'].map((topologyKey) => ({
      topologyKey,
      maxSkew: 1,
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels: selectorOf(own) },
    })),
  };
}
