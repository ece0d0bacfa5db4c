import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { amountOf, nanosOf } from '../../../review/diff/quantity';
import { bytesOf, isSameSetting, millisecondsOf } from '../../../review/diff/settings';

describe('quantities', () => {
  test.each([
    ['1000m', '1'],
    ['0.5', '500m'],
    ['1Gi', '1024Mi'],
    ['1e3', '1k'],
    ['1E3', '1000'],
    ['.5', '500m'],
    ['2.50', '2500m'],
    ['1.5Gi', '1536Mi'],
    [1, '1'],
    ['100n', '0.1u'],
    ['1E', '1000P'],
  ])('%s is %s', (a, b) => {
    expect(nanosOf(a)).toBeDefined();
    expect(nanosOf(a)).toBe(nanosOf(b));
  });

  test.each([
    ['1G', '1Gi'],
    ['1', '1m'],
    ['9007199254740993', '9007199254740992'],
  ])('%s is not %s', (a, b) => {
    expect(nanosOf(a)).not.toBe(nanosOf(b));
  });

  test.each(['', 'a', '1 Gi', '1gb', '.', '1e', '1e99'])('%j is none', (text) => {
    expect(nanosOf(text)).toBeUndefined();
    expect(amountOf(text)).toBe(0);
  });

  test('thousandths of any number of cores', () => {
    fc.assert(
      fc.property(fc.nat(), (cores) => {
        expect(nanosOf(`${cores}000m`)).toBe(nanosOf(cores));
      }),
    );
  });
});

describe('settings', () => {
  test.each([
    ['24h', '1d'],
    ['60s', '1m'],
    ['2160h0m0s', '90d'],
    ['1500ms', '1s500ms'],
    ['1gb', '1024mb'],
    ['1GB', '1gb'],
    [true, 'true'],
    [5, '5'],
  ])('%s is %s', (a, b) => {
    expect(isSameSetting(a, b)).toBe(true);
  });

  test.each([
    ['1m', '1h'],
    ['1mb', '1m'],
    ['zone-a', 'zone-b'],
    ['1d', 1],
  ])('%s is not %s', (a, b) => {
    expect(isSameSetting(a, b)).toBe(false);
  });

  test('what is no duration or size has no length', () => {
    expect([millisecondsOf('soon'), millisecondsOf(5), bytesOf('large')]).toEqual([undefined, undefined, undefined]);
  });
});
