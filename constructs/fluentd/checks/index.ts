import type { Directive } from '../conf';
import { idMistakes } from './ids';
import { unknownWords } from './known-words';
import { labelMistakes } from './labels';
import { sentence } from './places';

/**
 * What is wrong with a whole configuration, ours or anybody else's.
 *
 * @returns one sentence per mistake, for `refuse`
 */
export function configurationMistakes(directives: readonly Directive[]): string[] {
  return [unknownWords, labelMistakes, idMistakes].flatMap((check) => check(directives)).map(sentence);
}
