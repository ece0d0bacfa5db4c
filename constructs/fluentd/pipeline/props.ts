import type { ElasticsearchEndpoint, MemoryQuantity, Scraper, StackVersion } from '../../core';
import type { AggregatorEndpoint } from '../aggregator/endpoint';
import type { ContainerRuntime } from '../inputs/container-logs';
import type { LogExclusion } from '../inputs/exclusion';
import type { Input } from '../inputs/input';
import type { LogInput } from '../inputs/log-input';
import type { Installation } from '../installation';
import type { EventLimits } from '../limits';
import type { AbnormalLogs } from '../monitoring/abnormal';
import type { CanarySource } from '../monitoring/canary';
import type { LogMetric } from '../monitoring/log-metric';
import type { NamedOutput } from '../outputs/named-output';
import type { Route } from '../routes';
import type { FluentdExistingSecrets } from '../secrets';
import type { Treatment } from '../treatments/treatment';
import type { Additions } from './additions';
import type { PodMetadata } from './pod-metadata';
import type { LogLevel } from './self';

/** What the pipeline depends on. */
export interface PipelineProps {
  /** Where the events go. */
  readonly elasticsearch: ElasticsearchEndpoint;

  /** Version of the stack whose image is used. */
  readonly version: StackVersion;

  /** Secrets that exist already. */
  readonly existingSecrets: FluentdExistingSecrets;

  /** Which logs go into which data stream. */
  readonly routes: readonly Route[];

  /**
   * Inputs of the other tier: those of agents for their aggregator, and those of an aggregator for its agents. Their routes and
   * treatments are not those of containers.
   *
   * @default - none
   */
  readonly otherInputs?: readonly LogInput[];

  /**
   * Where a node sends its logs as they are.
   *
   * @default - they are treated and stored
   */
  readonly aggregator?: AggregatorEndpoint;

  /**
   * What is read on an aggregator, besides inputs and additions.
   *
   * @default - it is on a node and reads the logs of its containers
   */
  readonly reads?: readonly Input[];

  /**
   * What of the pods that write logs becomes fields of them.
   *
   * @default - nothing
   */
  readonly podMetadata?: PodMetadata;

  /**
   * Where logs go besides.
   *
   * @default - nowhere
   */
  readonly outputs?: readonly NamedOutput[];

  /**
   * What is done to the logs of which containers.
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
   * Sources and steps of one's own.
   *
   * @default - none
   */
  readonly additions?: Additions;

  /**
   * Gems with plugins in an image of one's own.
   *
   * @default - those of the official image
   */
  readonly gems?: readonly string[];

  /** Disk of a node that events may take while Elasticsearch is away. */
  readonly bufferSize: MemoryQuantity;

  /** Memory of the pod. */
  readonly memory: MemoryQuantity;

  /**
   * What runs the containers.
   *
   * @default 'cri'
   */
  readonly containerRuntime?: ContainerRuntime;

  /**
   * Whether well-known fields of JSON get their places in the Elastic Common Schema.
   *
   * @default true
   */
  readonly promote?: boolean;

  /**
   * Bounds of an event, of what is held and of what is sent at a time.
   *
   * @default - those of `EventLimits`
   */
  readonly limits?: EventLimits;

  /**
   * Logs that are not read.
   *
   * @default - none
   */
  readonly exclude?: LogExclusion;

  /**
   * When the logs of a workload are an incident.
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
   * Whose lines are followed until they are stored.
   *
   * @default - nobody's
   */
  readonly canary?: CanarySource;

  /**
   * Who may ask for the metrics.
   *
   * @default - anybody
   */
  readonly scraper?: Scraper;

  /**
   * From which level on Fluentd says what it does.
   *
   * @default 'info'
   */
  readonly logLevel?: LogLevel;

  /**
   * Ports on which DNS answers the pods.
   *
   * @default [53, 5353]
   */
  readonly dnsPorts?: readonly number[];

  /** Fluentd itself. */
  readonly own: Installation;
}
