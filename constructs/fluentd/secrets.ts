import { type CertificateReference, type ClientCredentials, type SecretSpec, serviceHostNames } from '../core';
import type { Installation } from './installation';

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

/** The user with which an installation writes logs. */
export function userSecret({ name, namespace }: Installation): SecretSpec {
  return {
    kind: 'credentials',
    name: secretNames(name).credentials,
    namespace,
    description: `User with which ${name} writes logs`,
    username: USERNAME,
  };
}

/**
 * The certificate of the metrics of an installation.
 *
 * @param withAuthority whether the authority of Elasticsearch is to be in it
 */
export function certificateSecret({ name, namespace }: Installation, withAuthority: boolean): SecretSpec {
  return {
    kind: 'tls',
    name: secretNames(name).tls,
    namespace,
    description: `Certificate of the metrics of ${name}${withAuthority ? ', and the authority of Elasticsearch' : ''}`,
    authority: 'http',
    dnsNames: serviceHostNames(`${name}-metrics`, namespace),
  };
}
