import {
  type CertificateReference,
  type SecretReference,
  type SecretSpec,
  type ServiceToken,
  serviceHostNames,
} from '../core';

/** Settings that hold a secret, and the environment variables from which `kibana.yml` takes them. */
export interface SecretSetting<Setting extends string = string> {
  /** Name of the setting. */
  readonly setting: Setting;

  /**
   * Name of the environment variable. It must not be the name of a setting in capitals: the image's launcher turns such
   * variables into arguments, and arguments can be read by everyone on the node.
   *
   * @see https://github.com/elastic/kibana/blob/main/src/dev/build/tasks/os_packages/docker_generator/resources/base/bin/kibana-docker
   */
  readonly env: string;
}

/** The token with which Kibana signs in to Elasticsearch. */
export const SERVICE_TOKEN: SecretSetting = {
  setting: 'elasticsearch.serviceAccountToken',
  env: 'EFK_SERVICE_TOKEN',
};

/** Setting that holds a key with which Kibana encrypts. */
export type EncryptionKey =
  | 'xpack.security.encryptionKey'
  | 'xpack.encryptedSavedObjects.encryptionKey'
  | 'xpack.reporting.encryptionKey';

/**
 * Keys for sessions, for saved objects such as rules and connectors, and for reports. All pods need the same ones, and
 * what is encrypted with a lost key can never be read again. Their names in the Secret are those of the settings.
 */
export const ENCRYPTION_KEYS: readonly SecretSetting<EncryptionKey>[] = [
  { setting: 'xpack.security.encryptionKey', env: 'EFK_SECURITY_KEY' },
  { setting: 'xpack.encryptedSavedObjects.encryptionKey', env: 'EFK_SAVED_OBJECTS_KEY' },
  { setting: 'xpack.reporting.encryptionKey', env: 'EFK_REPORTING_KEY' },
];

/** Secrets that exist before a `Kibana` that reads them. */
export interface KibanaExistingSecrets {
  /**
   * Token of the service account `elastic/kibana`, in the key `token`.
   *
   * @default - one that is made
   */
  readonly serviceToken?: SecretReference<'token'>;

  /**
   * Keys of at least 32 characters, each in a key that is called like its setting.
   *
   * @default - those that are made
   */
  readonly encryptionKeys?: SecretReference<EncryptionKey>;

  /**
   * Certificate of Kibana, in the keys `tls.crt` and `tls.key`, and the authority of Elasticsearch in the key `ca.crt` unless
   * the endpoint names another one.
   *
   * @default - one that is made
   */
  readonly tls?: CertificateReference;
}

/** The Secrets of the installation `name`: those that exist, and otherwise those that are made for it. */
export function secretsOf(name: string, existing: KibanaExistingSecrets): Required<KibanaExistingSecrets> {
  const {
    serviceToken = { secretName: `${name}-service-token` },
    encryptionKeys = { secretName: `${name}-encryption-keys` },
    tls = { secretName: `${name}-tls` },
  } = existing;
  return { serviceToken, encryptionKeys, tls };
}

/** The token of the installation `name`, which Elasticsearch must know. */
export function kibanaToken(name: string): ServiceToken {
  return { account: 'elastic/kibana', tokenName: name };
}

/** What the Secrets that must be made depend on. */
export interface SecretsInput {
  /** Name of the Deployment. */
  readonly name: string;

  /** Namespace of the Deployment. */
  readonly namespace: string;

  /** Secrets that exist already. */
  readonly existing: KibanaExistingSecrets;

  /** Whether the authority of Elasticsearch is to be in the Secret of the certificate. */
  readonly withAuthority: boolean;
}

/** The Secrets that the pods read and that must be made. */
export function kibanaSecrets({ name, namespace, existing, withAuthority }: SecretsInput): SecretSpec[] {
  const names = secretsOf(name, {});
  const all: Readonly<Record<keyof KibanaExistingSecrets, SecretSpec>> = {
    serviceToken: {
      kind: 'service-token',
      name: names.serviceToken.secretName,
      namespace,
      description: `Token with which ${name} signs in to Elasticsearch`,
      token: kibanaToken(name),
    },
    encryptionKeys: {
      kind: 'keys',
      name: names.encryptionKeys.secretName,
      namespace,
      description: `Keys with which ${name} encrypts sessions, saved objects and reports; a lost key cannot be replaced`,
      keys: ENCRYPTION_KEYS.map(({ setting }) => setting),
    },
    tls: {
      kind: 'tls',
      name: names.tls.secretName,
      namespace,
      description: `Certificate of ${name}${withAuthority ? ', and the authority of Elasticsearch' : ''}`,
      authority: 'http',
      // `localhost` for kubectl port-forward.
      dnsNames: [...serviceHostNames(name, namespace), 'localhost'],
    },
  };
  return (['serviceToken', 'encryptionKeys', 'tls'] as const)
    .filter((part) => !existing[part])
    .map((part) => all[part]);
}
