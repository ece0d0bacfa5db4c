import type { SecretSpec } from '../core';

/** User that writes logs, in the file realm of Elasticsearch. */
export const USERNAME = 'fluentd';

/** What the Secrets of an installation depend on. */
export interface SecretsInput {
  /** Name of the DaemonSet. */
  readonly name: string;

  /** Namespace of the DaemonSet. */
  readonly namespace: string;

  /** Name of the Secret with the user. */
  readonly credentialsSecretName: string;

  /** Name of the Secret with the certificate. */
  readonly tlsSecretName: string;
}

/** The Secrets that the pods read. */
export function fluentdSecrets({ name, namespace, credentialsSecretName, tlsSecretName }: SecretsInput): SecretSpec[] {
  const metrics = `${name}-metrics`;
  return [
    {
      kind: 'credentials',
      name: credentialsSecretName,
      namespace,
      description: `User with which ${name} writes logs`,
      username: USERNAME,
    },
    {
      kind: 'tls',
      name: tlsSecretName,
      namespace,
      description: `Certificate of the metrics of ${name}, and the authority of Elasticsearch`,
      authority: 'http',
      dnsNames: [
        metrics,
        `${metrics}.${namespace}`,
        `${metrics}.${namespace}.svc`,
        `${metrics}.${namespace}.svc.cluster.local`,
      ],
    },
  ];
}
