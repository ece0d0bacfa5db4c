import { expect, test } from 'vitest';

import { formatMistakes, formatParams } from '../../../../../constructs/fluentd/treatments/formats';
import { GROK_PATTERNS } from '../../../../../constructs/fluentd/treatments/formats/grok-patterns';
import { patternMistakes } from '../../../../../constructs/fluentd/treatments/patterns';
import { said } from '../said';

const mistakes = (grok: string, ...samples: string[]) => said(formatMistakes({ grok, samples }));

test('parts with fields match the whole of a line', () => {
  expect(mistakes('%{IP:client.ip} %{WORD:method} \\[%{NUMBER:took:float}\\]', '10.0.0.1 GET [0.5]')).toBe('');
  expect(mistakes('%{WORD:a}', 'a b')).toMatchInlineSnapshot(
    `"samples[0] must match /^(?:(?<f1>\\w+))$/, got "a b"; correct the pattern or the sample"`,
  );
});

test('what is no pattern of grok is refused', () => {
  expect(mistakes('ready', 'ready')).toMatchInlineSnapshot(
    `"grok must have a part with a field, got "ready"; write one as %{LOGLEVEL:log.level}"`,
  );
  expect(mistakes('%{LEVEL:a}', 'x').replace(/\(.*\)/, '(...)')).toMatchInlineSnapshot(
    `"grok must be made of known parts (...), got %{LEVEL:a}; correct LEVEL, or write a regular expression"`,
  );
  expect(mistakes('%{WORD:a b} %{WORD:c} %{WORD:c}', 'x')).toMatchInlineSnapshot(`
    "grok must name fields with letters, digits, _, @ and - between dots, got %{WORD:a b}; rename "a b"
    grok must have each field once, got c twice; rename one"
  `);
  expect(mistakes('[%{WORD:a}', '[x')).toMatchInlineSnapshot(
    `"grok must be a regular expression between its parts, got "[%{WORD:a}"; write \\ before characters that mean something, such as [ and ("`,
  );
  expect(mistakes('(?:%{WORD}\\s?)*%{WORD:a}', 'x')).toMatchInlineSnapshot(
    `"grok must not take exponential time, got (?:(?:\\w+)\\s?)* in /^(?:(?:(?:\\w+)\\s?)*(?<f1>\\w+))$/, which matches the same text in many ways; repeat once, or begin each repetition with what the others do not match"`,
  );
  expect(mistakes('%{WORD:a}')).toMatchInlineSnapshot(
    `"samples must have a line that is written like that, got []; copy one of a log"`,
  );
});

test('fields are given by the order of their groups', () => {
  expect(formatParams({ grok: '%{WORD:log.level} %{GREEDYDATA:message}', samples: ['a b'] })).toMatchInlineSnapshot(`
    {
      "format": "pattern",
      "names": [
        "log.level",
        "message",
      ],
      "pattern": "\\A(?:(?<f1>\\w+) (?<f2>[^\\n\\r\\u{2028}\\u{2029}]*))\\z",
    }
  `);
});

test.each(Object.entries(GROK_PATTERNS))('%s means the same in Ruby', (_, source) => {
  expect(patternMistakes(new RegExp(`^(?:${source})$`), [])).toEqual([]);
});

test.each([
  ['TIMESTAMP_ISO8601', '2026-11-25T07:00:00.123Z', '2026-11-25 07:00:00,123', '2026-11-25 07:00:00 +0100'],
  ['SYSLOGTIMESTAMP', 'Oct 11 22:14:15', 'Oct  1 22:14:15'],
  ['HTTPDATE', '10/Oct/2026:13:55:36 -0700'],
  ['IP', '10.0.0.1', '::1', '2001:db8::ff00:42:8329', '::ffff:10.0.0.1'],
  ['IPORHOST', 'cart.shop.svc', '10.0.0.1'],
  ['LOGLEVEL', 'WARN', 'Warning', 'error', 'CRITICAL'],
  ['NUMBER', '-1.5', '12', '.5'],
  ['URIPATHPARAM', '/a/b?c=d', '/'],
  ['JAVACLASS', 'org.example.Cart$Item'],
  ['UUID', '8a6e1f0c-2222-3333-4444-555555555555'],
  ['QS', '"a \\"b\\""'],
  ['EMAILADDRESS', 'a.b@example.com'],
])('%s matches what it is meant for', (name, ...texts) => {
  for (const text of texts) expect(text).toMatch(new RegExp(`^(?:${GROK_PATTERNS[name]})$`));
});
