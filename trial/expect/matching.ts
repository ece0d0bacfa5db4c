import { isDeepStrictEqual } from 'node:util';
import type { ExpectedDocument } from './types';

/** Something that is not as it is expected. */
export interface Mismatch {
  /** Names on the way to it, with dots between them. */
  readonly path: string;
  readonly expected: unknown;

  /** Undefined if there is nothing. */
  readonly got: unknown;
}

/** What of a document is not as it is expected. */
export function mismatches(expected: ExpectedDocument, document: Readonly<Record<string, unknown>>): Mismatch[] {
  return mismatchesAt('', typeof expected === 'string' ? { message: expected } : expected, document);
}

function mismatchesAt(path: string, expected: unknown, got: unknown): Mismatch[] {
  const mismatch = [{ path, expected, got }];
  if (expected instanceof RegExp) return typeof got === 'string' && got.search(expected) >= 0 ? [] : mismatch;
  if (isMatcher(expected)) return expected.asymmetricMatch(got) ? [] : mismatch;
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length) return mismatch;
    return expected.flatMap((value, index) => mismatchesAt(`${path}[${index}]`, value, got[index]));
  }
  if (!isObject(expected)) return isDeepStrictEqual(expected, got) ? [] : mismatch;
  if (!isObject(got)) return mismatch;
  return Object.entries(expected).flatMap(([name, value]) =>
    mismatchesAt(path === '' ? name : `${path}.${name}`, value, fieldOf(got, name)),
  );
}

/** A field by its name, or by the names on the way to it. */
function fieldOf(object: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(object, name)) return object[name];
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
    const inner = object[name.slice(0, dot)];
    const found = isObject(inner) ? fieldOf(inner, name.slice(dot + 1)) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a text stands in a value, at any depth, in names as well. */
export function holdsText(value: unknown, text: string): boolean {
  if (Array.isArray(value)) return value.some((one) => holdsText(one, text));
  if (isObject(value)) return Object.entries(value).some((entry) => entry.some((one) => holdsText(one, text)));
  return String(value).includes(text);
}

/** A matcher of Vitest or Jest. */
interface Matcher {
  asymmetricMatch(value: unknown): boolean;
}

function isMatcher(value: unknown): value is Matcher {
  return isObject(value) && typeof value.asymmetricMatch === 'function';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
