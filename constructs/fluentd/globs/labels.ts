import { followsRule, type Mistake, mistakeIn, type NameRule, QUALIFIED_NAME } from '../../core';
import { commonName, covers } from './glob';

/** Globs of values by the keys of labels: of each label that is named, one must match. A pod that lacks it does not match. */
export type LabelGlobs = Readonly<Record<string, readonly string[]>>;

/** What the value of a label is matched with; an empty one matches an empty value. */
const LABEL_GLOB: NameRule = {
  pattern: /^([A-Za-z0-9*?]([-\w.*?]{0,61}[A-Za-z0-9*?])?)?$/,
  bound:
    'a glob of values of labels (letters, digits, -, _, ., * and ?, first and last none of -, _ and ., at most 63 characters)',
};

/**
 * What is wrong with globs by labels that have been written.
 *
 * @param path where they are
 */
export function labelGlobMistakes(labels: LabelGlobs | undefined, path: Mistake['path']): Mistake[] {
  const all = Object.entries(labels ?? {});
  if (labels && all.length === 0) {
    return [{ path, message: "must name a label, got {}; write for example { team: ['cart'] }, or leave it out" }];
  }
  return all.flatMap(([key, globs]) => [
    ...mistakeIn([...path, key], followsRule(key, QUALIFIED_NAME), `under ${QUALIFIED_NAME.bound}`, key, 'correct it'),
    ...(globs.length > 0
      ? []
      : [
          {
            path: [...path, key],
            message: "must not be empty, got [], which matches nothing; name one, or write ['*'] for any value",
          },
        ]),
    ...globs.flatMap((glob, index) =>
      mistakeIn([...path, key, index], followsRule(glob, LABEL_GLOB), LABEL_GLOB.bound, glob, 'correct it'),
    ),
  ]);
}

/**
 * Labels with which a pod matches both.
 *
 * @returns undefined if there are none
 */
export function commonLabels(one: LabelGlobs = {}, other: LabelGlobs = {}): Record<string, string> | undefined {
  const found: Record<string, string> = {};
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const value = commonValue(globsOf(one, key) ?? ['*'], globsOf(other, key) ?? ['*']);
    if (value === undefined) return undefined;
    found[key] = value;
  }
  return found;
}

/** Whether every pod that matches `narrow` matches `wide`; without labels all do. */
export function labelsCover(wide: LabelGlobs = {}, narrow: LabelGlobs = {}): boolean {
  return Object.entries(wide).every(([key, globs]) =>
    globsOf(narrow, key)?.every((glob) => globs.some((each) => covers(each, glob))),
  );
}

/** Labels as one writes them for kubectl. */
export function labelText(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}

/** A label may be called as what every object has, e.g. `constructor`. */
function globsOf(labels: LabelGlobs, key: string): readonly string[] | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}

function commonValue(one: readonly string[], other: readonly string[]): string | undefined {
  for (const a of one) {
    for (const b of other) {
      const value = commonName(a, b);
      if (value !== undefined) return value || (a === '' || b === '' ? '' : 'x');
    }
  }
  return undefined;
}
