import { type MetricKey, series } from '../metrics';

/** What a counter has grown by in a window. A counter that begins again after a restart is taken into account. */
export function growth(key: MetricKey, window: string): string {
  return `increase(${series(key)}[${window}])`;
}

/**
 * The same of one whose series begin with the first that they count: of a series that was not there before, `increase` sees
 * no growth.
 */
export function appeared(key: MetricKey, window: string): string {
  return `(${growth(key, window)} > 0 or (${series(key)} unless max_over_time(${series(key)}[1h] offset ${window})))`;
}
