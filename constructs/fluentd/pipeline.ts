import type { ElasticsearchEndpoint, MemoryQuantity } from '../core';
import type { Directive } from './conf';
import { containerLogs, HEARTBEAT_SOURCE, METRICS, OWN_EVENTS, type OwnPods, SYSTEM } from './pipeline/collection';
import { ENRICHMENT } from './pipeline/enrichment';
import { DEAD_LETTER_FILE, DEAD_LETTER_RETENTION, elasticsearchOutput } from './pipeline/outputs';
import { routing } from './pipeline/routing';
import type { Route } from './routes';

/** What the pipeline depends on. */
export interface PipelineProps {
  /** Where the events go. */
  readonly elasticsearch: ElasticsearchEndpoint;

  /**
   * Whether Fluentd signs in with an API key.
   *
   * @default false - as a user
   */
  readonly apiKey?: boolean;

  /** Which logs go into which data stream; without mistakes (`routeMistakes`). */
  readonly routes: readonly Route[];

  /** Disk of a node that events may take while Elasticsearch is away. */
  readonly bufferSize: MemoryQuantity;

  /** The pods of Fluentd itself, whose logs are not read: a warning about a log would be a log again. */
  readonly own: OwnPods;
}

/**
 * The way of a log line: file, joined lines, joined stack traces, names and identity, route, Elasticsearch. The order of
 * directives is that way; what fails anywhere goes to the dead letters.
 */
export function pipeline({ elasticsearch, apiKey = false, routes, bufferSize, own }: PipelineProps): Directive[] {
  return [
    SYSTEM,
    ...METRICS,
    HEARTBEAT_SOURCE,
    containerLogs(routes, own),
    ...ENRICHMENT,
    routing(routes),
    elasticsearchOutput(elasticsearch, bufferSize, apiKey),
    DEAD_LETTER_FILE,
    DEAD_LETTER_RETENTION,
    OWN_EVENTS,
  ];
}
