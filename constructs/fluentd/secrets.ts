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

/** Secrets that exist before a `FluentdAggregator` that reads them. */
export interface AggregatorExistingSecrets extends FluentdExistingSecrets {
  /**
   * What node agents and the aggregator know, in the key `shared_key`: a Secret of this name in the namespace of each.
   *
   * @default - one that is made, if there are agents
   */
  readonly sharedKey?: SecretReference<'shared_key'>;
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
 * What the agents of an aggregator and its pods know: the same in each of their namespaces.
 *
 * @param aggregator its name
 */
export function sharedKeySecret(aggregator: string, { namespace }: Pick<Installation, 'namespace'>): SecretSpec {
  const name = `${aggregator}-shared-key`;
  return {
    kind: 'keys',
    name,
    namespace,
    description: `Key by which node agents and ${aggregator} know each other, the same in each namespace`,
    keys: ['shared_key'],
    sharedAs: name,
  };
}

/**
 * The certificate of an installation: of its metrics, and of what else it serves.
 *
 * @param withAuthority whether the authority of Elasticsearch is to be in it
 * @param services names of further Services that it is for
 */
export function certificateSecret(
  { name, namespace }: Installation,
  withAuthority: boolean,
  services: readonly string[] = [],
): SecretSpec {
  return {
    kind: 'tls',
    name: secretNames(name).tls,
    namespace,
    description: `Certificate of ${services.length > 0 ? name : `the metrics of ${name}`}${withAuthority ? ', and the authority of Elasticsearch' : ''}`,
    authority: 'http',
    dnsNames: [`${name}-metrics`, ...services].flatMap((service) => serviceHostNames(service, namespace)),
  };
}
