import { createHash, pbkdf2Sync, randomBytes } from 'node:crypto';

import type { ServiceToken } from '../../constructs/core';

/** A secret and the salt of its hash; with the salt kept, the hash stays the same from one deployment to the next. */
export interface SaltedSecret {
  /** The secret itself. */
  readonly secret: string;

  /** 32 random bytes, base64. */
  readonly salt: string;
}

/** A new random secret of 43 characters (256 bits) that needs no quoting in any shell, URL or configuration file. */
export function newSaltedSecret(): SaltedSecret {
  return { secret: alphanumeric(43), salt: randomBytes(32).toString('base64') };
}

/** A new random key of 64 characters. */
export function newKey(): string {
  return alphanumeric(64);
}

/**
 * The hash by which Elasticsearch stores a password in `users` and a token in `service_tokens`: PBKDF2 over the
 * hexadecimal SHA-512 of the secret ("stretch"), which takes secrets of any length.
 *
 * @see https://www.elastic.co/docs/reference/elasticsearch/configuration-reference/security-settings#hashing-settings
 */
export function secretHash({ secret, salt }: SaltedSecret): string {
  const rounds = 10_000;
  const stretched = createHash('sha512').update(secret).digest('hex');
  const hash = pbkdf2Sync(stretched, Buffer.from(salt, 'base64'), rounds, 32, 'sha512').toString('base64');
  return `{PBKDF2_STRETCH}${rounds}$${salt}$${hash}`;
}

/** The bearer token that a client sends: a version mark, then account, token name and secret, all base64. */
export function bearerToken({ account, tokenName }: ServiceToken, { secret }: SaltedSecret): string {
  return Buffer.concat([Buffer.from([0, 1, 0, 1]), Buffer.from(`${account}/${tokenName}:${secret}`)]).toString(
    'base64',
  );
}

function alphanumeric(length: number): string {
  const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      // Bytes above the last multiple of 62 would make the first letters likelier.
      if (byte < 248 && text.length < length) text += characters[byte % 62];
    }
  }
  return text;
}
