import type { Metric } from './metric';
import { METRIC_TABLE } from './metric-table';

/** Value of the label `job` of everything that the pods of the collector serve. */
export const JOB = 'fluentd';

type Table = typeof METRIC_TABLE;

/** A metric, by what we call it. */
export type MetricKey = keyof Table;

/** Its labels. */
export type LabelOf<Key extends MetricKey> = Table[Key] extends Metric<infer Label> ? Label : never;

/** Names of the metrics of our plugins, for rules and dashboards. */
export const METRICS = Object.fromEntries(
  Object.entries(METRIC_TABLE).map(([key, { name }]) => [key, name]),
) as Readonly<Record<MetricKey, string>>;

/** All series of a metric of the collector whose labels have these values. */
export function series<Key extends MetricKey>(key: Key, labels: Partial<Record<LabelOf<Key>, string>> = {}): string {
  const matchers = Object.entries({ job: JOB, ...labels }).map(([label, value]) => `${label}="${value}"`);
  return `${METRICS[key]}{${matchers.join(',')}}`;
}
