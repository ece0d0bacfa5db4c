import { expect, test } from 'vitest';

import { DNS_LABEL, followsRule, mistakeIn, shown } from '../../../../constructs/core';

test('a mistake has its place, what must hold, what was given and what to do', () => {
  expect(mistakeIn(['a', 0], false, 'a key', 7, 'correct it')).toEqual([
    { path: ['a', 0], message: 'must be a key, got 7; correct it' },
  ]);
});

test('what holds is no mistake', () => {
  expect(mistakeIn(['a'], true, 'a key', 7, 'correct it')).toEqual([]);
});

test('values are shown as they were written', () => {
  expect([undefined, null, 'a', { a: 1 }, Symbol('a')].map(shown)).toEqual([
    'nothing',
    'null',
    '"a"',
    '{"a":1}',
    'Symbol(a)',
  ]);
});

test('a value that is no text follows no rule', () => {
  expect([undefined, null, 7, ['a'], 'a'].map((value) => followsRule(value, DNS_LABEL))).toEqual([
    false,
    false,
    false,
    false,
    true,
  ]);
});
