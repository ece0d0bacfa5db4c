import { expect, test } from 'vitest';

import { parse, type Text } from '../../../../constructs/fluentd/conf';

const value = (text: string) => parse(`<source>\n  key ${text}\n</source>\n`)[0]?.params.key;

test.each<[string, Text]>([
  ['[]', '[]'],
  ['{ "a": "b c", "d": [1.0, null] } # e', '{"a":"b c","d":[1.0,null]}'],
  ['["a", # one\n "b"]', '["a","b"]'],
  ['["]#", "{#}", "\\"#{"]', '["]#","{#}","\\"#{"]'],
  ['["#{a}"]', { evaluated: ['["', { ruby: 'a' }, '"]'] }],
  ['{"port": #{ENV["PORT"]}}', { evaluated: ['{"port":', { ruby: 'ENV["PORT"]' }, '}'] }],
  ['[#{a}\n]', '[]'],
])('%s is read as Fluentd reads it', (text, expected) => {
  expect(value(text)).toEqual(expected);
});

test.each([
  '[1 2]',
  '[1, 2',
  '{"a": [1, # b\n2]}',
  '["a",\n# b\n"c"]',
  '["a\nb"]',
  '[1] # b'.replace(']', ''),
  '[1, # b',
])('fails for %j, which Fluentd refuses', (text) => {
  expect(() => value(text)).toThrow(/^\[line 2\] a value in brackets must be JSON, got /);
});

test('fails where Fluentd would take for Ruby what is far from it', () => {
  expect(() => value('["#a"]\n  b 1\n{c} 2')).toThrow(
    '[line 2] a # in JSON must not be followed by a line that begins with {, got "#a\\"]"; put the JSON in single quotes, or indent that line',
  );
});
