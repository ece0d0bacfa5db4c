import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  type ByteSize,
  isByteSize,
  isCpuQuantity,
  isMemoryQuantity,
  isTimeValue,
  type MemoryQuantity,
  type TimeValue,
  toBytes,
  toMillicores,
  toSeconds,
} from '../../../constructs/core';

const count = fc.integer({ min: 1, max: 1_000_000 });
const timeValue = fc
  .tuple(count, fc.constantFrom('s', 'm', 'h', 'd'))
  .map(([number, unit]) => `${number}${unit}` as TimeValue);
const byteSize = fc
  .tuple(count, fc.constantFrom('b', 'kb', 'mb', 'gb'))
  .map(([number, unit]) => `${number}${unit}` as ByteSize);
const memoryQuantity = fc
  .tuple(count, fc.constantFrom('Ki', 'Mi', 'Gi'))
  .map(([number, unit]) => `${number}${unit}` as MemoryQuantity);

test.each([
  ['90s', 90],
  ['2m', 120],
  ['12h', 43_200],
  ['30d', 2_592_000],
] as const)('%s has %d seconds', (value, seconds) => {
  expect(toSeconds(value)).toBe(seconds);
});

test.each([
  ['7b', 7],
  ['1kb', 1_024],
  ['1mb', 1_048_576],
  ['50gb', 53_687_091_200],
  ['1tb', 1_099_511_627_776],
  ['1Ki', 1_024],
  ['512Mi', 536_870_912],
  ['4Gi', 4_294_967_296],
  ['2Ti', 2_199_023_255_552],
] as const)('%s has %d bytes', (value, bytes) => {
  expect(toBytes(value)).toBe(bytes);
});

test('a time survives the way to seconds and back', () => {
  fc.assert(fc.property(count, (seconds) => toSeconds(`${seconds}s`) === seconds));
  fc.assert(fc.property(timeValue, (value) => toSeconds(`${toSeconds(value)}s`) === toSeconds(value)));
});

test('a size survives the way to bytes and back, in both spellings', () => {
  fc.assert(fc.property(byteSize, (value) => toBytes(`${toBytes(value)}b`) === toBytes(value)));
  fc.assert(fc.property(memoryQuantity, (value) => toBytes(`${toBytes(value) / 1_024}Ki`) === toBytes(value)));
});

test('a larger number of the same unit is a longer time and a larger size', () => {
  fc.assert(
    fc.property(count, count, fc.constantFrom('s', 'm', 'h', 'd'), (a, b, unit) => {
      const [first, second] = [`${a}${unit}`, `${b}${unit}`] as TimeValue[] as [TimeValue, TimeValue];
      return Math.sign(toSeconds(first) - toSeconds(second)) === Math.sign(a - b);
    }),
  );
  fc.assert(
    fc.property(count, count, fc.constantFrom('b', 'kb', 'mb', 'gb', 'Ki', 'Mi', 'Gi'), (a, b, unit) => {
      const [first, second] = [`${a}${unit}`, `${b}${unit}`] as ByteSize[] as [ByteSize, ByteSize];
      return Math.sign(toBytes(first) - toBytes(second)) === Math.sign(a - b);
    }),
  );
});

test('the same number of a larger unit is a longer time and a larger size', () => {
  fc.assert(
    fc.property(count, (number) => {
      const times = (['s', 'm', 'h', 'd'] as const).map((unit) => toSeconds(`${number}${unit}`));
      const sizes = (['b', 'kb', 'mb', 'gb', 'tb'] as const).map((unit) => toBytes(`${number}${unit}`));
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    }),
  );
});

test('both spellings of a size mean the same bytes', () => {
  fc.assert(fc.property(count, (number) => toBytes(`${number}gb`) === toBytes(`${number}Gi`)));
});

test('the guards accept what the converters convert', () => {
  fc.assert(fc.property(timeValue, isTimeValue));
  fc.assert(fc.property(byteSize, isByteSize));
  fc.assert(fc.property(memoryQuantity, isMemoryQuantity));
});

test('the guards refuse whatever the converters refuse', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      if (!isTimeValue(text)) expect(() => toSeconds(text as TimeValue)).toThrow(RangeError);
      if (!isByteSize(text) && !isMemoryQuantity(text)) expect(() => toBytes(text as ByteSize)).toThrow(RangeError);
    }),
  );
});

test.each(['0d', '-3d', '1.5h', '01h', '12', 'h', '12 h', '12H', '1w', '500ms', '30d\n', ''])(
  '%j is not a time',
  (value) => {
    expect(isTimeValue(value)).toBe(false);
  },
);

test.each(['0gb', '-1gb', '1.5gb', '50', '50GB', '50Gi', '1pb', '50gb ', ''])(
  '%j is not a size of Elasticsearch',
  (value) => {
    expect(isByteSize(value)).toBe(false);
  },
);

test.each(['0Gi', '1.5Gi', '4G', '4gb', '4GiB', '4', '-4Gi', ''])(
  '%j is not a memory quantity in powers of 1024',
  (value) => {
    expect(isMemoryQuantity(value)).toBe(false);
  },
);

test.each(['1', '16', '500m', '1500m'])('%j is a CPU quantity', (value) => {
  expect(isCpuQuantity(value)).toBe(true);
});

test.each(['0', '0m', '0.5', '-1', '1k', '500 m', 'm', ''])('%j is not a CPU quantity', (value) => {
  expect(isCpuQuantity(value)).toBe(false);
});

test.each([isTimeValue, isByteSize, isMemoryQuantity, isCpuQuantity])('$name refuses what is not text', (guard) => {
  for (const value of [undefined, null, 1, 30, true, {}, ['1']]) expect(guard(value)).toBe(false);
});

test('fails when a time to convert has no unit', () => {
  expect(() => toSeconds('3 days' as TimeValue)).toThrow(
    new RangeError('expected a time such as 12h or 30d, got "3 days"'),
  );
});

test('fails when a size to convert is in powers of 1000', () => {
  expect(() => toBytes('50G' as ByteSize)).toThrow(new RangeError('expected a size such as 50gb or 50Gi, got "50G"'));
});

test.each([
  ['500m', 500],
  ['2', 2_000],
] as const)('%s is %d thousandths of a core', (value, millicores) => {
  expect(toMillicores(value)).toBe(millicores);
});
