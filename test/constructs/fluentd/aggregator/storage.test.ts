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

test('and the parts of routes and outputs', () => {
  expect(storageMistakes('1520Mi', {}, ['512Mi', '512Mi'])).toEqual([]);
  expect(storageMistakes('1519Mi', {}, ['512Mi', '512Mi'])).toEqual([
    {
      path: ['storage'],
      message:
        'must be at least 1520Mi (3 chunks of 8Mi, 1024Mi of routes and outputs, 64Mi of dead letters, 256Mi for the rest and a tenth for the file system), got 1519Mi; raise it',
    },
  ]);
});

test('a claim names a StorageClass only if there is one', () => {
  expect(stateClaim('1Gi').spec?.storageClassName).toBeUndefined();
  expect(stateClaim('1Gi', 'fast').spec?.storageClassName).toBe('fast');
});
