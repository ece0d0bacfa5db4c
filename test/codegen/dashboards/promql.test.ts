import { expect, test } from 'vitest';

import { askedMetrics } from './promql';

test('metrics are found with the labels that are asked of them', () => {
  expect(
    askedMetrics(
      'sum by (route) (rate(a_total{job="x"}[5m])) / on (node) group_left () max(b) or vector(0) + scalar(c{d!="e"})',
    ),
  ).toEqual([
    { metric: 'a_total', labels: ['job', 'route'] },
    { metric: 'b', labels: [] },
    { metric: 'c', labels: ['d'] },
  ]);
});

test('a label that the expression makes is asked of no metric', () => {
  expect(askedMetrics('sum by (new) (label_replace(a, "new", "$1", "old", "(.*)"))')).toEqual([
    { metric: 'a', labels: [] },
  ]);
});

test('what is no expression is an error', () => {
  expect(() => askedMetrics('sum by (route) rate(a_total[5m]')).toThrow('no expression at character');
});
