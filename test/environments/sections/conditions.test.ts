import { expect, test } from 'vitest';

import { placeOf } from '../../../constructs/core';
import { conditions } from '../../../environments/sections/conditions';

test('values, patterns, lists and comparisons are conditions', () => {
  const written = { a: 'x', b: [1, /y/, true], c: { not: /z/ }, d: { atLeast: 1, below: 2 } };
  expect(conditions.parse(written)).toEqual(written);
});

test('what is none is refused with its place', () => {
  const { error } = conditions.safeParse({ a: null, b: { above: 1 }, c: [{}] }, { reportInput: true });
  expect(error?.issues.map(({ path, message }) => `${placeOf(path)} ${message}`).join('\n')).toMatchInlineSnapshot(`
    "a must be a value, a list of values, or an object with not, atLeast or below, got null; write one of them
    b must be a known key (not, atLeast, below); correct the spelling or remove it
    c must be a value, a list of values, or an object with not, atLeast or below, got [{}]; write one of them"
  `);
});
