import { expect, test } from 'vitest';

import { preparedCases, said } from '../../e2e/changes/prepared';

test.each(preparedCases().map((entry) => [entry.title, entry] as const))('%s', (_, entry) => {
  const { effect, data } = said(entry);
  expect({ effect, data }).toEqual({ effect: entry.effect, data: entry.data });
});
