import { expect, test } from 'vitest';

import { REDACT, type Redaction } from '../../../../../constructs/fluentd/treatments/options/redact';
import { said } from '../said';

const RIGHT: Redaction[] = [
  { pattern: 'cardNumber' },
  { pattern: 'email', with: 'hash' },
  { name: 'employee', pattern: /\bE-\d{6}\b/, samples: ['of E-123456 and others'] },
];

test('the first of several that are the same is named', () => {
  const twice = { pattern: 'email' } as const;
  expect(said(REDACT.mistakes([twice, twice, twice]))).toBe(
    [1, 2]
      .map((index) => `[${index}].pattern must be redacted once, got "email" as at [0]; remove or rename one`)
      .join('\n'),
  );
});

test('known secrets and own ones become sections, and a hash asks for the key', () => {
  expect(said(REDACT.mistakes(RIGHT))).toBe('');
  expect(REDACT.params(RIGHT)).toEqual({
    redaction_key: { env: 'REDACTION_KEY' },
    redact: [
      { pattern: 'cardNumber' },
      { pattern: 'email', with: 'hash' },
      { pattern: 'employee', matches: String.raw`(?a:\b)E\-\d{6}(?a:\b)` },
    ],
  });
  expect(REDACT.params([{ pattern: 'jwt' }])).toEqual({ redact: [{ pattern: 'jwt' }] });
});

test('what is wrong is told with its place', () => {
  const wrong: Redaction[] = [
    { pattern: 'email' },
    { pattern: 'email' },
    { name: '', pattern: /x/, samples: [] },
    { name: 'a b', pattern: /(?<=x)y/, samples: ['xy'] },
    { name: 'any', pattern: /a*|\b/, samples: ['a'] },
    { name: 'id', pattern: /^\d+$/, samples: ['12', 'id 12'] },
    { name: 'id', pattern: /(a+)+b/, samples: ['ab'] },
  ];
  expect(said(REDACT.mistakes(wrong))).toMatchInlineSnapshot(`
    "[2].name must be letters and digits (at most 63, a letter first), got ""; name what it finds
    [2].samples must have a text in which the pattern finds something, got []; write one that is made up
    [3].name must be letters and digits (at most 63, a letter first), got "a b"; name what it finds
    [3].pattern must have no lookbehinds, which Ruby reads otherwise, got (?<=x) in /(?<=x)y/; match what stands before too, or use a lookahead
    [4].pattern must match at least one character, got /a*|\\b/, which matches everywhere; write what there must be
    [5].samples[1] must match /^\\d+$/, got "id 12"; correct the pattern or the sample
    [6].pattern must not take exponential time, got (a+)+ in /(a+)+b/, which matches the same text in many ways; repeat once, or begin each repetition with what the others do not match
    [1].pattern must be redacted once, got "email" as at [0]; remove or rename one
    [6].name must be redacted once, got "id" as at [5]; remove or rename one"
  `);
});
