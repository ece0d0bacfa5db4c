/** Namespace part of every data stream's name; Elastic's own default. */
const DATA_STREAM_NAMESPACE = 'default';

const DATASET = /^[a-z][a-z0-9_.]{0,99}$/;

/**
 * Whether `name` can be the dataset part of a data stream's name: lower-case letters, digits, `_` and `.`, starting with
 * a letter, at most 100 characters. A dash would shift the parts of `logs-<dataset>-<namespace>`.
 *
 * @see https://www.elastic.co/docs/reference/ecs/ecs-data_stream
 */
export function isDataset(name: string): boolean {
  return DATASET.test(name);
}

/** The fields by which Elastic names a data stream, as they stand in every document of it. */
export interface DataStreamFields {
  /** Always `logs`. */
  readonly type: 'logs';

  /** Name of the route that writes the stream. */
  readonly dataset: string;

  /** Always `default`; environments have clusters of their own. */
  readonly namespace: string;
}

/** The data stream of a route as Elastic's three fields. */
export function dataStreamFields(route: string): DataStreamFields {
  return { type: 'logs', dataset: route, namespace: DATA_STREAM_NAMESPACE };
}

/** Name of the data stream that a route writes, e.g. `logs-payments-default`. The one place where it is derived. */
export function dataStreamName(route: string): string {
  const { type, dataset, namespace } = dataStreamFields(route);
  return `${type}-${dataset}-${namespace}`;
}

/** Pattern of the index template and of the writer's privileges for a route, e.g. `logs-payments-*`. */
export function dataStreamPattern(route: string): string {
  return `logs-${route}-*`;
}
