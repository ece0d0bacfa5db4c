import { expect, test } from 'vitest';

import { bufferOf, stateClaim, storageMistakes } from '../../../../constructs/fluentd/aggregator/storage';

test('the buffer is what the file system, dead letters and positions leave', () => {
  expect(bufferOf('10Gi')).toBe('8896Mi');
  expect(bufferOf('10Gi', { deadLetterSize: '1Gi' })).toBe('7936Mi');
  expect(bufferOf('100Mi')).toBe('1Mi');
});

test('a volume holds a chunk for each thread and one that fills', () => {
  expect(storageMistakes('383Mi')).toEqual([]);
  expect(storageMistakes('382Mi')).toMatchObject([{ path: ['storage'] }]);
});

test('a claim names a StorageClass only if there is one', () => {
  expect(stateClaim('1Gi').spec?.storageClassName).toBeUndefined();
  expect(stateClaim('1Gi', 'fast').spec?.storageClassName).toBe('fast');
});
