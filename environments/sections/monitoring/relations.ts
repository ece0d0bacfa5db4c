import type { Mistake } from '../../../constructs/core';
import { abnormalMistakes, labelMistakes, logMetricMistakes } from '../../../constructs/fluentd';
import { list, wellFormed } from '../../values';
import { logMetric } from './log-metrics';
import { monitoring } from './monitoring';

/**
 * Mistakes in well-formed values of the monitoring that only its constructs know of.
 *
 * @param known names of the routes and treatments of the environment, as far as they are well formed
 */
export function monitoringMistakes(input: unknown, known: Parameters<typeof logMetricMistakes>[1]): Mistake[] {
  if (input === undefined) return [];
  const { selectorLabels = {}, abnormal = {}, scraper, dashboards, logMetrics } = wellFormed(monitoring, input);
  const labels = {
    selectorLabels,
    'scraper.podLabels': scraper?.podLabels ?? {},
    'dashboards.sidecarLabels': dashboards?.sidecarLabels ?? {},
  };
  return [
    ...Object.entries(labels).flatMap(([place, values]) =>
      Object.entries(values).flatMap(([key, value]) => labelMistakes([...place.split('.'), key], key, value)),
    ),
    ...logMetricMistakes(list(logMetric).safeParse(logMetrics).data ?? [], known).map(({ path, message }) => ({
      path: ['logMetrics', ...path],
      message,
    })),
    ...abnormalMistakes(abnormal).map(({ path, message }) => ({ path: ['abnormal', ...path], message })),
  ].map(({ path, message }) => ({ path: ['monitoring', ...path], message }));
}
