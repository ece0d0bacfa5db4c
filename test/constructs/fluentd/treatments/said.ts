import { type Mistake, placeOf } from '../../../../constructs/core';

/** Mistakes as a construct tells them, a line each. */
export function said(mistakes: readonly Mistake[]): string {
  return mistakes.map(({ path, message }) => `${placeOf(path)} ${message}`).join('\n');
}
