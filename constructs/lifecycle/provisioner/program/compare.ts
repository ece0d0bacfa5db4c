/** What differs at one place of an object. */
export interface Difference {
  /** The place, names separated by dots. */
  readonly path: string;

  /** The value that is there; `undefined` if there is none. */
  readonly from: string | undefined;

  /** The value that should be there; `undefined` if there should be none. */
  readonly to: string | undefined;
}

/** Values at a place that mean the same as none: Elasticsearch writes them where a request leaves them out. */
export type Defaults = readonly (readonly [place: RegExp, value: RegExp])[];

/** Every difference in meaning: order of keys, `1` and `"1"`, and dotted and nested settings are the same. */
export function differences(desired: unknown, actual: unknown, defaults: Defaults = []): Difference[] {
  const wanted = leaves(desired, defaults);
  const found = leaves(actual, defaults);
  return [...new Set([...wanted.keys(), ...found.keys()])]
    .filter((path) => wanted.get(path) !== found.get(path))
    .sort()
    .map((path) => ({ path, from: found.get(path), to: wanted.get(path) }));
}

/** A difference in words, e.g. `policy.phases.delete.min_age: 30d -> 60d`. */
export function inWords({ path, from, to }: Difference): string {
  return `${path}: ${from ?? 'nothing'} -> ${to ?? 'nothing'}`;
}

/** Values by place. An object is at its own place too: an action without parameters is `{}`. */
export function leaves(value: unknown, defaults: Defaults = []): Map<string, string> {
  const found = new Map<string, string>();
  collect(value, [], found);
  for (const [path, text] of [...found]) {
    if (defaults.some(([place, meansNothing]) => place.test(path) && meansNothing.test(text))) found.delete(path);
  }
  return found;
}

function collect(value: unknown, path: readonly string[], found: Map<string, string>): void {
  if (!isObject(value)) {
    // A key that is null is a key that is not there.
    if (value !== null && value !== undefined) found.set(path.join('.'), text(value));
    return;
  }
  const inSettings = path.includes('settings');
  if (path.length > 0 && !inSettings) found.set(path.join('.'), '{}');
  for (const [key, inner] of Object.entries(value)) collect(inner, [...path, ...steps(key, path)], found);
}

/** `number_of_shards`, `index.number_of_shards` and `{ index: { number_of_shards } }` are one setting of a template. */
function steps(key: string, path: readonly string[]): string[] {
  if (path.at(-1) !== 'settings' || path.at(-2) !== 'template') return [key];
  return key === 'index' || key.startsWith('index.') ? [key] : ['index', key];
}

/** Lists in their order; keys of objects in them sorted. */
function text(value: unknown): string {
  return Array.isArray(value) ? JSON.stringify(value.map(sorted)) : String(value);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
