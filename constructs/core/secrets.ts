/**
 * The Secrets that a component reads, as data. Manifests name Secrets and their keys and never hold a value; those who
 * deploy make the Secrets from these descriptions: Pulumi, `efk secrets`, cert-manager or an operator's own hands.
 */
export type SecretSpec = TlsSecret | CredentialsSecret | ServiceTokenSecret | KeysSecret | FileRealmSecret;

/** What every Secret has. */
interface SecretIdentity {
  /** Name of the Secret. */
  readonly name: string;

  /** Namespace of the Secret. */
  readonly namespace: string;

  /** What the Secret is for, for the list that people read. */
  readonly description: string;
}

/**
 * The authorities that sign certificates. They are two because Elasticsearch takes every certificate of the `transport`
 * authority for a node of the cluster: a client's certificate must not be able to join.
 */
export type CertificateAuthority = 'http' | 'transport';

/** A certificate with its key and its authority, in the keys `tls.crt`, `tls.key` and `ca.crt`: the form of cert-manager. */
export interface TlsSecret extends SecretIdentity {
  readonly kind: 'tls';

  /** Who signs the certificate. */
  readonly authority: CertificateAuthority;

  /** Names that the certificate is valid for; the first is also its common name. */
  readonly dnsNames: readonly string[];
}

/** A user of Elasticsearch, in the keys `username` and `password`. Secrets of one user in several namespaces hold one password. */
export interface CredentialsSecret extends SecretIdentity {
  readonly kind: 'credentials';

  /** Name of the user. */
  readonly username: string;
}

/** The bearer token of a service account of Elasticsearch, in the key `token`. */
export interface ServiceTokenSecret extends SecretIdentity {
  readonly kind: 'service-token';

  /** Which token of which service. */
  readonly token: ServiceToken;
}

/** Random keys of 64 characters that must stay the same for the life of an installation. */
export interface KeysSecret extends SecretIdentity {
  readonly kind: 'keys';

  /** Keys of the Secret, each with a value of its own. */
  readonly keys: readonly string[];

  /**
   * What the keys are of: Secrets of several namespaces that say the same hold the same keys.
   *
   * @default - of this Secret alone
   */
  readonly sharedAs?: string;
}

/**
 * Users and service tokens of Elasticsearch's file realm as hashes, in the keys `users`, `users_roles` and
 * `service_tokens`; derived from the passwords and tokens of the other Secrets.
 *
 * @see https://www.elastic.co/docs/deploy-manage/users-roles/cluster-or-deployment-auth/file-based
 */
export interface FileRealmSecret extends SecretIdentity {
  readonly kind: 'file-realm';

  /** Users and the roles they have. */
  readonly users: readonly FileRealmUser[];

  /** Service tokens that the cluster accepts. */
  readonly serviceTokens: readonly ServiceToken[];
}

/** A user of the file realm. */
export interface FileRealmUser {
  /** Name of the user. */
  readonly username: string;

  /** Names of its roles: built-in ones or those of `roles.yml`. */
  readonly roles: readonly string[];
}

/** A token of a service account, as Elasticsearch names it. */
export interface ServiceToken {
  /** The service account, e.g. `elastic/kibana`. */
  readonly account: string;

  /** Name of the token, unique in the account. */
  readonly tokenName: string;
}

/** Every name by which pods reach the Service `name` of `namespace`: what its certificate must be valid for. */
export function serviceHostNames(name: string, namespace: string): string[] {
  return [name, `${name}.${namespace}`, `${name}.${namespace}.svc`, `${name}.${namespace}.svc.cluster.local`];
}
