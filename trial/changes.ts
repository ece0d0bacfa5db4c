import { isDeepStrictEqual } from 'node:util';
import type { TrialRecord } from './events';

/** A field that a directive has added, changed or removed. */
export interface FieldChange {
  /** Names on the way to it, with dots between them. */
  readonly path: string;

  /** Its value before; undefined if it was not there. */
  readonly before?: unknown;

  /** Its value afterwards; undefined if it is gone. */
  readonly after?: unknown;
}

/** Fields without others in them, by their paths; an object without fields is one as well. */
export function fieldsOf(record: TrialRecord): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  const visit = (value: unknown, path: string) => {
    const isNested = typeof value === 'object' && value !== null && !Array.isArray(value);
    const entries = isNested ? Object.entries(value) : [];
    if (entries.length === 0) fields.set(path, value);
    for (const [name, of] of entries) visit(of, path === '' ? name : `${path}.${name}`);
  };
  for (const [name, value] of Object.entries(record)) visit(value, name);
  return fields;
}

/**
 * What differs between a record before and after a directive, the fields of the first before the others. Those with `_` are
 * between directives, and in no document.
 */
export function changesBetween(before: TrialRecord, after: TrialRecord): FieldChange[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((path) => !path.startsWith('_') && !isDeepStrictEqual(old.get(path), now.get(path)))
    .map((path) => ({
      path,
      ...(old.has(path) && { before: old.get(path) }),
      ...(now.has(path) && { after: now.get(path) }),
    }));
}
