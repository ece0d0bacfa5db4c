import { expect, test } from 'vitest';

import { autoscalerSpec, fewest, scalingMistakes } from '../../../../constructs/fluentd/aggregator/scaling';

test('the fewest pods are those of the autoscaler, those that are said, or two', () => {
  expect(fewest({})).toBe(2);
  expect(fewest({ replicas: 5 })).toBe(5);
  expect(fewest({ autoscaling: { minReplicas: 3, maxReplicas: 4 } })).toBe(3);
});

test('pods are removed one at a time and slowly', () => {
  const { behavior, metrics } = autoscalerSpec('a', { minReplicas: 1, maxReplicas: 2, targetCpu: 50 });
  expect(metrics?.[0]?.resource?.target).toEqual({ type: 'Utilization', averageUtilization: 50 });
  expect(behavior?.scaleDown).toEqual({
    stabilizationWindowSeconds: 600,
    policies: [{ type: 'Pods', value: 1, periodSeconds: 300 }],
  });
});

test('numbers that cannot be', () => {
  const autoscaling = { minReplicas: 3, maxReplicas: 2, targetCpu: 100 };
  expect(scalingMistakes({ replicas: 2, autoscaling })).toEqual([
    {
      path: ['replicas'],
      message: 'must not be given with autoscaling, which counts the pods, got 2; leave one of them out',
    },
    {
      path: ['autoscaling', 'maxReplicas'],
      message: 'must be a whole number from minReplicas (3) to 200, got 2; change it',
    },
    {
      path: ['autoscaling', 'targetCpu'],
      message: 'must be a whole number from 10 to 95, in percent, got 100; write for example 70',
    },
  ]);
  expect(scalingMistakes({ autoscaling: { minReplicas: 0, maxReplicas: 2 } })).toEqual([
    { path: ['autoscaling', 'minReplicas'], message: 'must be a whole number from 1 to 200, got 0; change it' },
  ]);
  expect(scalingMistakes({ replicas: 200 })).toEqual([]);
});
