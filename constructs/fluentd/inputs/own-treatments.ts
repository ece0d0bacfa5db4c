import type { Treatment } from '../treatments/treatment';
import type { LogInput } from './log-input';

/**
 * Names of the treatments that are for the logs of inputs alone: an input names them, and they select no containers. Without
 * that the treatment of an input would be that of every container too.
 */
export function inputTreatments(
  treatments: readonly Pick<Treatment, 'name' | 'select'>[],
  inputs: readonly Pick<LogInput, 'treatment'>[],
): ReadonlySet<string> {
  const named = new Set(inputs.map(({ treatment }) => treatment));
  return new Set(treatments.filter(({ name, select }) => !select && named.has(name)).map(({ name }) => name));
}
