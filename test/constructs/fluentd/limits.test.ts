import { expect, test } from 'vitest';

import { MINIMUM_BUFFER_MIB, MINIMUM_MEMORY_MIB } from '../../../constructs/fluentd';
import { fluentdSize, limitMistakes } from '../../../constructs/fluentd/limits';

test.each([
  ['512Ki', '512k'],
  ['8Mi', '8m'],
  ['2Gi', '2g'],
  ['1Ti', '1t'],
] as const)('%s is written %s by Fluentd', (quantity, size) => {
  expect(fluentdSize(quantity)).toBe(size);
});

test('the bounds themselves are enough', () => {
  expect(limitMistakes(`${MINIMUM_BUFFER_MIB}Mi`, `${MINIMUM_MEMORY_MIB}Mi`)).toEqual([]);
});

test('fails when a chunk cannot fill while others are sent', () => {
  expect(limitMistakes('23Mi', '1Gi')).toEqual([
    'bufferSize must be at least 24Mi (a chunk of 8Mi for each of 2 threads and one that fills), got 23Mi; raise it',
  ]);
});

test('fails when sending chunks would need more memory', () => {
  expect(limitMistakes('1Gi', '320Mi')).toEqual([
    'memory must be at least 384Mi (256Mi and 8 copies of a chunk of 8Mi for each of 2 threads), got 320Mi; raise it',
  ]);
});
