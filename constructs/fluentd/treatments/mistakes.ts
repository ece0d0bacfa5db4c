import { DNS_LABEL, type Mistake, mistakeIn, placeOf } from '../../core';
import { coverageMistakes } from './coverage';
import { optionMistakes } from './options';
import { selectionMistakes } from './selection';
import type { Treatment } from './treatment';

/**
 * What is wrong with treatments; paths begin with the position of one.
 *
 * @param said what a place in the list is called, by those who wrote it
 * @param ofInputs names of those that are for the logs of inputs alone
 */
export function treatmentMistakes(
  treatments: readonly Treatment[],
  said = placeOf,
  ofInputs: ReadonlySet<string> = new Set(),
): Mistake[] {
  return [
    ...treatments.flatMap((treatment, index) =>
      ownMistakes(treatment).map(({ path, message }) => ({ path: [index, ...path], message })),
    ),
    ...twinMistakes(treatments, said),
    ...coverageMistakes(treatments, said, ofInputs),
  ];
}

function ownMistakes(treatment: Treatment): Mistake[] {
  const { name, select, except } = treatment;
  return [
    ...mistakeIn(['name'], DNS_LABEL.pattern.test(name), DNS_LABEL.bound, name, 'rename it'),
    ...selectionMistakes(select, ['select']),
    ...selectionMistakes(except, ['except']),
    ...optionMistakes(treatment),
  ];
}

function twinMistakes(treatments: readonly Treatment[], said: typeof placeOf): Mistake[] {
  const first = new Map<string, number>();
  return treatments.flatMap(({ name }, index) => {
    const before = first.get(name);
    if (before === undefined) first.set(name, index);
    return before === undefined
      ? []
      : [
          {
            path: [index, 'name'],
            message: `must be the only treatment of its name, got ${JSON.stringify(name)} as at ${said([before])}; rename one`,
          },
        ];
  });
}
