import { expect, test } from 'vitest';

import { busiestSecond, figuresOf } from '../../../bench/scale/figures';

test('the busiest second may begin at any time', () => {
  const times = (...at: number[]) => busiestSecond(at.map((each) => ({ at: each, bytes: 1, connection: 0 })));

  expect(times()).toEqual([]);
  expect(times(0.1, 0.9, 1.05, 1.1, 1.8, 5).map(({ at }) => at)).toEqual([0.9, 1.05, 1.1, 1.8]);
  expect(times(0, 1, 2)).toHaveLength(1);
});

test('a phase has what came in its time', () => {
  const asked = [
    { at: 1, bytes: 1024, connection: 0 },
    { at: 11, bytes: 2048, connection: 0 },
    { at: 11.5, bytes: 4096, connection: 1 },
    { at: 19, bytes: 8192, connection: 1 },
    { at: 20, bytes: 1024, connection: 2 },
  ];
  expect(figuresOf({ name: 'at rest', from: 10, to: 20 }, { asked, connected: [1, 11.5, 20] })).toEqual({
    phase: 'at rest',
    seconds: 10,
    requests: 3,
    'requests/s': 0.3,
    'most in a second': 2,
    'of connections': 2,
    'KiB of a request': 4,
    'of the largest': 8,
    'connections made': 1,
    'connections used': 2,
  });
});

test('a phase in which nothing came', () => {
  expect(figuresOf({ name: 'away', from: 0, to: 5 }, { asked: [], connected: [] })).toMatchObject({
    requests: 0,
    'KiB of a request': 0,
  });
});
