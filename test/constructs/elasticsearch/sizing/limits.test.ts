import { expect, test } from 'vitest';

import { bytesText, percentText } from '../../../../constructs/elasticsearch/sizing/format';
import { bytesBelow, WATERMARKS } from '../../../../constructs/elasticsearch/sizing/limits';

test.each([
  ['1Ti', '870.4Gi', '921.6Gi', '972.8Gi'],
  // From here on 200, 150 and 100 GiB of headroom are less than 15, 10 and 5 percent.
  ['2Ti', '1.8Ti', '1.9Ti', '1.9Ti'],
  ['8Ti', '7.8Ti', '7.9Ti', '7.9Ti'],
] as const)('a disk of %s may hold %s, %s and %s below its watermarks', (storage, low, high, floodStage) => {
  expect(bytesText(bytesBelow(WATERMARKS.low, storage))).toBe(low);
  expect(bytesText(bytesBelow(WATERMARKS.high, storage))).toBe(high);
  expect(bytesText(bytesBelow(WATERMARKS.floodStage, storage))).toBe(floodStage);
});

test.each([
  [0, '0B'],
  [1023, '1023B'],
  [1536, '1.5Ki'],
  [2 ** 40, '1Ti'],
  [2 ** 62, '4096Pi'],
])('%d bytes read %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});

test('a share reads as percent', () => {
  expect(percentText(0.734)).toBe('73 %');
});
