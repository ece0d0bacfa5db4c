import type { k8s } from 'cdk8s-plus-28';

import { DATA_KEY, DNS_SUBDOMAIN } from './names';

/**
 * A Secret that exists, under any name, in the namespace of the pods that read it.
 *
 * @typeParam Key keys that the Secret has when it is made for the construct
 */
export interface SecretReference<Key extends string> {
  /** Name of the Secret. */
  readonly secretName: string;

  /**
   * Its keys, where they differ, by those that it would have if it were made for the construct: `{ password: 'elastic' }`.
   *
   * @default - the same keys
   */
  readonly keys?: Readonly<Partial<Record<Key, string>>>;
}

/** The user of a client, in the keys `username` and `password`. */
export interface UserReference extends SecretReference<'username' | 'password'> {
  /**
   * Name of the user, where the Secret holds nothing but the password.
   *
   * @default - it stands in the Secret
   */
  readonly username?: string;
}

/** A ConfigMap that exists, in the namespace of the pods that read it. */
export interface ConfigMapReference<Key extends string> {
  /** Name of the ConfigMap. */
  readonly configMapName: string;

  /**
   * Its keys, where they differ from those that a Secret for the construct would have.
   *
   * @default - the same keys
   */
  readonly keys?: Readonly<Partial<Record<Key, string>>>;
}

/**
 * Where clients find the authority that signed a server's certificate: in the key `ca.crt` of a Secret or a ConfigMap, or
 * `public` if it is one of those that every image trusts.
 */
export type AuthorityReference = 'public' | SecretReference<'ca.crt'> | ConfigMapReference<'ca.crt'>;

/** The Secret of a certificate: of the pods' own, and the authority of the server that they talk to. */
export type CertificateReference = SecretReference<'tls.crt' | 'tls.key' | 'ca.crt'>;

const OWN = ['tls.crt', 'tls.key'] as const;

/** The environment variable `name` with the value of one key. */
export function secretVariable<Key extends string>(
  name: string,
  { secretName, keys }: SecretReference<Key>,
  key: Key,
): k8s.EnvVar {
  return { name, valueFrom: { secretKeyRef: { name: secretName, key: keys?.[key] ?? key } } };
}

/** Keys as files of a volume, whose names are those that the keys have by default. */
export function keyFiles<Key extends string>(
  { keys }: Pick<SecretReference<Key>, 'keys'>,
  files: readonly Key[],
): k8s.KeyToPath[] {
  return files.map((path) => ({ key: keys?.[path] ?? path, path }));
}

/** The file `ca.crt` of an authority that is not public, as part of a volume. */
export function authoritySource(authority: Exclude<AuthorityReference, 'public'>): k8s.VolumeProjection {
  const items = keyFiles(authority, ['ca.crt']);
  return 'secretName' in authority
    ? { secret: { name: authority.secretName, items } }
    : { configMap: { name: authority.configMapName, items } };
}

/**
 * The volume `tls` with the files `tls.crt`, `tls.key` and, unless the authority is public, `ca.crt`.
 *
 * @param authority where `ca.crt` comes from; without it from the Secret of the certificate
 */
export function tlsVolume(certificate: CertificateReference, authority?: AuthorityReference): k8s.Volume {
  const { secretName, keys } = certificate;
  if (authority === undefined) {
    const items = keys && keyFiles(certificate, [...OWN, 'ca.crt']);
    return { name: 'tls', secret: { secretName, ...(items && { items }) } };
  }
  const items = keyFiles(certificate, OWN);
  if (authority === 'public') return { name: 'tls', secret: { secretName, items } };
  return { name: 'tls', projected: { sources: [{ secret: { name: secretName, items } }, authoritySource(authority)] } };
}

/**
 * What is wrong with a reference; nothing if there is none.
 *
 * @param prop path of the reference in the props of the construct
 * @param known keys that the construct reads
 * @returns one sentence per mistake, for `refuse`
 */
export function referenceMistakes(
  prop: string,
  reference: SecretReference<string> | ConfigMapReference<string> | undefined,
  known: readonly string[],
): string[] {
  if (reference === undefined) return [];
  const [field, kind, name] =
    'configMapName' in reference
      ? ['configMapName', 'ConfigMap', reference.configMapName]
      : ['secretName', 'Secret', reference.secretName];
  return [
    // Undefined where it comes from a variable of the environment that is not set.
    ...(DNS_SUBDOMAIN.pattern.test(name ?? '')
      ? []
      : [
          `${prop}.${field} must be the name of a ${kind} (a-z, 0-9, - and ., at most 253 characters), got ${JSON.stringify(name)}; correct it`,
        ]),
    ...Object.entries(reference.keys ?? {}).flatMap(([key, value = key]) => {
      if (!known.includes(key)) {
        return [`${prop}.keys must be of ${known.join(', ')}, got ${JSON.stringify(key)}; correct the key`];
      }
      return DATA_KEY.pattern.test(value)
        ? []
        : [
            `${prop}.keys.${key} must be a key of a ${kind} (letters, digits, -, _ and ., at most 253 characters), got ${JSON.stringify(value)}; correct it`,
          ];
    }),
  ];
}

/**
 * What is wrong with the reference to a certificate; nothing if there is none.
 *
 * @param prop path of the reference in the props of the construct
 * @param authority as given to `tlsVolume`; with it, `ca.crt` does not come from the Secret of the certificate
 * @returns one sentence per mistake, for `refuse`
 */
export function certificateMistakes(
  prop: string,
  certificate: CertificateReference | undefined,
  authority: AuthorityReference | undefined,
): string[] {
  return referenceMistakes(prop, certificate, authority === undefined ? [...OWN, 'ca.crt'] : OWN);
}
