/** Milliseconds of the units of time that Elasticsearch, Fluentd, Go and Prometheus write. */
const MILLISECONDS: Readonly<Record<string, number>> = {
  nanos: 1e-6,
  ns: 1e-6,
  micros: 1e-3,
  us: 1e-3,
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  y: 31_536_000_000,
};

const DURATION = /^(?:\d+(?:\.\d+)?(?:nanos|ns|micros|us|ms|[smhdwy]))+$/;
const PART = /(\d+(?:\.\d+)?)(nanos|ns|micros|us|ms|[smhdwy])/g;

const BYTES: Readonly<Record<string, number>> = {
  b: 1,
  kb: 2 ** 10,
  mb: 2 ** 20,
  gb: 2 ** 30,
  tb: 2 ** 40,
  pb: 2 ** 50,
};

/** Length of a duration such as `30d`, `2160h0m0s` or `500ms` in milliseconds, or undefined if it is none. */
export function millisecondsOf(value: unknown): number | undefined {
  if (typeof value !== 'string' || !DURATION.test(value)) return undefined;
  return [...value.matchAll(PART)].reduce((sum, [, count, unit = '']) => sum + Number(count) * unitOf(unit), 0);
}

function unitOf(unit: string): number {
  return MILLISECONDS[unit] ?? 0;
}

/** Size such as `50gb` in bytes, or undefined if it is none. */
export function bytesOf(value: unknown): number | undefined {
  const [, count, unit = ''] = /^(\d+(?:\.\d+)?)([kmgtp]?b)$/i.exec(String(value)) ?? [];
  return count === undefined ? undefined : Number(count) * (BYTES[unit.toLowerCase()] ?? 0);
}

/**
 * Whether two values of a settings file mean the same: equal durations (`24h`, `1d`), sizes (`1gb`, `1024mb`), or numbers
 * and truth values with or without quotes, which Elasticsearch reads alike.
 */
export function isSameSetting(before: unknown, after: unknown): boolean {
  if (String(before) === String(after)) return true;
  const [a, b] = [millisecondsOf(before), millisecondsOf(after)];
  if (a !== undefined && a === b) return true;
  const [x, y] = [bytesOf(before), bytesOf(after)];
  return x !== undefined && x === y;
}
