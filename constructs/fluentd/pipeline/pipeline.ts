import { type ElasticsearchEndpoint, type MemoryQuantity, type Mistake, placeOf, type StackVersion } from '../../core';
import type { Directive } from '../conf';
import { type Footprint, fold } from '../footprint';
import { type ContainerRuntime, containerLogs } from '../inputs/container-logs';
import type { LogExclusion } from '../inputs/exclusion';
import type { Installation } from '../installation';
import { routeBufferMistakes } from '../limit-mistakes';
import { type EventLimits, withDefaults } from '../limits';
import { type AbnormalLogs, logMetrics } from '../monitoring/abnormal';
import { deadLetters } from '../outputs/dead-letters';
import { elasticsearchOutput } from '../outputs/elasticsearch';
import { type Route, routeMistakes } from '../routes';
import type { FluentdExistingSecrets } from '../secrets';
import { treatmentMistakes } from '../treatments/mistakes';
import { treatmentStages } from '../treatments/stage';
import type { Treatment } from '../treatments/treatment';
import { type Additions, addedInputs, addedStages, additionMistakes } from './additions';
import { chain } from './chain';
import { fitting } from './fit';
import {
  BACKUP_RETENTION,
  HEARTBEAT_SOURCE,
  type LogLevel,
  METRICS,
  OWN_EVENTS,
  OWN_FOOTPRINT,
  processSettings,
} from './self';

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
   * What is done to the logs of which containers.
   *
   * @default - nothing
   */
  readonly treatments?: readonly Treatment[];

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

/** The way of a log line, as a value. */
export interface Pipeline {
  /** What is wrong with the props: one sentence per mistake, for `refuse`. Without mistakes the rest holds. */
  mistakes(): string[];

  /** What it needs of the pod. */
  footprint(): Required<Footprint>;

  /** `fluent.conf`. */
  directives(): Directive[];
}

/**
 * The way of a log line: from its file as a whole event with an identity, through the filter that fits it, to the buffer
 * and Elasticsearch. What cannot be stored in any form goes to the dead letters.
 */
export function pipeline(props: PipelineProps): Pipeline {
  const { treatments = [], additions = {} } = props;
  const inputs = [containerLogs(props), ...addedInputs(additions)];
  const output = elasticsearchOutput({ ...props, credentials: props.existingSecrets });
  const errors = deadLetters(withDefaults(props.limits).deadLetterSize);
  const stages = [
    ...treatmentStages(treatments, props.own, props.existingSecrets.redaction, props.promote),
    ...addedStages(additions),
    fitting(props.promote ?? true),
    ...logMetrics(props.abnormal),
    output,
  ];
  const parts = [...inputs, ...stages, errors];
  return {
    mistakes: () => [
      ...sentences(
        'routes',
        routeMistakes(
          props.routes,
          treatments.map(({ name }) => name),
        ),
      ),
      ...[...inputs, output].flatMap((part) => part.mistakes()),
      ...sentences('routes', routeBufferMistakes(props.routes, props.limits)),
      ...sentences('treatments', treatmentMistakes(treatments)),
      ...sentences('additions', additionMistakes(additions, props)),
    ],
    footprint: () => fold([...parts.map((part) => part.footprint?.() ?? {}), OWN_FOOTPRINT]),
    directives: () => [
      processSettings(props.logLevel),
      ...METRICS,
      HEARTBEAT_SOURCE,
      BACKUP_RETENTION,
      ...chain(inputs, stages),
      ...chain([], [errors]),
      OWN_EVENTS,
    ],
  };
}

function sentences(prop: string, mistakes: readonly Mistake[]): string[] {
  return mistakes.map(({ path, message }) => `${placeOf([prop, ...path])} ${message}`);
}
