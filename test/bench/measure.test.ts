import { expect, test } from 'vitest';

import { median, medianDurations, runProcess, steepestSlope } from '../../bench/measure';

test('the median is the middle value, or between the two middle ones', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test('works take turns, and rounds to warm up do not count', () => {
  const order: string[] = [];
  const durations = medianDurations([() => order.push('a'), () => order.push('b')], 2, 1);
  expect(order).toEqual(['a', 'b', 'a', 'b', 'a', 'b']);
  expect(durations).toHaveLength(2);
});

test('the slope is 1 for what grows in proportion and 2 for a square, also after a flat start', () => {
  const points = (y: (x: number) => number) => [1, 10, 100].map((x) => ({ x, y: y(x) }));
  expect(steepestSlope(points((x) => 3 * x))).toBeCloseTo(1);
  expect(steepestSlope(points((x) => x * x))).toBeCloseTo(2);
  expect(steepestSlope(points((x) => Math.max(10, x * x)))).toBeCloseTo(2);
});

test('a process that fails says what it wrote', () => {
  expect(runProcess(process.execPath, ['-e', 'console.log(process.env.WORD)'], { WORD: 'yes' })).toBe('yes\n');
  expect(() => runProcess(process.execPath, ['-e', 'console.error("no"); process.exit(3)'])).toThrow(/ failed:\nno\n$/);
});
