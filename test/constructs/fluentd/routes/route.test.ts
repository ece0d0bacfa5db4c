import { expect, test } from 'vitest';

import { isCatchAll } from '../../../../constructs/fluentd/routes';

test('what takes neither namespaces nor treatments takes everything else', () => {
  expect(isCatchAll({ name: 'cluster' })).toBe(true);
  expect(isCatchAll({ name: 'shop', namespaces: ['shop'] })).toBe(false);
  expect(isCatchAll({ name: 'web', treatments: ['nginx'] })).toBe(false);
});
