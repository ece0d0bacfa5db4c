import type { ElasticsearchEndpoint, MemoryQuantity, Scraper, StackVersion } from '../core';
import type { AggregatorEndpoint } from './aggregator/endpoint';
import type { ContainerRuntime } from './inputs/container-logs';
import type { LogExclusion } from './inputs/exclusion';
import type { LogInput } from './inputs/log-input';
import type { EventLimits } from './limits';
import type { AbnormalLogs } from './monitoring/abnormal';
import type { CanarySource } from './monitoring/canary';
import type { LogMetric } from './monitoring/log-metric';
import type { NamedOutput } from './outputs/named-output';
import type { Additions } from './pipeline/additions';
import type { PodMetadata } from './pipeline/pod-metadata';
import type { LogLevel } from './pipeline/self';
import type { LossBound } from './pod/loss-bound';
import type { FluentdDaemonSetProps } from './pod/props';
import type { Route } from './routes';
import type { FluentdExistingSecrets } from './secrets';
import type { Treatment } from './treatments/treatment';

/** What a collector does with logs, wherever it runs. */
export interface CollectorProps {
  /** The cluster that stores the logs. */
  readonly elasticsearch: ElasticsearchEndpoint;

  /** Which logs go where. Their order does not matter. Logs of namespaces without a route are not read. */
  readonly routes: readonly Route[];

  /**
   * Where logs go besides the Elasticsearch of the stack: routes name them in `to`.
   *
   * @default - nowhere
   */
  readonly outputs?: readonly NamedOutput[];

  /**
   * What is done to the logs of which containers. A container has the first treatment that selects it, and no other.
   *
   * @default - nothing
   */
  readonly treatments?: readonly Treatment[];

  /**
   * Where logs come from besides containers.
   *
   * @default - the logs of containers alone
   */
  readonly inputs?: readonly LogInput[];

  /**
   * Sources and steps of your own, for what inputs and treatments cannot do.
   *
   * @default - none
   */
  readonly additions?: Additions;

  /**
   * Whether well-known fields of JSON, `level`, `traceId` or `duration_ms`, are moved into the typed fields of the Elastic
   * Common Schema, `log.level`, `trace.id` or `event.duration`; docs/fields.md has all of them.
   *
   * @default true
   */
  readonly promote?: boolean;

  /**
   * Bounds of an event, of what is held of events and of what is sent at a time. They must fit `memory` and `bufferSize`.
   *
   * @default - those of `EventLimits`
   */
  readonly limits?: EventLimits;

  /**
   * Version of the stack whose image of Fluentd is used. Its major version must be that of `elasticsearch`.
   *
   * @default - the newest supported version with the major version of `elasticsearch`
   */
  readonly version?: StackVersion;

  /**
   * When the logs of a workload are an incident, for the metrics and the rule that say so.
   *
   * @default - logs are not counted by what they say
   */
  readonly abnormal?: AbnormalLogs;

  /**
   * Metrics of what logs say: of requests, of durations, of levels.
   *
   * @default - none
   */
  readonly logMetrics?: readonly LogMetric[];

  /**
   * The container whose lines are followed until Elasticsearch has stored them, e.g. of a `LogCanary`; a route must take them.
   *
   * @default - nobody's
   */
  readonly canary?: CanarySource;

  /**
   * Who may ask for the metrics.
   *
   * @default - anybody; they hold no content of logs
   */
  readonly scraper?: Scraper;

  /**
   * From which level on Fluentd says what it does, in its own log.
   *
   * @default 'info'
   */
  readonly logLevel?: LogLevel;

  /**
   * Ports on which the DNS of the Kubernetes cluster answers pods: also those of its pods, where a network policy is applied
   * after the address of the Service was translated (OpenShift: 5353).
   *
   * @default [53, 5353]
   */
  readonly dnsPorts?: readonly number[];

  /**
   * Secrets that exist already; `secrets` lists the others.
   *
   * @default - none; `<name>-credentials` and `<name>-tls` are made at deployment
   */
  readonly existingSecrets?: FluentdExistingSecrets;
}

/** Properties for collecting the logs of a Kubernetes cluster with `Fluentd`. */
export interface FluentdProps extends CollectorProps, FluentdDaemonSetProps {
  /**
   * Labels and annotations of pods that become fields of their logs. It costs a right, to list and watch pods, and a connection
   * to the API server from every node.
   *
   * @default - none; the names of pods come from their files
   */
  readonly podMetadata?: PodMetadata;

  /**
   * Namespaces and pods whose logs are not read at all. Its own are never read.
   *
   * @default - everything is read that has a route
   */
  readonly exclude?: LogExclusion;

  /**
   * Name of the DaemonSet; other objects are named after it. Also part of the directory on the nodes: renaming an
   * installation reads the logs on the nodes again, and leaves what is buffered behind.
   *
   * @default 'fluentd'
   */
  readonly name?: string;

  /**
   * Where logs are sent as they were read; treatments, and what is done for Elasticsearch, are there, so it must have the same
   * `routes` and `treatments`. Without it the node does everything itself.
   *
   * @default - Elasticsearch
   */
  readonly aggregator?: AggregatorEndpoint;

  /**
   * Inputs that run on the aggregator. What routes and treatments they have, containers of the nodes have not.
   *
   * @default - none
   */
  readonly aggregatorInputs?: readonly LogInput[];

  /**
   * Disk of each node that logs may take while Elasticsearch is away. When it is full, reading stops until there is room;
   * logs that the kubelet rotates away meanwhile are lost.
   *
   * @default '2Gi'
   */
  readonly bufferSize?: MemoryQuantity;

  /**
   * Outages that must not lose a log. What `bufferSize` and the kubelet do not hold is refused.
   *
   * @default - no bound
   */
  readonly lossBudget?: LossBound;

  /**
   * What runs the containers of the nodes: `cri` for containerd and CRI-O, `docker` for Docker behind cri-dockerd, whose
   * files are in a folder of its own that is mounted then.
   *
   * @default 'cri'
   */
  readonly containerRuntime?: ContainerRuntime;
}
