import { expect, test } from 'vitest';

import { RATE_LIMIT } from '../../../../../constructs/fluentd/treatments/options/rate-limit';
import { said } from '../said';

test('a limit has a time and a burst', () => {
  expect(said(RATE_LIMIT.mistakes({ lines: 100, per: '1h', burst: 1 }))).toBe('');
  expect(RATE_LIMIT.params({ lines: 100 })).toEqual({ rate_limit: { lines: 100, per: '60s', burst: 100 } });
  expect(RATE_LIMIT.params({ lines: 100, per: '1h', burst: 500 })).toEqual({
    rate_limit: { lines: 100, per: '3600s', burst: 500 },
  });
});

test('a limit has up to 1000000000 lines', () => {
  expect(said(RATE_LIMIT.mistakes({ lines: 1e9, burst: 1e9 + 1 }))).toBe(
    'burst must be a whole number from 1 to 1000000000, got 1000000001; choose one in that range',
  );
});

test('what bounds nothing or everything is refused', () => {
  expect(said(RATE_LIMIT.mistakes({ lines: 0, per: '0s', burst: 0.5 }))).toMatchInlineSnapshot(`
    "lines must be a whole number from 1 to 1000000000, got 0; choose one in that range
    per must be a time of whole seconds, minutes, hours or days, got "0s"; write for example 1m
    burst must be a whole number from 1 to 1000000000, got 0.5; choose one in that range"
  `);
  expect(said(RATE_LIMIT.mistakes({ lines: 2e9, per: '500ms' as '1s' }))).toMatchInlineSnapshot(`
    "lines must be a whole number from 1 to 1000000000, got 2000000000; choose one in that range
    per must be a time of whole seconds, minutes, hours or days, got "500ms"; write for example 1m"
  `);
});
