import fc from 'fast-check';
import { expect, test } from 'vitest';

import { ConfParseError, parse, render, type Text, tryParse } from '../../../../constructs/fluentd/conf';
import { configuration } from './arbitrary';
import { asParsed, withoutPlaces } from './as-parsed';
import { BY_HAND } from './samples';

test('whatever is written is read back as it was', () => {
  fc.assert(
    fc.property(configuration, (directives) => {
      expect(parse(render(directives)).map(withoutPlaces)).toEqual(directives.map(asParsed));
    }),
    { numRuns: 500 },
  );
});

test('what people write is read as Fluentd reads it', () => {
  expect(parse(BY_HAND).map(withoutPlaces)).toEqual([
    include({ evaluated: [{ ruby: "ENV['SYSTEMD_CONF'] || 'systemd'" }, '.conf'] }),
    include('conf.d/*.conf'),
    {
      name: 'source',
      comment: 'Reads\n  the logs of containers',
      params: {
        '@type': 'tail',
        path: '/var/log/*.log,/var/log/a b.log',
        read_from_head: '',
        exclude_path: { evaluated: ['["', { ruby: "ENV['EXCLUDED']" }, '","/var/log/#1.log"]'] },
      },
      children: [
        {
          name: 'parse',
          params: { '@type': { env: 'PARSER' }, format1: '/^(?<a>[^ ]*) "(?<b>#x)"/' },
          children: [include('parse.conf')],
        },
      ],
    },
    {
      name: 'match',
      argument: { env: 'TAG' },
      params: { '@type': 'copy' },
      children: [
        {
          name: 'store',
          argument: 'ignore_error',
          params: { '@type': 'stdout', note: "the last one, it's counted", table: '{"a":{"b":[1,2.50]}}' },
          children: [],
        },
      ],
    },
  ]);
});

test('what is written of it means the same', () => {
  const read = parse(BY_HAND);
  expect(parse(render(read)).map(withoutPlaces)).toEqual(read.map(withoutPlaces));
});

test('directives and parameters know their lines', () => {
  const [, , source, match] = parse(BY_HAND);
  expect(source).toMatchObject({ line: 8, lastLine: 19, paramLines: { '@type': 9, path: 10, exclude_path: 12 } });
  expect(match?.children[0]).toMatchObject({ line: 25, lastLine: 33, paramLines: { note: 32, table: 31 } });
  const [, second] = parse('<source>\r\n</source>\r\n\r\n<match>\r\n  a 1\r\n</match>\r\n');
  expect(second).toMatchObject({ line: 4, lastLine: 6, params: { a: '1' }, paramLines: { a: 5 } });
});

test.each([
  ['<match **>\n  a 1\n', '[line 3] <match> of line 1 must be closed, got the end of the file; close it'],
  [
    '<match **>\n</source>\n',
    '[line 2] a closing tag must close <match> of line 1, got "</source>"; correct or remove it',
  ],
  ['\n</match>\n', '[line 2] a closing tag must follow an opening tag, got "</match>"; correct or remove it'],
  ['<>\n', '[line 1] a tag must begin with the name of a directive, got ">"; name it'],
  ['<match **\n', '[line 2] a tag must end with >, got the end of the file; close it, or put its argument in quotes'],
  ['<match **> a\n', '[line 1] a tag must end its line, got " a"; end the line, or put the value in quotes'],
  ['port 24224\n', '[line 1] a parameter must be in a directive, got "port 24224"; put it into one, or remove it'],
  ['<a>\n  "b"c\n</a>\n', '[line 2] the name of a parameter must stand before a space, got "c"; put one behind it'],
  [
    '<a>\n  "#{b}" c\n</a>\n',
    '[line 2] the name of a parameter must be text, got "\\"#{b}\\" c"; write it without Ruby',
  ],
  [
    '<match>\n  @tag a\n</match>\n',
    '[line 2] a parameter of <match> with @ must be @type, @id, @label, @log_level, got "@tag a"; remove it, or correct the spelling',
  ],
  ['@include ', '[line 1] @include must name a file, got the end of the file; name it, or remove the line'],
  ['<a>\n  @include\n  b 1\n</a>\n', '[line 2] @include must name a file, got "@include"; name it in the same line'],
  ["<a>\n  b 'c\n  d'\n</a>\n", `[line 2] a value in single quotes must end with ' in its line, got "'c"; close it`],
  ['<a>\n  b "c\n</a>\n', '[line 2] a value in double quotes must end with ", got "\\"c"; close it'],
  [
    '<a>\n  b "c\\n\nd"\n</a>\n',
    '[line 2] a line break in double quotes must follow a character that is no escape sequence, got "\\n"; end the line before with a backslash',
  ],
  [
    '<a>\n  b "\\d"\n</a>\n',
    '[line 2] a backslash in double quotes must stand before n, r, t, f, b, 0 or a symbol, got "\\\\d\\""; write two backslashes, or single quotes',
  ],
  ['<a>\n  b "c" d\n</a>\n', '[line 2] a value must end its line, got " d"; end the line, or put the value in quotes'],
  [
    '<a>\n  b [1, 2\n</a>\n',
    '[line 2] a value in brackets must be JSON, got "[1, 2"; correct it, or put it in single quotes',
  ],
  [
    '<a>\n  b {"c": [ # d\n  ]}\n</a>\n',
    '[line 2] a value in brackets must be JSON, got "{\\"c\\": [ # d"; correct it, or put it in single quotes',
  ],
  ['<a>\n  b "#{c(}"\n</a>\n', '[line 2] embedded Ruby must end with }, got "#{c(}\\""; close what it opens'],
  ['<a>\n  b "#{\'é\'}"\n</a>\n', `[line 2] embedded Ruby must be ASCII, got "#{'é'}\\""; use escape sequences`],
  ['# a\rb\n', '[line 1] a comment must end with a line feed, got "\\n"; remove the carriage return'],
])('fails for %j, and says where', (text, message) => {
  expect(() => parse(text)).toThrow(new ConfParseError(Number(/\d+/.exec(message)), message.replace(/^\[.*?\] /, '')));
  expect(tryParse(text)).toBeUndefined();
});

test('what is no configuration of Fluentd is not taken for one', () => {
  for (const text of ['#!/bin/sh\nset -eu\n', '{\n  "policy": {}\n}\n', 'a:\n  - b\n']) {
    expect(tryParse(text)).toBeUndefined();
  }
  expect(tryParse('<match **>\n</match>\n')).toHaveLength(1);
});

function include(argument: Text) {
  return { name: '@include', argument, params: {}, children: [] };
}
