import { expect, test } from 'vitest';
import type { z } from 'zod';

import { placeOf } from '../../../constructs/core';
import { fields, maxMessage, rateLimit, sample } from '../../../environments/sections/volume';

/** What is said of a value, a line per mistake. */
function said(schema: z.ZodType, value: unknown): string {
  const { error } = schema.safeParse(value, { reportInput: true });
  return (error?.issues ?? []).map(({ path, message }) => `${placeOf(path)} ${message}`).join('\n');
}

test('values of another form are refused, with their places', () => {
  expect(said(rateLimit, { lines: '5', per: 60, bursts: 1 })).toMatchInlineSnapshot(`
    "lines must be a number, got "5"; write it without quotes
    per must be a time of whole seconds, minutes, hours or days (s, m, h, d), got 60; write for example 12h or 30d
     must be a known key (lines, per, burst); correct the spelling or remove it"
  `);
  expect(said(sample, { keep: '10%', by: 1, except: [] })).toMatchInlineSnapshot(`
    "keep must be a number, got "10%"; write it without quotes
    by must be a text, got 1; write it in quotes
    except must be an object of conditions by field, got []; write it as { 'log.level': 'debug' }"
  `);
  expect(said(fields, { rename: [], keep: 'json.a', remove: [1], add: { a: null } })).toMatchInlineSnapshot(`
    "rename must be an object of texts by name, got []; write it as { name: 'value' }
    keep must be a list, got "json.a"; write it as [ ... ]
    remove[0] must be a text, got 1; write it in quotes
    add.a must be a text, a number, true or false, got null; write one of them"
  `);
  expect(said(fields, { add: 'x' })).toMatchInlineSnapshot(
    `"add must be an object of values by field, got "x"; write it as { 'service.name': 'cart' }"`,
  );
  expect(said(maxMessage, { size: '16Ki', over: 'cut' })).toMatchInlineSnapshot(`
    "size must be a size in b, kb, mb, gb or tb, got "16Ki"; write for example 50gb
    over must be one of truncate, drop, got "cut"; choose one of them"
  `);
});
