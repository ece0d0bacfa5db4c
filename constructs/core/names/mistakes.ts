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
