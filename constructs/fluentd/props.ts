import type { k8s } from 'cdk8s-plus-28';

import type { CpuQuantity, ElasticsearchEndpoint, MemoryQuantity, StackVersion } from '../core';
import type { ContainerRuntime } from './inputs/container-logs';
import type { EventLimits } from './limits';
import type { Route } from './routes';
import type { FluentdExistingSecrets } from './secrets';
import type { Treatment } from './treatments/treatment';

/** Properties for collecting the logs of a Kubernetes cluster with `Fluentd`. */
export interface FluentdProps {
  /** The cluster that stores the logs. */
  readonly elasticsearch: ElasticsearchEndpoint;

  /** Which logs go where. Their order does not matter. Logs of namespaces without a route are not read. */
  readonly routes: readonly Route[];

  /**
   * What is done to the logs of which containers. A container has the first treatment that selects it, and no other.
   *
   * @default - nothing
   */
  readonly treatments?: readonly Treatment[];

  /**
   * Name of the DaemonSet; other objects are named after it. Also part of the directory on the nodes: renaming an
   * installation reads the logs on the nodes again, and leaves what is buffered behind.
   *
   * @default 'fluentd'
   */
  readonly name?: string;

  /**
   * Disk of each node that logs may take while Elasticsearch is away. When it is full, reading stops until there is room;
   * logs that the kubelet rotates away meanwhile are lost.
   *
   * @default '2Gi'
   */
  readonly bufferSize?: MemoryQuantity;

  /**
   * What runs the containers of the nodes: `cri` for containerd and CRI-O, `docker` for Docker behind cri-dockerd, whose
   * files are in a folder of its own that is mounted then.
   *
   * @default 'cri'
   */
  readonly containerRuntime?: ContainerRuntime;

  /**
   * Bounds of an event, of what is held of events and of what is sent at a time. They must fit `memory` and `bufferSize`.
   *
   * @default - those of `EventLimits`
   */
  readonly limits?: EventLimits;

  /**
   * Memory of each pod, requested and limited.
   *
   * @default '512Mi'
   */
  readonly memory?: MemoryQuantity;

  /**
   * Processor time that each pod requests. One process uses one core at most; docs/performance.md says for how many lines.
   *
   * @default '200m'
   */
  readonly cpu?: CpuQuantity;

  /**
   * Version of the stack whose image of Fluentd is used. Its major version must be that of `elasticsearch`.
   *
   * @default - the newest supported version with the major version of `elasticsearch`
   */
  readonly version?: StackVersion;

  /**
   * Taints of nodes that do not keep Fluentd away.
   *
   * @default - all taints; logs are collected from every node, also those of the control plane
   */
  readonly tolerations?: readonly k8s.Toleration[];

  /**
   * Labels of the nodes whose logs are collected, besides `kubernetes.io/os: linux`.
   *
   * @default - all nodes with Linux
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;

  /**
   * PriorityClass of the pods. The default makes room on a full node, which would otherwise have no logs; where it is
   * restricted to certain namespaces (GKE: by a ResourceQuota), name a class of your own.
   *
   * @default 'system-node-critical'
   */
  readonly priorityClassName?: string;

  /**
   * Secrets that exist already; `secrets` lists the others.
   *
   * @default - none; `<name>-credentials` and `<name>-tls` are made at deployment
   */
  readonly existingSecrets?: FluentdExistingSecrets;
}
