import type { SecretSpec, ServiceToken } from '../core';

/** Settings that hold a secret, and the environment variables from which `kibana.yml` takes them. */
export interface SecretSetting {
  /** Name of the setting. */
  readonly setting: string;

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

/**
 * Keys for sessions, for saved objects such as rules and connectors, and for reports. All pods need the same ones, and
 * what is encrypted with a lost key can never be read again. Their names in the Secret are those of the settings.
 */
export const ENCRYPTION_KEYS: readonly SecretSetting[] = [
  { setting: 'xpack.security.encryptionKey', env: 'EFK_SECURITY_KEY' },
  { setting: 'xpack.encryptedSavedObjects.encryptionKey', env: 'EFK_SAVED_OBJECTS_KEY' },
  { setting: 'xpack.reporting.encryptionKey', env: 'EFK_REPORTING_KEY' },
];

/** Names of the Secrets of the installation `name`. */
export function secretNames(name: string) {
  return { serviceToken: `${name}-service-token`, encryptionKeys: `${name}-encryption-keys`, tls: `${name}-tls` };
}

/** The token of the installation `name`, which Elasticsearch must know. */
export function kibanaToken(name: string): ServiceToken {
  return { account: 'elastic/kibana', tokenName: name };
}

/** The Secrets that the pods read. */
export function kibanaSecrets(name: string, namespace: string): SecretSpec[] {
  const names = secretNames(name);
  return [
    {
      kind: 'service-token',
      name: names.serviceToken,
      namespace,
      description: `Token with which ${name} signs in to Elasticsearch`,
      token: kibanaToken(name),
    },
    {
      kind: 'keys',
      name: names.encryptionKeys,
      namespace,
      description: `Keys with which ${name} encrypts sessions, saved objects and reports; a lost key cannot be replaced`,
      keys: ENCRYPTION_KEYS.map(({ setting }) => setting),
    },
    {
      kind: 'tls',
      name: names.tls,
      namespace,
      description: `Certificate of ${name}, and the authority of Elasticsearch`,
      authority: 'http',
      // `localhost` for kubectl port-forward.
      dnsNames: [
        name,
        `${name}.${namespace}`,
        `${name}.${namespace}.svc`,
        `${name}.${namespace}.svc.cluster.local`,
        'localhost',
      ],
    },
  ];
}
