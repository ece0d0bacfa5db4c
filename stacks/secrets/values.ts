import type { CertificateAuthority, KeysSecret, SecretSpec, ServiceToken } from '../../constructs/core';
import { type KeyPair, newAuthority, newCertificate } from './certificates';
import { newKey, newSaltedSecret, type SaltedSecret } from './credentials';

/**
 * A value that is made once and then kept, because making it again would lock clients out. Several Secrets may be made
 * of one value: a password stands in clear in its client's Secret and as a hash in the server's.
 */
export type ValueSpec =
  | { readonly kind: 'salted'; readonly id: string }
  | { readonly kind: 'key'; readonly id: string }
  | { readonly kind: 'authority'; readonly id: string; readonly authority: CertificateAuthority }
  | {
      readonly kind: 'certificate';
      readonly id: string;
      readonly authority: CertificateAuthority;
      readonly dnsNames: readonly string[];
    };

/** Values by id, as they were made or as they were kept. */
export type Values = Readonly<Record<string, SaltedSecret | KeyPair | string>>;

/** Id of the password of `username`. */
export function passwordId(username: string): string {
  return `password/${username}`;
}

/** Id of the secret part of a service token. */
export function tokenId({ account, tokenName }: ServiceToken): string {
  return `service-token/${account}/${tokenName}`;
}

/**
 * The two places of an authority. One signs, the other stands by; everybody trusts both, so that certificates of the other
 * one can be issued at any time, and the one that no longer signs can be replaced, without anybody refusing anybody.
 */
export const AUTHORITY_PLACES = ['first', 'second'] as const;

/** A place of an authority. */
export type AuthorityPlace = (typeof AUTHORITY_PLACES)[number];

/** Id of an authority with its key, in one of its places. */
export function authorityId(authority: CertificateAuthority, place: AuthorityPlace = 'first'): string {
  return place === 'first' ? `authority/${authority}` : `authority/${authority}/${place}`;
}

/** Id of the value of one Secret: its certificate, or one of its keys. */
export function ownId({ namespace, name }: SecretSpec, key: string): string {
  return `${key}/${namespace}/${name}`;
}

/** Id of a key of a Secret, which several namespaces may share. */
export function keyId(spec: KeysSecret, key: string): string {
  return spec.sharedAs === undefined ? ownId(spec, key) : `${key}/shared/${spec.sharedAs}`;
}

/** The values that the Secret `spec` is made of; authorities stand before the certificates that they may sign. */
export function valuesOf(spec: SecretSpec): ValueSpec[] {
  switch (spec.kind) {
    case 'tls':
      return [
        ...AUTHORITY_PLACES.map((place): ValueSpec => {
          const { authority } = spec;
          return { kind: 'authority', id: authorityId(authority, place), authority };
        }),
        {
          kind: 'certificate',
          id: ownId(spec, 'certificate'),
          authority: spec.authority,
          dnsNames: spec.dnsNames,
        },
      ];
    case 'credentials':
      return [{ kind: 'salted', id: passwordId(spec.username) }];
    case 'service-token':
      return [{ kind: 'salted', id: tokenId(spec.token) }];
    case 'keys':
      return spec.keys.map((key) => ({ kind: 'key', id: keyId(spec, key) }));
    case 'file-realm':
      return [
        ...spec.users.map(({ username }) => passwordId(username)),
        ...spec.serviceTokens.map((token) => tokenId(token)),
      ].map((id) => ({ kind: 'salted', id }));
  }
}

/**
 * A new value for `spec`.
 *
 * @param authority who signs; needed for a certificate only
 * @throws Error if a certificate is asked for without it
 */
export async function newValue(spec: ValueSpec, authority?: KeyPair): Promise<Values[string]> {
  switch (spec.kind) {
    case 'salted':
      return newSaltedSecret();
    case 'key':
      return newKey();
    case 'authority':
      return newAuthority(`efk ${spec.authority} authority`);
    case 'certificate':
      if (!authority) throw new Error(`the certificate ${spec.id} needs the authority ${spec.authority}`);
      return newCertificate(authority, spec.dnsNames);
  }
}

/** New values for everything that `specs` need, each made once. */
export async function newValues(specs: readonly SecretSpec[]): Promise<Values> {
  const values: Record<string, Values[string]> = {};
  for (const value of specs.flatMap(valuesOf)) {
    if (value.id in values) continue;
    const authority = value.kind === 'certificate' ? (values[authorityId(value.authority)] as KeyPair) : undefined;
    values[value.id] = await newValue(value, authority);
  }
  return values;
}
