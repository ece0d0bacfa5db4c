import {
  type CertificateReference,
  type ClientCredentials,
  type SecretReference,
  type SecretSpec,
  serviceHostNames,
} from '../core';
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

  /**
   * Key of the hashes that stand for what is redacted, in the key `key`: 32 bytes or more.
   *
   * @default - one that is made, if a treatment hashes
   */
  readonly redaction?: SecretReference<'key'>;
}

/** Names of the Secrets that are made for the installation `name`. */
export function secretNames(name: string) {
  return { credentials: `${name}-credentials`, tls: `${name}-tls`, redaction: `${name}-redaction` };
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

/** The key of the hashes that stand for what is redacted. */
export function redactionSecret({ name, namespace }: Installation): SecretSpec {
  return {
    kind: 'keys',
    name: secretNames(name).redaction,
    namespace,
    description: `Key of the hashes that ${name} writes for what is redacted`,
    keys: ['key'],
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
