import { describe, expect, test } from 'vitest';
import { sentence } from '../../../../../constructs/fluentd/checks/places';
import { unknownWords } from '../../../../../constructs/fluentd/checks/words/known-words';
import type { Directive } from '../../../../../constructs/fluentd/conf';
import { ACCEPTED, MISTAKES, match, tail } from './word-samples';

const mistakes = (...directives: Directive[]) => unknownWords({ directives, surroundings: {} }).map(sentence);

describe('a configuration is refused for', () => {
  test.each(Object.entries(MISTAKES))('%s', (_what, [directive, mistake]) => {
    expect(mistakes(directive)).toEqual([mistake]);
  });
});

describe('a configuration is accepted with', () => {
  test.each(Object.entries(ACCEPTED))('%s', (_what, directive) => {
    expect(mistakes(directive)).toEqual([]);
  });
});

test('all mistakes are told, in the order of the file', () => {
  const buffer = { name: 'buffer', argument: 'time', params: { timekey: '1day' } };
  const file = match({ '@type': 'file', append: 'maybe' }, [buffer]);

  expect(mistakes(tail({ rotate_wiat: '5s' }), { name: 'label', argument: '@LOGS', children: [file] })).toEqual([
    '<source @type tail> rotate_wiat must be a parameter of the input tail, got "5s"; write rotate_wait',
    '<label @LOGS> <match ** @type file> append must be true or false, got "maybe"; write one of them',
    '<label @LOGS> <match ** @type file> path must be given, since the output file requires it, got nothing; add it',
    '<label @LOGS> <match ** @type file> <buffer time> timekey must be a time (seconds, or a whole number with s, m, h or d), got "1day"; write for example 30s',
  ]);
});
