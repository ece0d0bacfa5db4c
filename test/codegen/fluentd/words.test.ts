import { expect, test } from 'vitest';

import { camelCase, comment, defaultOf, interfaceName, property, typeOf } from '../../../codegen/fluentd/words';

test.each([
  ['input', 'tail', 'TailInput'],
  ['filter', 'record_transformer', 'RecordTransformerFilter'],
  ['buffer', 'file_single', 'FileSingleBuffer'],
  ['output', 'buffer', 'BufferOutput'],
  ['parser', 'apache2', 'Apache2Parser'],
  ['filter', 'parser', 'ParserFilter'],
  ['sd', 'srv', 'SrvServiceDiscovery'],
])('the %s %s has parameters of the type %s', (kind, type, name) => {
  expect(interfaceName(kind, type)).toBe(name);
});

test('functions have the names of their plugins in camel case', () => {
  expect(camelCase('rewrite_tag_filter')).toBe('rewriteTagFilter');
});

test.each([
  [{ type: 'string' }, 'Text'],
  [{ type: 'integer' }, 'Integer'],
  [{ type: 'time' }, 'Time'],
  [{ type: 'regexp' }, 'Regexp'],
  [{ type: 'enum', list: ['a', 'b-c'] }, "Enum<'a' | 'b-c'>"],
  [{ type: 'array' }, 'List'],
  [{ type: 'array', value_type: 'string' }, 'List'],
  [{ type: 'array', value_type: 'integer' }, 'List<number>'],
  [{ type: 'hash' }, 'Hash'],
  [{ type: 'hash', value_type: 'string' }, 'Hash<string>'],
  [{ type: 'hash', value_type: 'regexp' }, 'Hash<Regexp>'],
  [{}, 'Any'],
])('%j is %s', (param, type) => {
  expect(typeOf(param)).toBe(type);
});

test.each([
  [{ type: 'time', default: 60 }, "'60s'"],
  [{ type: 'time', default: 0.5 }, '0.5'],
  [{ type: 'size', default: 8_388_608 }, "'8m'"],
  [{ type: 'size', default: 1_000 }, '1000'],
  [{ type: 'size', default: -1 }, '-1'],
  [{ type: 'string', default: '\n' }, "'\\n'"],
  [{ type: 'bool', default: false }, 'false'],
  [{ type: 'array', default: ['a'] }, '["a"]'],
  [{ type: 'string', default: null }, undefined],
  [{ type: 'string' }, undefined],
])('the default of %j is %s', (param, expected) => {
  expect(defaultOf(param)).toBe(expected);
});

test('names are quoted only where TypeScript needs it', () => {
  expect(['path', '@id', 'a-b', '_a', '1'].map(property)).toEqual(['path', "'@id'", "'a-b'", '_a', "'1'"]);
});

test('a comment has one line if that is short enough, and cannot be ended from within', () => {
  expect(comment('What it is.', undefined, '  ')).toBe('  /** What it is. */\n');
  expect(comment(' What\nit is */ of @a', '5', '')).toBe('/** What it is *\\/ of \\@a @default 5 */\n');
  expect(comment(undefined, '5', '')).toBe('/** @default 5 */\n');
  expect(comment('word '.repeat(30), "'a'", '  ')).toBe(
    [
      '  /**',
      `   * ${'word '.repeat(23).trim()}`,
      `   * ${'word '.repeat(7).trim()}`,
      '   *',
      "   * @default 'a'",
      '   */',
      '',
    ].join('\n'),
  );
});

test('what has nothing to say has no comment', () => {
  expect(comment(undefined, undefined, '  ')).toBe('');
});
