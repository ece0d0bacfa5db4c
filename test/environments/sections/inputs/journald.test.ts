import { expect, test } from 'vitest';

import { journald } from '../../../../environments/sections/inputs/journald';

test.each([
  [{ units: [] }, 'must have at least 1 element, got none; add one'],
  [{ storage: 'auto' }, 'must be one of persistent, volatile, got "auto"; choose one of them'],
])('%o', (value, message) => {
  expect(journald.safeParse(value, { reportInput: true }).error?.issues[0]?.message).toBe(message);
});
