import { expect, test } from 'vitest';

import { MULTILINE, type Multiline } from '../../../../../constructs/fluentd/treatments/options/multiline';
import { said } from '../said';

const mistakes = (multiline: Multiline) => said(MULTILINE.mistakes(multiline));

test('lines are joined by the input', () => {
  const params = (multiline: Multiline) => [MULTILINE.params(multiline), MULTILINE.inputParams?.(multiline)];
  expect(params('off')).toEqual([{}, { multiline: false }]);
  expect(params('java')).toEqual([{}, { languages: ['java'] }]);
  expect(params(['go', 'python'])).toEqual([{}, { languages: ['go', 'python'] }]);
  expect(params({ firstLine: /^\d/, samples: ['1'] })).toEqual([{}, { first_line: '\\A\\d' }]);
});

test('languages are told once', () => {
  expect(mistakes('off')).toBe('');
  expect(mistakes(['go', 'node', 'go'])).toBe('[2] must be another language, got go as at [0]; remove it');
});

test('a first line is a pattern that its samples match', () => {
  expect(mistakes({ firstLine: /^\d{4}-/, samples: ['2026-11-25'] })).toBe('');
  expect(mistakes({ firstLine: /(?<=a)b/, samples: [] })).toMatchInlineSnapshot(
    `"firstLine must have no lookbehinds, which Ruby reads otherwise, got (?<=a) in /(?<=a)b/; match what stands before too, or use a lookahead"`,
  );
  expect(mistakes({ firstLine: /^\d{4}-/, samples: [] })).toMatchInlineSnapshot(
    `"samples must have a first line of an event, got []; copy one of a log"`,
  );
  expect(mistakes({ firstLine: /^\d{4}-/, samples: ['25.11.2026'] })).toMatchInlineSnapshot(
    `"samples[0] must match /^\\d{4}-/, got "25.11.2026"; correct the pattern or the sample"`,
  );
});
