import type { Mistake } from '../../../constructs/core';
import { abnormalMistakes, labelMistakes } from '../../../constructs/fluentd';
import { wellFormed } from '../../values';
import { monitoring } from './monitoring';

/** Mistakes in well-formed values of the monitoring that only its constructs know of. */
export function monitoringMistakes(input: unknown): Mistake[] {
  if (input === undefined) return [];
  const { selectorLabels = {}, abnormal = {}, scraper, dashboards } = wellFormed(monitoring, input);
  const labels = {
    selectorLabels,
    'scraper.podLabels': scraper?.podLabels ?? {},
    'dashboards.sidecarLabels': dashboards?.sidecarLabels ?? {},
  };
  return [
    ...Object.entries(labels).flatMap(([place, values]) =>
      Object.entries(values).flatMap(([key, value]) => labelMistakes([...place.split('.'), key], key, value)),
    ),
    ...abnormalMistakes(abnormal).map(({ path, message }) => ({ path: ['abnormal', ...path], message })),
  ].map(({ path, message }) => ({ path: ['monitoring', ...path], message }));
}
