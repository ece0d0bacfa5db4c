import { expect, test } from 'vitest';

import { formatMistakes, formatParams } from '../../../../../constructs/fluentd/treatments/formats';
import { said } from '../said';

test('a pattern has named groups, and matches its samples', () => {
  expect(formatMistakes({ regexp: /^(?<level>[A-Z]+) (?<text>.*)$/, samples: ['INFO ready'] })).toEqual([]);
  expect(said(formatMistakes({ regexp: /^[A-Z]+ /, samples: [] }))).toMatchInlineSnapshot(`
    "regexp must have a named group, which is a field, got /^[A-Z]+ /; write one as (?<level>[A-Z]+)
    samples must have a line that is written like that, got []; copy one of a log"
  `);
  expect(said(formatMistakes({ regexp: /^(?<level>[A-Z]+) /, samples: ['INFO x', 'info x'] }))).toMatchInlineSnapshot(
    `"samples[1] must match /^(?<level>[A-Z]+) /, got "info x"; correct the pattern or the sample"`,
  );
});

test('a pattern that Ruby reads otherwise is refused', () => {
  expect(said(formatMistakes({ regexp: /(?<a>x)(?<=y)/, samples: ['x'] }))).toMatchInlineSnapshot(
    `"regexp must have no lookbehinds, which Ruby reads otherwise, got (?<=y) in /(?<a>x)(?<=y)/; match what stands before too, or use a lookahead"`,
  );
  expect(said(formatMistakes({ regexp: /^(?<a>(?:\w+\s?)*)$/, samples: ['x'] }))).toMatchInlineSnapshot(
    `"regexp must not take exponential time, got (?:\\w+\\s?)* in /^(?<a>(?:\\w+\\s?)*)$/, which matches the same text in many ways; repeat once, or begin each repetition with what the others do not match"`,
  );
});

test('a pattern is written for Ruby', () => {
  expect(formatParams({ regexp: /^(?<level>[A-Z]+) (?<text>.*)$/, samples: ['INFO x'] })).toMatchInlineSnapshot(`
    {
      "format": "pattern",
      "pattern": "\\A(?<level>[A-Z]+) (?<text>[^\\n\\r\\u{2028}\\u{2029}]*)\\z",
    }
  `);
});
