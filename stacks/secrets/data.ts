import type { FileRealmSecret, SecretSpec } from '../../constructs/core';
import type { KeyPair } from './certificates';
import { bearerToken, type SaltedSecret, secretHash } from './credentials';
import { AUTHORITY_PLACES, authorityId, keyId, ownId, passwordId, tokenId, type Values } from './values';

/**
 * Content of the Secret that `spec` describes, by key.
 *
 * @param values at least the values that `valuesOf(spec)` lists
 */
export function secretData(spec: SecretSpec, values: Values): Record<string, string> {
  switch (spec.kind) {
    case 'tls': {
      const { certificate, privateKey } = values[ownId(spec, 'certificate')] as KeyPair;
      const authorities = AUTHORITY_PLACES.map((place) => values[authorityId(spec.authority, place)] as KeyPair);
      const trusted = authorities.map((authority) => authority.certificate).join('');
      return { 'tls.crt': certificate, 'tls.key': privateKey, 'ca.crt': trusted };
    }
    case 'credentials': {
      const { secret } = values[passwordId(spec.username)] as SaltedSecret;
      return { username: spec.username, password: secret };
    }
    case 'service-token':
      return { token: bearerToken(spec.token, values[tokenId(spec.token)] as SaltedSecret) };
    case 'keys':
      return Object.fromEntries(spec.keys.map((key) => [key, values[keyId(spec, key)] as string]));
    case 'file-realm':
      return fileRealm(spec, values);
  }
}

/** Type of the Kubernetes Secret that holds what `spec` describes. */
export function secretType(spec: SecretSpec): string {
  return spec.kind === 'tls' ? 'kubernetes.io/tls' : 'Opaque';
}

/** The three files of Elasticsearch's file realm: a line per user, per role and per token, sorted. */
function fileRealm({ users, serviceTokens }: FileRealmSecret, values: Values): Record<string, string> {
  const usersByRole = new Map<string, string[]>();
  for (const { username, roles } of users) {
    for (const role of roles) usersByRole.set(role, [...(usersByRole.get(role) ?? []), username]);
  }
  const hash = (id: string) => secretHash(values[id] as SaltedSecret);
  return {
    users: lines(users.map(({ username }) => `${username}:${hash(passwordId(username))}`)),
    users_roles: lines([...usersByRole].map(([role, usernames]) => `${role}:${usernames.sort().join(',')}`)),
    service_tokens: lines(serviceTokens.map((token) => `${token.account}/${token.tokenName}:${hash(tokenId(token))}`)),
  };
}

function lines(entries: readonly string[]): string {
  return [...entries]
    .sort()
    .map((entry) => `${entry}\n`)
    .join('');
}
