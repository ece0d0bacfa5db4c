import { expect, test } from 'vitest';

import { LEVEL } from '../../../../../constructs/fluentd/treatments/options/level';
import { said } from '../said';

test('a level may come from anywhere', () => {
  expect(LEVEL.mistakes({})).toEqual([]);
  expect(LEVEL.mistakes({ field: 'json.sev', numbers: 'syslog', words: { Loud: 'error' }, text: true })).toEqual([]);
});

test('fields have names, and words are words', () => {
  expect(said(LEVEL.mistakes({ field: '', words: { ' x': 'error', '': 'info' } }))).toMatchInlineSnapshot(`
    "field must be the name of a field, got ""; write it as in Elasticsearch, for example json.time
    words. x must be a word (1 to 40 characters without spaces around it), got " x"; correct it
    words. must be a word (1 to 40 characters without spaces around it), got ""; correct it"
  `);
});

test('a word has up to 40 characters', () => {
  const [most, more] = ['x'.repeat(40), 'x'.repeat(41)];
  expect(said(LEVEL.mistakes({ words: { [most]: 'error', [more]: 'info' } }))).toBe(
    `words.${more} must be a word (1 to 40 characters without spaces around it), got "${more}"; correct it`,
  );
});

test('a level is a section', () => {
  expect(LEVEL.params({ words: { loud: 'error' }, default: 'info' })).toEqual({
    level: { field: undefined, numbers: undefined, words: { loud: 'error' }, text: undefined, default: 'info' },
  });
});
