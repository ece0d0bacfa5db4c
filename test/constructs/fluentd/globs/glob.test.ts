import fc from 'fast-check';
import { expect, test } from 'vitest';

import { commonName, covers } from '../../../../constructs/fluentd/globs';

/** Globs and names of few characters, so that they meet often. */
const glob = fc.array(fc.constantFrom('a', 'b', '-', '*', '?'), { maxLength: 7 }).map((parts) => parts.join(''));
const name = fc.array(fc.constantFrom('a', 'b', '-', 'x'), { maxLength: 7 }).map((parts) => parts.join(''));

/** What File.fnmatch of Ruby decides. */
function matches(pattern: string, text: string): boolean {
  return new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(text);
}

test.each([
  ['team-*', '*-a', 'team-a'],
  ['*', '*', ''],
  ['a?c', '*b*', 'abc'],
  ['team-?', 'team-??', undefined],
  ['shop', 'shop', 'shop'],
  ['shop', 'cart', undefined],
  ['a*b', 'a*c', undefined],
  ['a*a', 'a?a*', 'axa'],
])('%s and %s match %s', (one, other, common) => {
  expect(commonName(one, other)).toBe(common);
  expect(commonName(other, one)).toBe(common);
});

test.each([
  ['team-*', 'team-a', true],
  ['team-*', 'team-a-*', true],
  ['team-a-*', 'team-*', false],
  ['*?', '?*', true],
  ['?', '*', false],
  ['*', '*', true],
  ['a', 'a', true],
  ['a', '?', false],
  ['*a*', '*ba?', true],
  ['pay?', 'pay', false],
])('%s covers %s: %s', (one, other, isCovered) => {
  expect(covers(one, other)).toBe(isCovered);
});

test('a common name is matched by both, and there is one whenever a name is', () => {
  fc.assert(
    fc.property(glob, glob, name, (one, other, text) => {
      const common = commonName(one, other);
      if (common !== undefined) expect([matches(one, common), matches(other, common)]).toEqual([true, true]);
      if (matches(one, text) && matches(other, text)) expect(common).toBeDefined();
    }),
    { numRuns: 2000 },
  );
});

test('a glob that covers another matches each of its names, and a name is covered by what matches it', () => {
  fc.assert(
    fc.property(glob, glob, name, (one, other, text) => {
      if (covers(one, other) && matches(other, text)) expect(matches(one, text)).toBe(true);
      expect(covers(one, text)).toBe(matches(one, text));
    }),
    { numRuns: 2000 },
  );
});
