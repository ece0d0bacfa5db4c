import fc from 'fast-check';
import { expect, test } from 'vitest';

import { commonName, overlaps } from '../../../../constructs/fluentd/globs';

const placed = (globs: readonly string[]) => globs.map((glob, place) => ({ glob, place }));

test('each glob is told with the first one that it overlaps, in their order', () => {
  expect(overlaps(placed(['team-*', 'shop-*', '*-a', 'team-b-*', 'cart']), () => true)).toEqual([
    { first: 0, second: 2, example: 'team-a' },
    { first: 0, second: 3, example: 'team-b-' },
  ]);
});

test('places that are of no interest are passed over', () => {
  expect(overlaps(placed(['a*', 'ab*', 'abc*']), (one) => one !== 0)).toEqual([
    { first: 1, second: 2, example: 'abc' },
  ]);
});

test('they are those that comparing all pairs finds', () => {
  const glob = fc.array(fc.constantFrom('a', 'b', '*', '?'), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(glob, { maxLength: 8 }), (lists) => {
      const globs = lists.map((parts) => parts.join(''));
      const pairs = globs.flatMap((other, second) => {
        const first = globs.findIndex((one, at) => at < second && commonName(one, other) !== undefined);
        return first < 0 ? [] : [[first, second]];
      });
      expect(overlaps(placed(globs), () => true).map(({ first, second }) => [first, second])).toEqual(pairs);
    }),
    { numRuns: 500 },
  );
});
