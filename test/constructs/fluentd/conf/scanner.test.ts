import { expect, test } from 'vitest';

import { ConfParseError, Scanner } from '../../../../constructs/fluentd/conf/scanner';

test('what fits is taken, in order, and the line is known', () => {
  const scanner = new Scanner('ab\n\ncd');
  expect(scanner.tryTake(/b/y)).toBeUndefined();
  expect(scanner.tryTake(/[ab]+/y)?.[0]).toBe('ab');
  expect([scanner.position, scanner.currentLine(), scanner.isAtEnd]).toEqual([2, 1, false]);
  scanner.moveTo(5);
  expect(scanner.currentLine()).toBe(3);
  expect(scanner.take(/d/y, { must: '', todo: '' })[0]).toBe('d');
  expect(scanner.isAtEnd).toBe(true);
});

test.each([
  [2, '[line 2] it must be a, got "b c"; correct it'],
  [5, '[line 2] it must be a, got "\\n"; correct it'],
  [0, '[line 1] it must be a, got "x"; correct it'],
  [6, `[line 3] it must be a, got "${'-'.repeat(40)}"; correct it`],
  [99, '[line 3] it must be a, got the end of the file; correct it'],
])('a mistake at %i says where it is, and what is there', (at, message) => {
  const scanner = new Scanner(`x\nb c\n${'-'.repeat(50)}`);
  const refusal = () => scanner.refuse({ must: 'it must be a', todo: 'correct it', at });
  expect(refusal).toThrow(new ConfParseError(Number(message.charAt(6)), message.slice(9)));
});
