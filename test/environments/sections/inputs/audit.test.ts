import { expect, test } from 'vitest';

import { audit } from '../../../../environments/sections/inputs/audit';

test.each([
  [{ drop: [] }, 'must have at least 1 element, got none; add one'],
  [{ drop: [{ reason: 'a', users: [] }] }, 'must have at least 1 element, got none; add one'],
  [
    { drop: [{ reason: 'a', levels: ['None'] }] },
    'must be one of Metadata, Request, RequestResponse, got "None"; choose one of them',
  ],
  [{ drop: [{ reason: 'a', codes: ['2XX'] }] }, 'must be a status code, or a class such as 2xx, got "2XX"; correct it'],
])('%o', (value, message) => {
  expect(audit.safeParse(value, { reportInput: true }).error?.issues[0]?.message).toBe(message);
});
