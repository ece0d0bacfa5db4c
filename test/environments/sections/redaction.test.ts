import { expect, test } from 'vitest';

import { placeOf } from '../../../constructs/core';
import { redactions } from '../../../environments/sections/redaction';

/** What is said of a value, a line per mistake. */
function said(value: unknown): string {
  const { error } = redactions.safeParse(value, { reportInput: true });
  return (error?.issues ?? []).map(({ path, message }) => `${placeOf(path)} ${message}`).join('\n');
}

test('what is to be redacted is refused with the place of what is wrong in it', () => {
  const redact = [
    { pattern: 'emails' },
    'email',
    { pattern: /x/ },
    { pattern: 'jwt', samples: ['x'], with: 'sha1' },
    {},
  ];
  expect(said(redact)).toMatchInlineSnapshot(`
    "[0].pattern must be one of cardNumber, email, bearerToken, jwt, iban, ipAddress, awsKey, privateKey, urlCredentials, or a regular expression, got "emails"; choose one, or write it as /.../
    [1] must be an object with pattern, got "email"; write it as { pattern: 'email' } or { name, pattern: /.../, samples: [...] }
    [2].name must be a text, got nothing; write it in quotes
    [2].samples must be a list, got nothing; write it as [ ... ]
    [3].with must be one of mask, hash, got "sha1"; choose one of them
    [3] must be a known key (pattern, with); correct the spelling or remove it
    [4].pattern must be one of cardNumber, email, bearerToken, jwt, iban, ipAddress, awsKey, privateKey, urlCredentials, or a regular expression, got nothing; choose one, or write it as /.../"
  `);
});
