import fc from 'fast-check';
import { expect, test } from 'vitest';

import { covers, GlobIndex } from '../../../../constructs/fluentd/globs';

const index = (globs: readonly string[]) => {
  const filed = new GlobIndex<string>();
  for (const glob of globs) filed.add(glob, glob);
  return filed;
};

test('only what begins and ends alike is found', () => {
  const filed = index(['shop', 'shop-*', 'shop-a*', '*-web', '*', 'cart-*', 'shop?web', 'shop', '*-job']);
  expect(filed.thatMayCover('shop-a-web')).toEqual([['shop-*'], ['shop-a*'], ['*-web'], ['*'], ['shop?web']]);
  expect(filed.thatMayCover('shop')).toEqual([['shop', 'shop'], ['*']]);
  expect(filed.thatMayCover('*')).toEqual([['*']]);
});

test('every glob that covers another one is found', () => {
  const glob = fc
    .array(fc.constantFrom('a', 'b', '*', '?'), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(glob, { maxLength: 10 }), glob, (globs, other) => {
      const covering = globs.filter((each) => covers(each, other));
      expect(index(globs).thatMayCover(other).flat()).toEqual(expect.arrayContaining(covering));
    }),
    { numRuns: 2_000 },
  );
});
