import type { Directive } from '../conf';
import { unknownWords } from './known-words';
import { sentence } from './places';

/**
 * What is wrong with a whole configuration, whoever wrote it.
 *
 * @returns one sentence per mistake, for `refuse`
 */
export function configurationMistakes(directives: readonly Directive[]): string[] {
  return unknownWords(directives).map(sentence);
}
