import { expect, test } from 'vitest';

import {
  groupNames,
  patternMistakes,
  rubyPattern,
  sampleMistakes,
} from '../../../../../constructs/fluentd/treatments/patterns';
import { said } from '../said';

test.each([
  [/^GET \/health$/, String.raw`\AGET \/health\z`],
  [/order=(\d+)/, String.raw`order=(?:\d+)`],
  [/(?<level>[A-Z]+)\b/, String.raw`(?<level>[A-Z]+)(?a:\b)`],
  [/a.c/, String.raw`a[^\n\r\u{2028}\u{2029}]c`],
  [/a.c/s, 'a(?m:.)c'],
  [
    /\s\S/,
    String.raw`[\t-\r \u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}-\u{2029}\u{202f}\u{205f}\u{3000}\u{feff}][^\t-\r \u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}-\u{2029}\u{202f}\u{205f}\u{3000}\u{feff}]`,
  ],
  [/^a$/m, String.raw`(?:\A|(?<=[\n\r\u{2028}\u{2029}]))a(?=[\n\r\u{2028}\u{2029}]|\z)`],
  [/[A-F]x[a-fG-M][X-c]/i, '[A-Fa-f][xX][a-fA-FG-Mg-m][X-cA-Cx-z]'],
  [/x-1[a-f&&]/i, String.raw`[xX]\-1[a-fA-F\&\&]`],
  [new RegExp(`[^]${'[]'}`), '(?m:.)(?!)'],
  [/a{2}?b{1,}?c{0,1}{/, String.raw`a{2}b+?c?\{`],
  [/(?:no|ok) (?!x)(?=y)/, '(?:no|ok) (?!x)(?=y)'],
  [
    /[\]\b[\s\S]/,
    String.raw`[\]\u{8}\[\t-\r \u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}-\u{2029}\u{202f}\u{205f}\u{3000}\u{feff}[^\t-\r \u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}-\u{2029}\u{202f}\u{205f}\u{3000}\u{feff}]]`,
  ],
  [/ä😀#/u, String.raw`\u{e4}\u{1f600}\#`],
])('%s is read by Ruby as another text', (pattern, ruby) => {
  expect(said(patternMistakes(pattern, []))).toBe('');
  expect(rubyPattern(pattern)).toBe(ruby);
});

test.each([
  /a{1000}b{0,1000}/,
  /\u007f~/i,
  /[a-\u007f]/i,
  /(?:a|)/,
  /(?:a|){1}/,
  /\ud7ff\ue000/,
  /\u4e2d/i,
  new RegExp('a'.repeat(4094)),
])('%s is at the bound of what both read', (pattern) => {
  expect(said(patternMistakes(pattern, []))).toBe('');
});

test.each([
  [/\u0080-é/i, 'letters beyond ASCII with the flag i'],
  [/\udfff/, 'halves of characters beyond U+FFFF'],
  [/(?:\b)+/, 'repetitions of what may be empty'],
  [/(?:^a?)+/, 'repetitions of what may be empty'],
  [/a{2,1001}/, 'more than 1000 repetitions'],
  [/ß/i, 'letters beyond ASCII with the flag i'],
])('%s is not', (pattern, what) => {
  expect(said(patternMistakes(pattern, []))).toContain(`must have no ${what}, which Ruby reads otherwise`);
});

test('what the languages do not read alike is refused', () => {
  const patterns = [
    /(?<=a)b/,
    /(?<!a)b/,
    /\p{L}/u,
    /(a)\1/,
    /(?<x>a)\k<x>/,
    /ä/i,
    /[à-ÿ]/i,
    /\ud83d/,
    /(?:a|)*/,
    /(?:a|b?){2}/,
    /(?:(?<x>a))*/,
    /(?=(?<x>a))/,
    /(?<größe>a)/,
    /a{1001}/,
    /a/g,
    /(?:a|b|)+/,
    /k/iu,
    new RegExp('a'.repeat(4095)),
  ];
  expect(said(patterns.flatMap((pattern, index) => patternMistakes(pattern, [index])))).toMatchInlineSnapshot(`
    "[0] must have no lookbehinds, which Ruby reads otherwise, got (?<=a) in /(?<=a)b/; match what stands before too, or use a lookahead
    [1] must have no lookbehinds, which Ruby reads otherwise, got (?<!a) in /(?<!a)b/; match what stands before too, or use a lookahead
    [2] must have no Unicode properties, which Ruby reads otherwise, got \\p{L} in /\\p{L}/u; write the characters, as in [a-zäöü]
    [3] must have no backreferences, which Ruby reads otherwise, got \\1 in /(a)\\1/; write the repeated part again
    [4] must have no backreferences, which Ruby reads otherwise, got \\k<x> in /(?<x>a)\\k<x>/; write the repeated part again
    [5] must have no letters beyond ASCII with the flag i, which Ruby reads otherwise, got ä in /ä/i; write both cases without the flag, as in [äÄ]
    [6] must have no ranges beyond ASCII with the flag i, which Ruby reads otherwise, got à-ÿ in /[à-ÿ]/i; write both cases without the flag, as in [a-zA-Zà-ÿÀ-ß]
    [7] must have no halves of characters beyond U+FFFF, which Ruby reads otherwise, got \\ud83d in /\\ud83d/; add the flag u, with which such a character is one
    [8] must have no repetitions of what may be empty, which Ruby reads otherwise, got (?:a|)* in /(?:a|)*/; repeat what has at least one character
    [9] must have no repetitions of what may be empty, which Ruby reads otherwise, got (?:a|b?){2} in /(?:a|b?){2}/; repeat what has at least one character
    [10] must have no named groups that repeat, which Ruby reads otherwise, got (?<x>a) in /(?:(?<x>a))*/; move the group around the repetition
    [11] must have no named groups in lookaheads, which Ruby reads otherwise, got (?<x>a) in /(?=(?<x>a))/; leave out the name
    [12] must have no names of groups with other characters, which Ruby reads otherwise, got (?<größe>a) in /(?<größe>a)/; use letters, digits and _
    [13] must have no more than 1000 repetitions, which Ruby reads otherwise, got a{1001} in /a{1001}/; write *, + or a smaller number
    [14] must have no flags but i, m, s and u, got "g"; leave out the others
    [15] must have no repetitions of what may be empty, which Ruby reads otherwise, got (?:a|b|)+ in /(?:a|b|)+/; repeat what has at least one character
    [16] must not have the flags i and u, with which K is the sign of Kelvin too; write both cases without i
    [17] must have at most 4096 characters, got 4097; write several patterns"
  `);
});

test.each([/^(?:a+)+$/, /([a-z0-9]+)*@/, /^(\w+\s?)*$/, /(x+x+)+y/, /(?:[a-z]+,?)+;/, /(a+){20}b/])(
  '%s is refused, for it may take for ever',
  (pattern) => {
    expect(said(patternMistakes(pattern, ['pattern']))).toMatch(
      /^pattern must not take exponential time, got \S+ in \//,
    );
  },
);

test.each([
  [/(?:a+b?a+c)*d/, 'a+'],
  [/^(?:\w+\s?\w+,)*$/, '\\w+'],
  [/^(?:[ab]+(?:a|b)){5}d/, '[ab]+'],
  [/(?:a+){4}b/, '(?:a+){4}'],
])('of %s the part that trades with another is told', (pattern, part) => {
  expect(said(patternMistakes(pattern, []))).toContain(`must not take exponential time, got ${part} in /`);
});

test('a mistake says which part is slow, and what to do', () => {
  expect(said(patternMistakes(/id: (?:a+)+$/, ['pattern']))).toMatchInlineSnapshot(
    `"pattern must not take exponential time, got (?:a+)+ in /id: (?:a+)+$/, which matches the same text in many ways; repeat once, or begin each repetition with what the others do not match"`,
  );
});

test.each([
  /error.*timeout.*retry/,
  /^\s+|\s+$/,
  /[\w.+-]+@[\w-]+\.[\w.-]+/,
  /^(\S+) (\S+) \[(.*)\] "(.*)"$/,
  /(\w+,)*\w+/,
  /(?:a+){3}b/,
  /(?:(?:a+)?b)?c/,
])('%s is not refused, for it is linear or quadratic at most', (pattern) => {
  expect(said(patternMistakes(pattern, []))).toBe('');
});

test('a pattern with mistakes has no source', () => {
  expect(() => rubyPattern(/a/g)).toThrow(
    new TypeError('must have no flags but i, m, s and u, got "g"; leave out the others'),
  );
});

test('groups have their names in their order', () => {
  expect(groupNames(/(?<b>x)(?:(?<a>y)|(z))?/)).toEqual(['b', 'a']);
});

test('samples must match', () => {
  expect(said(sampleMistakes(/^\d+$/, ['1', 'x', ''], ['samples']))).toMatchInlineSnapshot(`
    "samples[1] must match /^\\d+$/, got "x"; correct the pattern or the sample
    samples[2] must match /^\\d+$/, got ""; correct the pattern or the sample"
  `);
  expect(sampleMistakes(/a/g, ['b'], [])).toEqual([]);
});

test('a thousand patterns are read in less than a second', () => {
  const patterns = Array.from(
    { length: 1000 },
    (_, n) => new RegExp(`^\\[(?<time>[^\\]]+)\\] (?<level>[A-Z]+) +order-${n}: (?<text>.*)$`),
  );
  const before = process.cpuUsage();
  for (const pattern of patterns) expect(patternMistakes(pattern, [])).toEqual([]);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(1000);
});
