import type { Mistake } from '../../../constructs/core';
import { abnormalMistakes, labelMistakes } from '../../../constructs/fluentd';
import { wellFormed } from '../../values';
import { monitoring } from './monitoring';

/** Mistakes in well-formed values of the monitoring that only its constructs know of. */
export function monitoringMistakes(input: unknown): Mistake[] {
  if (input === undefined) return [];
  const { selectorLabels = {}, abnormal = {} } = wellFormed(monitoring, input);
  return [
    ...Object.entries(selectorLabels).flatMap(([key, value]) => labelMistakes(['selectorLabels', key], key, value)),
    ...abnormalMistakes(abnormal).map(({ path, message }) => ({ path: ['abnormal', ...path], message })),
  ].map(({ path, message }) => ({ path: ['monitoring', ...path], message }));
}
