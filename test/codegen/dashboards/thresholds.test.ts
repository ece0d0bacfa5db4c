import { expect, test } from 'vitest';

import type { Thresholds } from '../../../codegen/dashboards/model/panel';
import { thresholdSteps } from '../../../codegen/dashboards/model/thresholds';

const steps = (thresholds?: Thresholds) =>
  (thresholdSteps(thresholds).build().steps ?? []).map(({ value, color }) => `${value ?? 'below'} ${color}`);

test('more is worse', () => {
  expect(steps({ warning: 5, critical: 10 })).toEqual(['below green', '5 orange', '10 red']);
  expect(steps({ critical: 1 })).toEqual(['below green', '1 red']);
});

test('or less is', () => {
  expect(steps({ warning: 0.5, critical: 0.05, worse: 'less' })).toEqual(['below red', '0.05 orange', '0.5 green']);
  expect(steps({ critical: 1, worse: 'less' })).toEqual(['below red', '1 green']);
});

test('or all values are alike', () => {
  expect(steps()).toEqual(['below green']);
});
