import { expect, test } from 'vitest';

import { joined, parseRuby, textOf } from '../../../../constructs/fluentd/conf/evaluated';
import { Scanner } from '../../../../constructs/fluentd/conf/scanner';

test('texts that are neighbours are one, and empty ones are none', () => {
  expect(joined(['', 'a', 'b', { ruby: '1' }, '', { ruby: '2' }, 'c', ''])).toEqual([
    'ab',
    { ruby: '1' },
    { ruby: '2' },
    'c',
  ]);
});

test('a value is as plain as it can be', () => {
  expect(textOf([])).toBe('');
  expect(textOf(['a', 'b'])).toBe('ab');
  expect(textOf([{ ruby: " ENV['A'] " }, ''])).toEqual({ env: 'A' });
  expect(textOf([{ ruby: "ENV['A']" }, 'b'])).toEqual({ evaluated: [{ ruby: "ENV['A']" }, 'b'] });
});

test('Ruby is taken up to its end', () => {
  const scanner = new Scanner('#{a}b');
  scanner.moveTo(2);
  expect(parseRuby(scanner, 0)).toBe('a');
  expect(scanner.position).toBe(4);
});
