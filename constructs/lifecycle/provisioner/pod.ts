import type { k8s } from 'cdk8s-plus-28';

import {
  authoritySource,
  type ClientCredentials,
  type ElasticsearchEndpoint,
  keyFiles,
  labels,
  NODE_IMAGE,
  RESTRICTED_CONTAINER,
  resources,
  restrictedPod,
} from '../../core';
import type { ProvisionedObject } from '../provisioned-object';
import { fileName } from './objects';
import { credentialsName, tlsName } from './secrets';

/** User and group `node` of the image. */
const NODE_UID = 1000;

/** What the pod of a provisioner depends on. */
export interface ProvisionerPodInput {
  /** Name of the provisioner. */
  readonly name: string;

  /** The cluster that is provisioned. */
  readonly elasticsearch: ElasticsearchEndpoint;

  /** How long to wait for a cluster that does not answer, in seconds. */
  readonly deadlineSeconds: number;

  /** What to apply. */
  readonly objects: readonly ProvisionedObject[];

  /**
   * Secrets by which to sign in, if they exist already.
   *
   * @default - the Secret that is made for `name`
   */
  readonly existingSecrets?: ClientCredentials;
}

/** Pod of the job. */
export function provisionerPod(input: ProvisionerPodInput): k8s.PodTemplateSpec {
  const { name, elasticsearch, existingSecrets = {} } = input;
  return {
    metadata: { labels: { ...labels({ name: 'provisioner', instance: name }), ...elasticsearch.clientLabels } },
    spec: {
      restartPolicy: 'Never',
      serviceAccountName: name,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      securityContext: restrictedPod(NODE_UID),
      containers: [container(input)],
      volumes: [
        { name: 'program', configMap: { name } },
        { name: 'objects', projected: { sources: [requestsSource(name), ...input.objects.map(objectSource)] } },
        { name: 'credentials', secret: { ...credentials(name, existingSecrets), defaultMode: 0o440 } },
        ...authorityVolume(input),
      ],
    },
  };
}

/** Files of the directory of credentials: the user, whose name may be known without it, or an API key. */
function credentials(name: string, { apiKey, credentials: user }: ClientCredentials): k8s.SecretVolumeSource {
  if (apiKey) return { secretName: apiKey.secretName, items: keyFiles(apiKey, ['api_key']) };
  if (!user) return { secretName: credentialsName(name) };
  const files = user.username === undefined ? (['username', 'password'] as const) : (['password'] as const);
  return { secretName: user.secretName, items: keyFiles(user, files) };
}

/** Only the authority: the job answers nobody and needs no key. Nothing if Node.js knows the authority itself. */
function authorityVolume({ name, elasticsearch: { authority } }: ProvisionerPodInput): k8s.Volume[] {
  if (authority === 'public') return [];
  if (authority) return [{ name: 'tls', projected: { sources: [authoritySource(authority)] } }];
  return [{ name: 'tls', secret: { secretName: tlsName(name), items: [{ key: 'ca.crt', path: 'ca.crt' }] } }];
}

function container({ name, elasticsearch, deadlineSeconds, existingSecrets }: ProvisionerPodInput): k8s.Container {
  const username = existingSecrets?.credentials?.username;
  const volumes = ['program', 'objects', 'credentials', ...(elasticsearch.authority === 'public' ? [] : ['tls'])];
  return {
    name: 'provision',
    image: NODE_IMAGE,
    command: ['node', '/mnt/program/main.js'],
    securityContext: RESTRICTED_CONTAINER,
    resources: resources({ cpu: '50m', memory: '128Mi' }),
    env: [
      { name: 'ELASTICSEARCH_URL', value: elasticsearch.url },
      { name: 'PROVISIONER', value: name },
      { name: 'DEADLINE_SECONDS', value: String(deadlineSeconds) },
      { name: 'OBJECTS', value: '/mnt/objects' },
      { name: 'CREDENTIALS', value: '/mnt/credentials' },
      ...(username === undefined ? [] : [{ name: 'ELASTICSEARCH_USERNAME', value: username }]),
      ...(volumes.includes('tls') ? [{ name: 'TLS', value: '/mnt/tls' }] : []),
    ],
    // Elasticsearch's reason then stands in the status of the pod.
    terminationMessagePolicy: 'FallbackToLogsOnError',
    volumeMounts: volumes.map((volume) => ({
      name: volume,
      mountPath: `/mnt/${volume}`,
      readOnly: true,
    })),
  };
}

function requestsSource(name: string): k8s.VolumeProjection {
  return { configMap: { name, items: [{ key: 'requests.json', path: 'requests.json' }] } };
}

function objectSource(object: ProvisionedObject): k8s.VolumeProjection {
  const { configMap, key } = object;
  return { configMap: { name: configMap, items: [{ key, path: fileName(object) }] } };
}
