import { type FileRealmUser, type SecretSpec, type ServiceToken, serviceHostNames } from '../core';
import { clusterNames } from './names';
import { READINESS_ROLE } from './roles';

/** Name of the superuser; a user of the file realm, because the reserved realm is off. */
export const SUPERUSER = 'elastic';

/** Name of the user as which pods ask for the health of their cluster. */
const READINESS_USER = 'readiness';

/** Names of the users that every cluster has. */
export const OWN_USERS: readonly string[] = [SUPERUSER, READINESS_USER];

/** What the Secrets of a cluster depend on. */
export interface SecretsInput {
  /** Name of the cluster. */
  readonly name: string;

  /** Namespace of the cluster. */
  readonly namespace: string;

  /**
   * Users beyond the superuser and the one of the readiness probe.
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
      dnsNames: [...serviceHostNames(names.http, namespace), 'localhost'],
    },
    {
      kind: 'tls',
      name: names.transportTls,
      namespace,
      description: `Certificate by which the nodes of ${name} recognise each other`,
      authority: 'transport',
      dnsNames: serviceHostNames(names.discovery, namespace),
    },
    {
      kind: 'credentials',
      name: names.superuser,
      namespace,
      description: `Superuser of ${name}, for people in an emergency`,
      username: SUPERUSER,
    },
    {
      kind: 'credentials',
      name: names.readiness,
      namespace,
      description: `User as which the pods of ${name} ask for its health`,
      username: READINESS_USER,
    },
    {
      kind: 'file-realm',
      name: names.fileRealm,
      namespace,
      description: `Users and service tokens of ${name}, as hashes`,
      users: [
        { username: SUPERUSER, roles: ['superuser'] },
        { username: READINESS_USER, roles: [READINESS_ROLE] },
        ...users,
      ],
      serviceTokens,
    },
  ];
}
