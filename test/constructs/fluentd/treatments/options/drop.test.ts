import { expect, test } from 'vitest';

import { DROP, type DropRule } from '../../../../../constructs/fluentd/treatments/options/drop';
import { said } from '../said';

test('every rule says why, and when', () => {
  const rules: DropRule[] = [
    { reason: ' ', where: {} },
    { reason: 'x'.repeat(64), where: { message: 'm' } },
  ];
  expect(said(DROP.mistakes(rules))).toMatchInlineSnapshot(`
    "[0].reason must say why in 1 to 63 characters, got " "; write a few words
    [0].where must have a condition, got {}, which every line fulfils; write one for a field
    [1].reason must say why in 1 to 63 characters, got "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"; write a few words"
  `);
});

test('a reason has up to 63 characters', () => {
  expect(said(DROP.mistakes([{ reason: 'x'.repeat(63), where: { message: 'm' } }]))).toBe('');
});

test('rules become sections', () => {
  expect(DROP.params([{ reason: 'fine', where: { 'http.response.status_code': { below: 300 } } }])).toEqual({
    drop: [{ reason: 'fine', where: { 'http.response.status_code': { below: 300 } } }],
  });
});
