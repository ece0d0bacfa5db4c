import type { Mistake } from '../../../constructs/core';
import { aggregatorSizeMistakes } from '../../../constructs/fluentd';
import { wellFormed } from '../../values';
import { aggregators } from './aggregators';
import { collector } from './collector';

/** Mistakes between well-formed values of the aggregators, and with the bounds of events of the collector. */
export function aggregatorRelations(input: unknown, fluentd: unknown): Mistake[] {
  if (input === undefined) return [];
  const { limits } = wellFormed(collector, fluentd);
  return aggregatorSizeMistakes(wellFormed(aggregators, input), limits).map(({ path, message }) => ({
    path: ['aggregators', ...path],
    message,
  }));
}
