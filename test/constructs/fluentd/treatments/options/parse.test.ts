import { expect, test } from 'vitest';

import { PARSE } from '../../../../../constructs/fluentd/treatments/options/parse';
import { said } from '../said';

test('a format, or several of which the first reads a line', () => {
  expect(PARSE.mistakes('logfmt')).toEqual([]);
  expect(PARSE.params('logfmt')).toEqual({ parser: [{ format: 'logfmt' }] });
  expect(PARSE.mistakes({ firstOf: ['klog', 'logfmt'] })).toEqual([]);
  expect(PARSE.params({ firstOf: ['klog', 'logfmt'] })).toEqual({ parser: [{ format: 'klog' }, { format: 'logfmt' }] });
});

test('alternatives are at least two, and differ', () => {
  expect(said(PARSE.mistakes({ firstOf: ['nginx'] }))).toBe(
    'firstOf must have at least 2 formats, got 1; add one, or write a format without firstOf',
  );
  expect(said(PARSE.mistakes({ firstOf: ['nginx', { csv: { columns: [''] } }, 'nginx'] }))).toMatchInlineSnapshot(`
    "firstOf[1].csv.columns[0] must be the name of a field (1 to 256 characters), got ""; name it
    firstOf[2] must be another format than before it, got "nginx" as at [0]; remove one"
  `);
});
