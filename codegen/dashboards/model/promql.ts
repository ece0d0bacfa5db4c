import { EXPORTER_JOB } from '../../../constructs/elasticsearch/monitoring/metrics';
import { JOB } from '../../../constructs/fluentd/monitoring/metrics';

/** Of whichever cluster is chosen; a Prometheus that knows one only has no such label. */
const CLUSTER = 'cluster=~"$cluster"';

/** Whose series are meant, by label: `=` unless the value has variables. */
export type Matchers = Readonly<Record<string, string>>;

/** Series of the collector, those whose labels match, which may be variables. */
export function collector(metric: string, matchers: Matchers = {}): string {
  return `${metric}{${[`job="${JOB}"`, CLUSTER, ...matchersOf(matchers)].join(',')}}`;
}

/** Series of Elasticsearch, those whose labels match. The label `cluster` is the name of its cluster. */
export function elasticsearch(metric: string, matchers: Matchers = {}): string {
  return `${metric}{${[`job="${EXPORTER_JOB}"`, ...matchersOf(matchers)].join(',')}}`;
}

/** How fast a counter grows, a second. */
export function rate(series: string): string {
  return `rate(${series}[$__rate_interval])`;
}

/** What a counter has grown by in the time that the dashboard shows. */
export function inRange(series: string): string {
  return `increase(${series}[$__range])`;
}

/** The sum, by these labels. */
export function sum(of: string, ...by: readonly string[]): string {
  return `sum${by.length > 0 ? ` by (${by.join(', ')})` : ''} (${of})`;
}

/** The most, by these labels. */
export function most(of: string, ...by: readonly string[]): string {
  return `max${by.length > 0 ? ` by (${by.join(', ')})` : ''} (${of})`;
}

/** The largest few. */
export function top(count: number, of: string): string {
  return `topk(${count}, ${of})`;
}

/** Nothing has happened is a number as well. */
export function orZero(of: string): string {
  return `${of} or vector(0)`;
}

function matchersOf(matchers: Matchers): string[] {
  return Object.entries(matchers).map(([label, value]) => `${label}${/[$|*]/.test(value) ? '=~' : '='}"${value}"`);
}
