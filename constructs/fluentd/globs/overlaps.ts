import { commonName, prefixOf } from './glob';

/** Two globs that match a name both. */
export interface Overlap<Place> {
  /** Where the one is that comes first. */
  readonly first: Place;

  /** Where the other is. */
  readonly second: Place;

  /** A name that both match. */
  readonly example: string;
}

/** A glob and where it is. */
export interface PlacedGlob<Place> {
  readonly glob: string;
  readonly place: Place;
}

/**
 * Each glob that matches a name that one before it matches too, with the first such one. Only globs of which one begins as
 * the other does are compared, so that a thousand teams with names of their own cost what they are.
 *
 * @param isCompared whether two places are of interest
 */
export function overlaps<Place>(
  globs: readonly PlacedGlob<Place>[],
  isCompared: (one: Place, other: Place) => boolean,
): Overlap<Place>[] {
  const first = new Map<number, number>();
  for (const [one, other] of alike(globs)) {
    const [before, after] = one < other ? [one, other] : [other, one];
    if ((first.get(after) ?? after) > before && meet(globs[before], globs[after], isCompared)) first.set(after, before);
  }
  return [...first]
    .sort(([a], [b]) => a - b)
    .flatMap(([second, before]) => {
      const [one, other] = [globs[before], globs[second]];
      if (!one || !other) return [];
      const example = commonName(one.glob, other.glob);
      return example === undefined ? [] : [{ first: one.place, second: other.place, example: example || 'x' }];
    });
}

function meet<Place>(
  one: PlacedGlob<Place> | undefined,
  other: PlacedGlob<Place> | undefined,
  isCompared: (one: Place, other: Place) => boolean,
): boolean {
  return one && other ? isCompared(one.place, other.place) && commonName(one.glob, other.glob) !== undefined : false;
}

/** Positions of the pairs of which one begins as the other does, up to its first wildcard. */
function* alike(globs: readonly PlacedGlob<unknown>[]): Generator<readonly [number, number]> {
  const all = globs.map(({ glob }, position) => ({ position, prefix: prefixOf(glob) }));
  // Sorted, a prefix stands right before all that begin with it.
  all.sort((a, b) => (a.prefix < b.prefix ? -1 : Number(a.prefix > b.prefix)));
  const open: typeof all = [];
  for (const current of all) {
    while (open.length > 0 && !current.prefix.startsWith(open.at(-1)?.prefix ?? '')) open.pop();
    for (const { position } of open) yield [position, current.position];
    open.push(current);
  }
}
