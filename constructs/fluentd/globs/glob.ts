import { type Mistake, mistakeIn, type NameRule } from '../../core';

/** What the name of a namespace or of a container is matched with: `*` stands for any characters and `?` for one. */
export const GLOB: NameRule = {
  pattern: /^[a-z0-9*?]([-a-z0-9*?]{0,61}[a-z0-9*?])?$/,
  bound: 'a glob of DNS labels (a-z, 0-9, -, * and ?, at most 63 characters)',
};

/** Whether `glob` has no wildcard: it is a name. */
export function isLiteral(glob: string): boolean {
  return !/[*?]/.test(glob);
}

/** The characters before the first wildcard, with which all names that match begin. */
export function prefixOf(glob: string): string {
  return /^[^*?]*/.exec(glob)?.[0] ?? '';
}

/**
 * A name that both globs match, as File.fnmatch of Ruby decides.
 *
 * @returns undefined if there is none
 */
export function commonName(one: string, other: string): string | undefined {
  // Most pairs differ where they begin or end, which is cheaper than to try.
  if (!beginAlike(one, other) || !beginAlike(reversed(one), reversed(other))) return undefined;
  return common(one, other, 0, 0, new Set());
}

/** Whether `glob` matches every name that `other` matches. */
export function covers(glob: string, other: string): boolean {
  if (glob === other || glob === '*') return true;
  if (isLiteral(glob) || !other.startsWith(prefixOf(glob))) return false;
  const [pattern, names] = [canonical(glob), canonical(other)];
  // A wildcard of the other is any character, which only a wildcard stands for.
  const steps = [...pattern].reduce<ReadonlySet<number>>(
    (reached, token) => advance(reached, token, names),
    new Set([0]),
  );
  return steps.has(names.length);
}

/**
 * What is wrong with globs that have been written.
 *
 * @param path where they are
 */
export function globMistakes(globs: readonly string[] | undefined, path: Mistake['path']): Mistake[] {
  if (globs?.length === 0) {
    return [{ path, message: 'must not be empty, got [], which matches nothing; name one, or leave it out for all' }];
  }
  return (globs ?? []).flatMap((glob, index) =>
    mistakeIn([...path, index], GLOB.pattern.test(glob), GLOB.bound, glob, 'correct it'),
  );
}

/** Whether the beginnings of two globs, up to the first wildcard of either, are one. */
function beginAlike(one: string, other: string): boolean {
  const [prefix, begin] = [prefixOf(one), prefixOf(other)];
  return prefix.startsWith(begin) || begin.startsWith(prefix);
}

function reversed(glob: string): string {
  return [...glob].reverse().join('');
}

/** A name that what is left of both matches. `failed` has the positions from which there is none. */
function common(one: string, other: string, i: number, j: number, failed: Set<number>): string | undefined {
  const [a, b] = [one[i], other[j]];
  if (a === undefined && b === undefined) return '';
  const position = i * (other.length + 1) + j;
  if (failed.has(position)) return undefined;
  const found = firstOf(
    a === '*' && (() => common(one, other, i + 1, j, failed)),
    b === '*' && (() => common(one, other, i, j + 1, failed)),
    a === '*' && b && b !== '*' && (() => after(b, common(one, other, i, j + 1, failed))),
    b === '*' && a && a !== '*' && (() => after(a, common(one, other, i + 1, j, failed))),
    a && b && isOne(a, b) && (() => after(a === '?' ? b : a, common(one, other, i + 1, j + 1, failed))),
  );
  if (found === undefined) failed.add(position);
  return found;
}

function firstOf(...ways: readonly (false | '' | undefined | (() => string | undefined))[]): string | undefined {
  for (const way of ways) {
    const found = way ? way() : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function after(character: string, rest: string | undefined): string | undefined {
  return rest === undefined ? undefined : `${character === '?' ? 'x' : character}${rest}`;
}

/** Whether two tokens can stand for the same one character. */
function isOne(a: string, b: string): boolean {
  return a !== '*' && b !== '*' && (a === b || a === '?' || b === '?');
}

/** The same glob with `?` before `*`, and one `*` for several that follow each other. */
function canonical(glob: string): string {
  return glob.replace(/[*?]+/g, (run) => run.replaceAll('*', '') + (run.includes('*') ? '*' : ''));
}

/** The positions in `names` that are reached from those in `reached` by one token of a pattern. */
function advance(reached: ReadonlySet<number>, token: string, names: string): ReadonlySet<number> {
  if (token === '*') {
    const first = Math.min(...reached);
    return new Set(Array.from({ length: names.length - first + 1 }, (_, index) => first + index));
  }
  const next = [...reached].filter((at) => names[at] === token || (token === '?' && /[^*]/.test(names[at] ?? '*')));
  return new Set(next.map((at) => at + 1));
}
