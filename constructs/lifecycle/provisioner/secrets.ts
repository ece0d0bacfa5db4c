import type { ClientCredentials, ElasticsearchEndpoint, SecretSpec } from '../../core';

/** What the Secrets that must be made depend on. */
export interface SecretsInput {
  /** Name of the provisioner. */
  readonly name: string;

  /** Namespace of the job. */
  readonly namespace: string;

  /** Name of the user, if it is made. */
  readonly username: string;

  /** The cluster that is provisioned. */
  readonly elasticsearch: ElasticsearchEndpoint;

  /** Secrets that exist already. */
  readonly existing: ClientCredentials;
}

/** The Secrets that must be made: a user, and a certificate for the authority that comes with it. */
export function provisionerSecrets(input: SecretsInput): SecretSpec[] {
  const { name, namespace, username, elasticsearch, existing } = input;
  const user: SecretSpec = {
    kind: 'credentials',
    name: credentialsName(name),
    namespace,
    description: `User as which ${name} applies policies and templates to Elasticsearch`,
    username,
  };
  const authority: SecretSpec = {
    kind: 'tls',
    name: tlsName(name),
    namespace,
    description: `Authority by which ${name} recognises Elasticsearch`,
    authority: 'http',
    dnsNames: [name],
  };
  return [...(existing.credentials || existing.apiKey ? [] : [user]), ...(elasticsearch.authority ? [] : [authority])];
}

/** Name of the Secret with the user that is made for the provisioner `name`. */
export function credentialsName(name: string): string {
  return `${name}-credentials`;
}

/** Name of the Secret with the certificate that is made for the provisioner `name`. */
export function tlsName(name: string): string {
  return `${name}-tls`;
}
