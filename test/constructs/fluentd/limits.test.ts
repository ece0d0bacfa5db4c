import { expect, test } from 'vitest';

import { fluentdSize, withDefaults } from '../../../constructs/fluentd/limits';

test.each([
  ['512Ki', '512k'],
  ['8Mi', '8m'],
  ['2Gi', '2g'],
  ['1Ti', '1t'],
] as const)('%s is written %s by Fluentd', (quantity, size) => {
  expect(fluentdSize(quantity)).toBe(size);
});

test('what is left out, or undefined, has its default', () => {
  expect(withDefaults({ eventSize: '512Ki', heldSize: undefined })).toEqual({
    eventSize: '512Ki',
    eventLines: 1000,
    eventAge: '10s',
    heldSize: '32Mi',
    chunkSize: '8Mi',
    deadLetterSize: '64Mi',
  });
});
