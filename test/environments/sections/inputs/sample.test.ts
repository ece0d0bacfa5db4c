import { expect, test } from 'vitest';

import { sample } from '../../../../environments/sections/inputs/sample';

test.each([
  [{ perSecond: 0 }, 'must be a whole number from 1 to 100000, got 0; choose one in that range'],
  [{ events: [] }, 'must have at least 1 element, got none; add one'],
  [{ events: [1] }, "must be an object, got 1; write it as { message: 'a text' }"],
])('%o', (value, message) => {
  expect(sample.safeParse(value, { reportInput: true }).error?.issues[0]?.message).toBe(message);
});
