import type { Effect } from '../changes/effect';
import type { PodRestart } from '../changes/pods';
import type { Figure } from '../report/figure';
import type { FigureChange } from '../report/figures';

/** Word by which people accept that data is lost or at risk, in the text of a pull request. */
export const ACCEPTANCE = 'accept-data-loss';

/** What people read for an effect. */
export const EFFECT_WORDS: Readonly<Record<Effect, string>> = {
  none: 'no effect',
  'in-place': 'in place',
  'config-reload': 'config reload',
  create: 'create',
  scale: 'scale',
  'rolling-restart': 'rolling restart',
  delete: 'delete',
  refused: 'refused',
  replace: 'replace, data kept',
  'data-loss': 'DATA LOSS',
};

const STEPS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** A number of bytes with the largest unit that leaves at least 1, e.g. `1.5 GiB`. */
export function bytesInWords(bytes: number): string {
  const power = bytes === 0 ? 0 : Math.min(STEPS.length - 1, Math.floor(Math.log2(Math.abs(bytes)) / 10));
  return `${rounded(bytes / 1024 ** power)} ${STEPS[power]}`;
}

/** Whole days, hours and minutes. */
export function durationInWords(seconds: number): string {
  const [days, hours, minutes] = [seconds / 86_400, (seconds / 3_600) % 24, (seconds / 60) % 60].map(Math.floor);
  return [days && `${days} d`, hours && `${hours} h`, `${minutes} min`].filter(Boolean).join(' ');
}

/** A figure with its unit. */
export function figureInWords({ unit, value }: Pick<Figure, 'unit' | 'value'>): string {
  if (typeof value === 'string') return value;
  if (unit === 'bytes') return bytesInWords(value);
  if (unit === 'seconds') return durationInWords(value);
  if (unit === 'money') return value.toFixed(2);
  return unit === 'cores' ? `${rounded(value)} cores` : String(value);
}

/** How a figure changes, e.g. `+1.5 GiB` or `30d → 60d`. */
export function figureChangeInWords({ unit, difference, before, after }: FigureChange): string {
  if (difference === undefined) return `${before ?? 'none'} → ${after ?? 'none'}`;
  return `${difference > 0 ? '+' : '-'}${figureInWords({ unit, value: Math.abs(difference) })}`;
}

/** Which pods restart, e.g. `2 pods, one after the other: a-1, a-0`. */
export function restartInWords({ count, names, order }: PodRestart): string {
  if (count === undefined) return `pods restart: ${order}`;
  const list = names.length > 0 ? `: ${names.join(', ')}` : '';
  return `${count} ${count === 1 ? 'pod restarts' : 'pods restart'}, ${order}${list}`;
}

/** A value on one line. */
export function valueInWords(value: unknown): string {
  if (value === undefined) return 'none';
  if (typeof value === 'string' && value.includes('\n')) return `text of ${value.trimEnd().split('\n').length} lines`;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}

/** Two decimals, without zeros at the end. */
function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}
