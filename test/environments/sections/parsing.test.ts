import { expect, test } from 'vitest';

import { placeOf } from '../../../constructs/core';
import { multiline, parse } from '../../../environments/sections/parsing';

/** What is said of a value, a line per mistake. */
function said(value: unknown, schema: typeof parse | typeof multiline = parse): string {
  const { error } = schema.safeParse(value, { reportInput: true });
  return (error?.issues ?? []).map(({ path, message }) => `${placeOf(path)} ${message}`).join('\n');
}

test.each([
  'json',
  { csv: { columns: ['a'] } },
  { regexp: /(?<a>b)/, samples: ['b'] },
  { grok: '%{WORD:a}', samples: ['b'] },
  { firstOf: ['nginx', { csv: { columns: ['a'], separator: ';' } }] },
])('what an operator writes of a format is what the construct takes: %j', (written) => {
  expect(parse.parse(written)).toEqual(written);
});

test.each([
  [
    'xml',
    'must be one of json, ecs, logfmt, ltsv, nginx, apache, klog, syslog, or an object with csv, regexp or grok, or an object with firstOf, got "xml"; choose one of them',
  ],
  [
    { csv: { colums: [] } },
    'csv.columns must be a list, got nothing; write it as [ ... ]\ncsv must be a known key (columns, separator, quote); correct the spelling or remove it',
  ],
  [
    { csv: { columns: [], separator: 1 } },
    'csv.columns must have at least 1 element, got none; add one\ncsv.separator must be a text, got 1; write it in quotes',
  ],
  [{ firstOf: 'json' }, 'firstOf must be a list, got "json"; write it as [ ... ]'],
  [
    { firstOf: ['json', 'xml', { csv: 1 }] },
    'firstOf[1] must be one of json, ecs, logfmt, ltsv, nginx, apache, klog, syslog, or an object with csv, regexp or grok, got "xml"; choose one of them\nfirstOf[2].csv must be an object with the keys columns, separator, quote, got 1; write it as { ... }',
  ],
  [
    { regexp: 'a', samples: [] },
    'regexp must be a regular expression, got "a"; write it as /.../\nsamples must have at least 1 element, got none; add one',
  ],
  [
    { grok: /a/ },
    'grok must be a text, got /a/; write it in quotes\nsamples must be a list, got nothing; write it as [ ... ]',
  ],
])('a format of another form is refused, with its place: %j', (value, message) => {
  expect(said(value).replace(/^ /, '')).toBe(message);
});

test.each(['off', 'java', ['go', 'python'], { firstLine: /^a/, samples: ['a'] }])(
  'what an operator writes of lines is what the construct takes: %j',
  (written) => {
    expect(multiline.parse(written)).toEqual(written);
  },
);

test('lines of another form are refused, with their place', () => {
  const languages = 'dotnet, elixir, erlang, go, java, node, php, python, ruby, rust, swift';
  expect(said('cobol', multiline).trim()).toBe(
    `must be off, one of ${languages}, a list of them, or an object with firstLine, got "cobol"; choose one of them`,
  );
  expect(said(['go', 'off'], multiline)).toBe(`[1] must be one of ${languages}, got "off"; choose one of them`);
  expect(said([], multiline).trim()).toBe('must have at least 1 element, got none; add one');
  expect(said({ firstLine: 'a', sample: [] }, multiline)).toMatchInlineSnapshot(`
    "firstLine must be a regular expression, got "a"; write it as /.../
    samples must be a list, got nothing; write it as [ ... ]
     must be a known key (firstLine, samples); correct the spelling or remove it"
  `);
});
