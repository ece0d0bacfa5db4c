import type { ParamValue } from '../../conf';

const POWERS: Readonly<Record<string, number>> = { '': 0, k: 1, m: 2, g: 3, t: 4 };

const SECONDS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 };

/** Bytes of a size; nothing if Fluentd does not take it, or only Fluentd knows it. */
export function bytesOf(value: ParamValue | undefined): number | undefined {
  const [, count, suffix = ''] = /^(\d+)([kmgt]?)b?$/i.exec(String(value ?? '')) ?? [];
  return count === undefined ? undefined : Number(count) * 1024 ** (POWERS[suffix.toLowerCase()] ?? 0);
}

/** Seconds of a time; nothing if Fluentd does not take it, or only Fluentd knows it. */
export function secondsOf(value: ParamValue | undefined): number | undefined {
  const [, count, suffix = ''] = /^(\d+(?:\.\d+)?)([smhd]?)$/.exec(String(value ?? '')) ?? [];
  return count === undefined ? undefined : Number(count) * (SECONDS[suffix] ?? 1);
}

/** Bytes for people, e.g. `256m`, as Fluentd writes them. */
export function inFluentdsWords(bytes: number): string {
  const suffix = ['t', 'g', 'm', 'k'].find((unit) => bytes > 0 && bytes % 1024 ** (POWERS[unit] ?? 0) === 0) ?? '';
  return `${bytes / 1024 ** (POWERS[suffix] ?? 0)}${suffix}`;
}
