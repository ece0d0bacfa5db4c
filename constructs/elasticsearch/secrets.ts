import type { FileRealmUser, SecretSpec, ServiceToken } from '../core';
import { clusterNames } from './names';

/** Name of the superuser; a user of the file realm, because the reserved realm is off. */
export const SUPERUSER = 'elastic';

/** What the Secrets of a cluster depend on. */
export interface SecretsInput {
  /** Name of the cluster. */
  readonly name: string;

  /** Namespace of the cluster. */
  readonly namespace: string;

  /**
   * Users beyond the superuser.
   *
   * @default - none
   */
  readonly users?: readonly FileRealmUser[];

  /**
   * Tokens of service accounts.
   *
   * @default - none
   */
  readonly serviceTokens?: readonly ServiceToken[];
}

/** The Secrets that a cluster reads; the passwords of other users are listed by the components that use them. */
export function clusterSecrets({ name, namespace, users = [], serviceTokens = [] }: SecretsInput): SecretSpec[] {
  const names = clusterNames(name);
  return [
    {
      kind: 'tls',
      name: names.httpTls,
      namespace,
      description: `Certificate of the HTTP API of ${name}`,
      authority: 'http',
      // `localhost` for kubectl port-forward.
      dnsNames: [...hostNames(names.http, namespace), 'localhost'],
    },
    {
      kind: 'tls',
      name: names.transportTls,
      namespace,
      description: `Certificate by which the nodes of ${name} recognise each other`,
      authority: 'transport',
      dnsNames: hostNames(names.discovery, namespace),
    },
    {
      kind: 'credentials',
      name: names.superuser,
      namespace,
      description: `Superuser of ${name}, for people in an emergency`,
      username: SUPERUSER,
    },
    {
      kind: 'file-realm',
      name: names.fileRealm,
      namespace,
      description: `Users and service tokens of ${name}, as hashes`,
      users: [{ username: SUPERUSER, roles: ['superuser'] }, ...users],
      serviceTokens,
    },
  ];
}

/** Every name by which pods reach the Service `name`. */
function hostNames(name: string, namespace: string): string[] {
  return [name, `${name}.${namespace}`, `${name}.${namespace}.svc`, `${name}.${namespace}.svc.cluster.local`];
}
