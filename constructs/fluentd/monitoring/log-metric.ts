import type { Conditions } from '../treatments/conditions';

/** Labels that every log may have, or every request. */
export const LOG_LABELS = [
  'level',
  'statusClass',
  'method',
  'path',
  'namespace',
  'container',
] as const satisfies readonly LogLabel[];

/** Fields beside those below `json` that can be a label, as far as their values are listed. */
export const LABEL_FIELDS = [
  'stream',
  'service.name',
  'service.version',
  'service.environment',
  'event.dataset',
  'log.logger',
  'error.type',
  'error.code',
  'http.version',
  'http.request.method',
  'http.response.status_code',
  'url.domain',
] as const;

/** A field that is a label, by the values that have series. */
export interface FieldLabel {
  /** Name of the label. */
  readonly label: string;

  /** The field: one below `json`, e.g. `json.region`, or `service.name` and the like. */
  readonly field: (typeof LABEL_FIELDS)[number] | `json.${string}`;

  /** From 1 to 20 values that have series of their own; all others are `_other`. */
  readonly values: readonly string[];
}

/**
 * What a metric of logs differs by: the level; the class of the status of a response, e.g. `5xx`; the method and the path
 * of a request, this one as a template; where the log comes from; or a field.
 */
export type LogLabel = 'level' | 'statusClass' | 'method' | 'path' | 'namespace' | 'container' | FieldLabel;

/**
 * A metric of what logs say: how many there were, or with `buckets` how long what they tell of took. Each has the label
 * `route`. A log that does not have what `by` asks for does not count.
 */
export interface LogMetric {
  /** Name: `requests` is served as `logs_requests_total`, with buckets as the histogram `logs_requests_seconds`. */
  readonly name: string;

  /**
   * Routes whose logs count.
   *
   * @default - all
   */
  readonly routes?: readonly string[];

  /**
   * Treatments whose logs count.
   *
   * @default - all logs, also those without a treatment
   */
  readonly treatments?: readonly string[];

  /**
   * What a log must fulfil to count.
   *
   * @default - nothing
   */
  readonly where?: Conditions;

  /**
   * What its series differ by, beside the route.
   *
   * @default - nothing
   */
  readonly by?: readonly LogLabel[];

  /**
   * Upper bounds of the buckets of a histogram of `event.duration`, rising, at most 20. In seconds.
   *
   * @default - logs are counted, not measured
   */
  readonly buckets?: readonly number[];

  /**
   * Templates of paths, for the label `path`: `:name` stands for a segment, `*` at the end for any. What none of them means
   * is `_other`.
   *
   * @default - numbers, UUIDs and other ids in a path become `:id`, and at most 100 templates are learned
   */
  readonly paths?: readonly string[];

  /**
   * How many values of its labels together have series of their own on a node, from 1 to 500; all others are `_other`.
   *
   * @default 32, and 8 with buckets
   */
  readonly series?: number;
}

/** `series`, with its default. */
export function seriesOf({ series, buckets }: LogMetric): number {
  return series ?? (buckets ? 8 : 32);
}
