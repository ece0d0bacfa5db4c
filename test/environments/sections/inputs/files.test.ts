import { expect, test } from 'vitest';

import { files } from '../../../../environments/sections/inputs/files';

test('there is at least one path', () => {
  const { error } = files.safeParse({ paths: [] }, { reportInput: true });
  expect(error?.issues[0]?.message).toBe('must have at least 1 element, got none; add one');
});
