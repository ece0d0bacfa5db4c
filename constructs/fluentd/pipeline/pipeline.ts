import type { ElasticsearchEndpoint, MemoryQuantity, StackVersion } from '../../core';
import type { Directive } from '../conf';
import { type Footprint, fold } from '../footprint';
import { containerLogs } from '../inputs/container-logs';
import type { Installation } from '../installation';
import { DEAD_LETTER_RETENTION, DEAD_LETTERS } from '../outputs/dead-letters';
import { elasticsearchOutput } from '../outputs/elasticsearch';
import type { Route } from '../routes';
import type { FluentdExistingSecrets } from '../secrets';
import { chain } from './chain';
import { ENRICHMENT } from './enrichment';
import { routing } from './routing';
import { HEARTBEAT_SOURCE, METRICS, OWN_EVENTS, OWN_FOOTPRINT, SYSTEM } from './self';

/** What the pipeline depends on. */
export interface PipelineProps {
  /** Where the events go. */
  readonly elasticsearch: ElasticsearchEndpoint;

  /** Version of the stack whose client the image has. */
  readonly version: StackVersion;

  /** Secrets that exist already. */
  readonly existingSecrets: FluentdExistingSecrets;

  /** Which logs go into which data stream. */
  readonly routes: readonly Route[];

  /** Disk of a node that events may take while Elasticsearch is away. */
  readonly bufferSize: MemoryQuantity;

  /** Memory of the pod. */
  readonly memory: MemoryQuantity;

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
 * The way of a log line: file, joined lines, joined stack traces, names and identity, route, Elasticsearch. What fails
 * anywhere goes to the dead letters.
 */
export function pipeline(props: PipelineProps): Pipeline {
  const inputs = [containerLogs(props)];
  const output = elasticsearchOutput({ ...props, credentials: props.existingSecrets });
  const stages = [...ENRICHMENT, routing(props.routes), output];
  const parts = [...inputs, ...stages, DEAD_LETTERS];
  return {
    mistakes: () => [...inputs, output].flatMap((part) => part.mistakes()),
    footprint: () => fold([...parts.map((part) => part.footprint?.() ?? {}), OWN_FOOTPRINT]),
    directives: () => [
      SYSTEM,
      ...METRICS,
      HEARTBEAT_SOURCE,
      ...chain(inputs, stages),
      ...chain([], [DEAD_LETTERS]),
      DEAD_LETTER_RETENTION,
      OWN_EVENTS,
    ],
  };
}
