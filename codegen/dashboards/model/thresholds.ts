import { type Threshold, ThresholdsConfigBuilder, ThresholdsMode } from '@grafana/grafana-foundation-sdk/dashboard';

import type { Thresholds } from './panel';

const COLORS = { good: 'green', warning: 'orange', critical: 'red' };

/** Steps from the smallest number on, as Grafana wants them. */
export function thresholdSteps({ warning, critical, worse = 'more' }: Thresholds = {}): ThresholdsConfigBuilder {
  const bounds = [
    { value: warning, color: COLORS.warning },
    { value: critical, color: COLORS.critical },
  ].filter((bound): bound is Threshold & { value: number } => bound.value !== undefined);
  const steps: Threshold[] =
    worse === 'more' ? [{ value: null, color: COLORS.good }, ...bounds] : lessIsWorse(bounds.reverse());
  return new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps(steps);
}

/** Below the smallest bound it is the worst, from the largest on it is good. */
function lessIsWorse(bounds: readonly { value: number; color: string }[]): Threshold[] {
  const colors = [...bounds.map(({ color }) => color), COLORS.good];
  return colors.map((color, index) => ({ value: bounds[index - 1]?.value ?? null, color }));
}
