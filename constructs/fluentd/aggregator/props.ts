import type { CpuQuantity, MemoryQuantity } from '../../core';
import type { LogInput } from '../inputs/log-input';
import type { FluentdImage } from '../pod/image';
import type { CollectorProps } from '../props';
import type { AggregatorExistingSecrets } from '../secrets';
import type { AggregatorPodOptions } from './placement';
import type { Autoscaling } from './scaling';

/** Properties for defining a `FluentdAggregator`. */
export interface FluentdAggregatorProps extends CollectorProps {
  /**
   * Namespaces of node agents that send to it what they read, each a `Fluentd` with `aggregator`.
   *
   * @default - none; events come from sources of its own
   */
  readonly agentNamespaces?: readonly string[];

  /**
   * Inputs of these agents. A treatment that selects no containers and is named by one is for inputs alone.
   *
   * @default - none
   */
  readonly agentInputs?: readonly LogInput[];

  /**
   * Name of the StatefulSet; other objects are named after it, and the volumes: renaming it leaves what is buffered behind.
   *
   * @default 'fluentd-aggregator'
   */
  readonly name?: string;

  /**
   * Number of pods, each with a volume of its own. One alone is right for what must run once, such as events of Kubernetes.
   *
   * @default 2, or `autoscaling`
   */
  readonly replicas?: number;

  /**
   * How many pods there are by how busy they are, instead of `replicas`.
   *
   * @default - a fixed number
   */
  readonly autoscaling?: Autoscaling;

  /**
   * Processor time that each pod requests. One process uses one core at most; docs/performance.md says for how many lines.
   *
   * @default '1'
   */
  readonly cpu?: CpuQuantity;

  /**
   * Most processor time of each pod, where a LimitRange or a policy asks for a limit.
   *
   * @default - no limit
   */
  readonly cpuLimit?: CpuQuantity;

  /**
   * Memory of each pod: its limit, and its request unless `memoryRequest` says less.
   *
   * @default '1Gi'
   */
  readonly memory?: MemoryQuantity;

  /**
   * Memory that each pod requests, where it is not `memory`.
   *
   * @default - `memory`
   */
  readonly memoryRequest?: MemoryQuantity;

  /**
   * Volume of each pod, for what it buffers while Elasticsearch is away, its positions and its dead letters. It stays when
   * pods or the StatefulSet are removed.
   *
   * @default '10Gi'
   */
  readonly storage?: MemoryQuantity;

  /**
   * StorageClass of the volumes.
   *
   * @default - the default StorageClass of the cluster
   */
  readonly storageClass?: string;

  /**
   * Where the image comes from, or an image of your own.
   *
   * @default - the official image of `version`, from Docker Hub
   */
  readonly image?: FluentdImage;

  /**
   * Secrets that exist already; `secrets` lists the others.
   *
   * @default - none; they are made at deployment
   */
  readonly existingSecrets?: AggregatorExistingSecrets;

  /**
   * What else the pods have: labels, tolerations, variables and so on, as Kubernetes names them.
   *
   * @default - what every option of `AggregatorPodOptions` says
   */
  readonly pod?: AggregatorPodOptions;
}
