import { expect, test } from 'vitest';

import {
  type Conditions,
  conditionMistakes,
  conditionParams,
} from '../../../../constructs/fluentd/treatments/conditions';
import { said } from './said';

const mistakes = (conditions: Conditions) => said(conditionMistakes(conditions, ['where']));

test('values, lists and comparisons are right, and become what the plugin reads', () => {
  const conditions: Conditions = {
    stream: 'stderr',
    'url.path': ['/a', '/b'],
    n: { not: [1, 2], atLeast: 0, below: 5 },
    path: /^\/api/,
    'json.agent': ['curl', /bot/i],
    'log.logger': { not: /^audit/ },
  };
  expect(mistakes(conditions)).toBe('');
  expect(conditionParams(conditions)).toEqual({
    stream: 'stderr',
    'url.path': ['/a', '/b'],
    n: { not: [1, 2], at_least: 0, below: 5 },
    path: { matches: '\\A\\/api' },
    'json.agent': ['curl', { matches: '[bB][oO][tT]' }],
    'log.logger': { not: { matches: '\\Aaudit' } },
  });
});

test('conditions that every line or none fulfils are refused', () => {
  expect(mistakes({})).toBe('where must have a condition, got {}, which every line fulfils; write one for a field');
  expect(mistakes({ message: [], n: {}, 'log.offset': { atLeast: 5, below: 5 } })).toMatchInlineSnapshot(`
    "where.message must not be empty, got [], which no value fulfils; write the values
    where.n must have not, atLeast or below, got {}; write one of them
    where.log.offset.below must be more than atLeast (5), got 5; raise it"
  `);
});

test('patterns are checked wherever they stand', () => {
  expect(mistakes({ a: /x/g, b: ['x', /y/g], c: { not: [/z/g] } })).toMatchInlineSnapshot(`
    "where.a must have no flags but i, m, s and u, got "g"; leave out the others
    where.b[1] must have no flags but i, m, s and u, got "g"; leave out the others
    where.c.not[0] must have no flags but i, m, s and u, got "g"; leave out the others"
  `);
});
