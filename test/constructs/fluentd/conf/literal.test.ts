import { expect, test } from 'vitest';

import { parse, type Text } from '../../../../constructs/fluentd/conf';

test.each<[string, Text]>([
  ['two words  # and a comment', 'two words'],
  ['a#b', 'a#b'],
  ['#a', '#a'],
  ["'a # \\' \\\\ \\n'", "a # ' \\ \\n"],
  ['"a # \\" \\\\ \\t\\0\\#{b}"', 'a # " \\ \t\0#{b}'],
  ['"a\nb\\\nc"', 'a\nbc'],
  [`"#{ENV["A"]}"`, { env: 'A' }],
  [`"#{ENV['A'].unpack1('m')}"`, { env: 'A', base64: true }],
  [`"#{ENV['a']}"`, { evaluated: [{ ruby: "ENV['a']" }] }],
  [`"x#{ENV['A'] || '}'}y"`, { evaluated: ['x', { ruby: "ENV['A'] || '}'" }, 'y'] }],
])('%s is read as Fluentd reads it', (text, expected) => {
  expect(parse(`<source>\n  key ${text}\n</source>\n`)[0]?.params.key).toEqual(expected);
});
