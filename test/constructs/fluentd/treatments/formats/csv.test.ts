import { expect, test } from 'vitest';

import { formatMistakes, formatParams } from '../../../../../constructs/fluentd/treatments/formats';
import { said } from '../said';

test('columns have names, each its own', () => {
  expect(said(formatMistakes({ csv: { columns: [] } }))).toBe(
    'csv.columns must name the values of a line, got []; name one for each value',
  );
  expect(said(formatMistakes({ csv: { columns: ['time', '', 'a\nb', 'time'] } }))).toMatchInlineSnapshot(`
    "csv.columns[1] must be the name of a field (1 to 256 characters), got ""; name it
    csv.columns[2] must be the name of a field (1 to 256 characters), got "a\\nb"; name it
    csv.columns[3] must be the only column of its name, got "time" as at [0]; rename one"
  `);
});

test('separator and quote are two characters', () => {
  expect(said(formatMistakes({ csv: { columns: ['a'], separator: ', ', quote: '' } }))).toMatchInlineSnapshot(`
    "csv.separator must be one character, got ", "; write one
    csv.quote must be one character, got ""; write one"
  `);
  expect(said(formatMistakes({ csv: { columns: ['a'], separator: '"' } }))).toBe(
    'csv.quote must not be the separator, got "\\""; choose another character',
  );
  expect(formatMistakes({ csv: { columns: ['a'], separator: '\t', quote: "'" } })).toEqual([]);
});

test('a format is a section', () => {
  expect(formatParams('nginx')).toEqual({ format: 'nginx' });
  expect(formatParams({ csv: { columns: ['a', 'b'], separator: ';' } })).toEqual({
    format: 'csv',
    columns: ['a', 'b'],
    separator: ';',
    quote: undefined,
  });
});
