import { type CertificateReference, type ClientCredentials, type SecretSpec, serviceHostNames } from '../core';

/** User that writes logs, in the file realm of Elasticsearch. */
export const USERNAME = 'fluentd';

/** Secrets that exist before a `Fluentd` that reads them. */
export interface FluentdExistingSecrets extends ClientCredentials {
  /**
   * Certificate of the metrics, in the keys `tls.crt` and `tls.key`, and the authority of Elasticsearch in the key `ca.crt`
   * unless the endpoint names another one.
   *
   * @default - one that is made
   */
  readonly tls?: CertificateReference;
}

/** Names of the Secrets that are made for the installation `name`. */
export function secretNames(name: string) {
  return { credentials: `${name}-credentials`, tls: `${name}-tls` };
}

/** What the Secrets of an installation depend on. */
export interface SecretsInput {
  /** Name of the DaemonSet. */
  readonly name: string;

  /** Namespace of the DaemonSet. */
  readonly namespace: string;

  /** Secrets that exist already. */
  readonly existing: FluentdExistingSecrets;

  /** Whether the authority of Elasticsearch is to be in the Secret of the certificate. */
  readonly withAuthority: boolean;
}

/** The Secrets that the pods read and that must be made. */
export function fluentdSecrets({ name, namespace, existing, withAuthority }: SecretsInput): SecretSpec[] {
  const names = secretNames(name);
  const user: SecretSpec = {
    kind: 'credentials',
    name: names.credentials,
    namespace,
    description: `User with which ${name} writes logs`,
    username: USERNAME,
  };
  const certificate: SecretSpec = {
    kind: 'tls',
    name: names.tls,
    namespace,
    description: `Certificate of the metrics of ${name}${withAuthority ? ', and the authority of Elasticsearch' : ''}`,
    authority: 'http',
    dnsNames: serviceHostNames(`${name}-metrics`, namespace),
  };
  return [...(existing.credentials || existing.apiKey ? [] : [user]), ...(existing.tls ? [] : [certificate])];
}
