import { gemsOfInputs, gemsOfOutputs } from '../../constructs/fluentd';
import type { Environment } from '../../environments';

/** Gems that the inputs and outputs of an environment need of the image of Fluentd, besides Fluentd itself. */
export function neededGems({ inputs = [], outputs = [] }: Pick<Environment, 'inputs' | 'outputs'>): string[] {
  return [...new Set([...gemsOfInputs(inputs), ...gemsOfOutputs(outputs)])].sort();
}
