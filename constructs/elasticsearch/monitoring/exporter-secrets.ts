import {
  type CertificateReference,
  type ClientCredentials,
  type SecretReference,
  type SecretSpec,
  serviceHostNames,
  type UserReference,
} from '../../core';

/** Secrets that exist before an `ElasticsearchExporter` that reads them. */
export interface ExporterExistingSecrets extends ClientCredentials {
  /**
   * Certificate of the metrics, in the keys `tls.crt` and `tls.key`, and the authority of Elasticsearch in the key `ca.crt`
   * unless the endpoint names another one.
   *
   * @default - one that is made
   */
  readonly tls?: CertificateReference;
}

/** How an exporter signs in, and by what it is known. */
export interface ExporterSecrets {
  /** The user, or an API key. */
  readonly signIn: { readonly user: UserReference } | { readonly apiKey: SecretReference<'api_key'> };

  /** Its certificate. */
  readonly tls: CertificateReference;
}

/** The Secrets of the exporter `name`: those that exist, and otherwise those that are made for it. */
export function exporterSecretsOf(name: string, existing: ExporterExistingSecrets): ExporterSecrets {
  const { apiKey, credentials: user = { secretName: `${name}-credentials` }, tls } = existing;
  return { signIn: apiKey ? { apiKey } : { user }, tls: tls ?? { secretName: `${name}-tls` } };
}

/** What the Secrets that must be made depend on. */
export interface ExporterSecretsInput {
  /** Name of the exporter. */
  readonly name: string;

  /** Namespace of its pod. */
  readonly namespace: string;

  /** Name of the user, if it is made. */
  readonly username: string;

  /** Secrets that exist already. */
  readonly existing: ExporterExistingSecrets;

  /** Whether the authority of Elasticsearch is to be in the Secret of the certificate. */
  readonly withAuthority: boolean;
}

/** The Secrets that must be made: a user, and a certificate. */
export function exporterSecrets(input: ExporterSecretsInput): SecretSpec[] {
  const { name, namespace, username, existing, withAuthority } = input;
  const user: SecretSpec = {
    kind: 'credentials',
    name: `${name}-credentials`,
    namespace,
    description: `User as which ${name} asks Elasticsearch how it is`,
    username,
  };
  const certificate: SecretSpec = {
    kind: 'tls',
    name: `${name}-tls`,
    namespace,
    description: `Certificate of the metrics of ${name}${withAuthority ? ', and the authority of Elasticsearch' : ''}`,
    authority: 'http',
    dnsNames: serviceHostNames(name, namespace),
  };
  return [...(existing.credentials || existing.apiKey ? [] : [user]), ...(existing.tls ? [] : [certificate])];
}
