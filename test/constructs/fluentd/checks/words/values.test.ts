import { describe, expect, test } from 'vitest';

import { shown, textOf, valueMistake } from '../../../../../constructs/fluentd/checks/words/values';
import { VALUES } from './value-samples';

describe.each(VALUES)('%s', (type, right, wrong) => {
  test.each(right)('takes %j', (value) => {
    expect(valueMistake({ type }, value)).toBeUndefined();
  });

  test.each(wrong)('refuses %j', (value) => {
    expect(valueMistake({ type }, value)).toContain(`got ${JSON.stringify(value)}`);
  });
});

test.each([
  ['bool', 'on', 'must be true or false, got "on"; write one of them'],
  ['integer', '1.5', 'must be a whole number, got "1.5"; write for example 3'],
  ['float', 'a', 'must be a number, got "a"; write for example 0.5'],
  ['array', '[a', 'must be a list (as JSON, or words with commas between them), got "[a"; write for example ["a","b"]'],
  [
    'hash',
    'a',
    'must be a hash (as JSON, or key:value with commas between them), got "a"; write for example {"a":"b"}',
  ],
  ['regexp', '/a', 'must be a regular expression between slashes, got "/a"; end it with a slash'],
] as const)('%s says what it takes', (type, value, mistake) => {
  expect(valueMistake({ type }, value)).toBe(mistake);
});

test('an enum takes its words only', () => {
  const param = { type: 'enum', list: ['gzip', 'text'] } as const;

  expect(valueMistake(param, 'gzip')).toBeUndefined();
  expect(valueMistake(param, 'gizp')).toBe('must be one of gzip, text, got "gizp"; write gzip');
  expect(valueMistake(param, 'brotli')).toBe('must be one of gzip, text, got "brotli"; write one of them');
});

test('values are text for Fluentd, unless only it knows them', () => {
  expect([5, true, 'a', ['a', 'b']].map(textOf)).toEqual(['5', 'true', 'a', '["a","b"]']);
  expect(textOf({ env: 'A' })).toBeUndefined();
  expect(shown({ env: 'A' })).toBe('{"env":"A"}');
});
