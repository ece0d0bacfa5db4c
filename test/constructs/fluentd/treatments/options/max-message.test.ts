import { expect, test } from 'vitest';

import type { ByteSize } from '../../../../../constructs/core';
import { MAX_MESSAGE } from '../../../../../constructs/fluentd/treatments/options/max-message';
import { said } from '../said';

test('a size becomes bytes', () => {
  expect(said(MAX_MESSAGE.mistakes({ size: '16kb' }))).toBe('');
  expect(MAX_MESSAGE.params({ size: '16kb', over: 'drop' })).toEqual({ max_message: { size: 16384, over: 'drop' } });
  expect(MAX_MESSAGE.params({ size: '1mb' })).toEqual({ max_message: { size: 1_048_576 } });
});

test('what is no size is refused', () => {
  expect(
    said((['0b', '16Ki', '-1kb'] as string[] as ByteSize[]).flatMap((size) => MAX_MESSAGE.mistakes({ size }))),
  ).toMatchInlineSnapshot(`
    "size must be a size in b, kb or mb above 0, got "0b"; write for example 16kb
    size must be a size in b, kb or mb above 0, got "16Ki"; write for example 16kb
    size must be a size in b, kb or mb above 0, got "-1kb"; write for example 16kb"
  `);
});
