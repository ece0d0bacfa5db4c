import type { Mistake } from '../errors';
import type { NameRule } from './names';

/** A value as its user wrote it; an absent one is said to be missing. */
export function shown(value: unknown): string {
  if (value instanceof RegExp) return String(value);
  return value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value));
}

/** Whether `value` is a name as `rule` says; also of a value whose type nobody has checked. */
export function followsRule(value: unknown, { pattern }: NameRule): boolean {
  return typeof value === 'string' && pattern.test(value);
}

/**
 * The mistake at `path`, or none if `holds`.
 *
 * @param bound what must hold, to be read after `must be`
 * @param value what was given
 * @param remedy what to do
 */
export function mistakeIn(
  path: Mistake['path'],
  holds: boolean,
  bound: string,
  value: unknown,
  remedy: string,
): Mistake[] {
  return holds ? [] : [{ path, message: `must be ${bound}, got ${shown(value)}; ${remedy}` }];
}

/** The mistake at `path` of a number that is not a whole one from 1 to `most`; none if it is. */
export function countMistakes(
  path: Mistake['path'],
  count: number,
  most: number,
  remedy = 'choose one in that range',
): Mistake[] {
  return Number.isInteger(count) && count >= 1 && count <= most
    ? []
    : [{ path, message: `must be a whole number from 1 to ${most}, got ${count}; ${remedy}` }];
}

/** The first names, for a message, since there may be a thousand. */
export function few(names: Iterable<string>): string {
  const all = [...names];
  const first = all.slice(0, 10).join(', ');
  return all.length > 10 ? `${first}, ...` : first;
}
