import type { MemoryQuantity, Mistake } from '../../../constructs/core';
import { aggregatorSizeMistakes, bufferParts } from '../../../constructs/fluentd';
import { wellFormed } from '../../values';
import { aggregators } from './aggregators';
import { collector } from './collector';

/**
 * Mistakes between well-formed values of the aggregators, with the bounds of events of the collector, and with the parts of
 * the buffer that routes and outputs have.
 */
export function aggregatorRelations(
  input: unknown,
  fluentd: unknown,
  routes: readonly Part[] = [],
  outputs: readonly Part[] = [],
): Mistake[] {
  if (input === undefined) return [];
  const { limits } = wellFormed(collector, fluentd);
  const parts = bufferParts([...routes, ...outputs]);
  return aggregatorSizeMistakes(wellFormed(aggregators, input), limits, parts).map(({ path, message }) => ({
    path: ['aggregators', ...path],
    message,
  }));
}

/** What may have a part of the buffer. */
interface Part {
  readonly bufferSize?: MemoryQuantity;
}
