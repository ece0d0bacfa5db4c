import type { k8s } from 'cdk8s-plus-28';

import {
  type ElasticsearchEndpoint,
  labels,
  NODE_IMAGE,
  RESTRICTED_CONTAINER,
  resources,
  restrictedPod,
  type SecretSpec,
} from '../../core';
import type { ProvisionedObject } from '../provisioned-object';
import { fileName } from './objects';

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
}

/** Pod of the job. */
export function provisionerPod(input: ProvisionerPodInput): k8s.PodTemplateSpec {
  const { name, elasticsearch } = input;
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
        { name: 'credentials', secret: { secretName: credentialsName(name), defaultMode: 0o440 } },
        // Only the authority: the job answers nobody and needs no key.
        { name: 'tls', secret: { secretName: tlsName(name), items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
      ],
    },
  };
}

/** The Secrets of a provisioner: a user, and a certificate for the authority that comes with it. */
export function provisionerSecrets(input: { name: string; namespace: string; username: string }): SecretSpec[] {
  const { name, namespace, username } = input;
  return [
    {
      kind: 'credentials',
      name: credentialsName(name),
      namespace,
      description: `User as which ${name} applies policies and templates to Elasticsearch`,
      username,
    },
    {
      kind: 'tls',
      name: tlsName(name),
      namespace,
      description: `Authority by which ${name} recognises Elasticsearch`,
      authority: 'http',
      dnsNames: [name],
    },
  ];
}

function container({ name, elasticsearch, deadlineSeconds }: ProvisionerPodInput): k8s.Container {
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
      { name: 'TLS', value: '/mnt/tls' },
    ],
    // Elasticsearch's reason then stands in the status of the pod.
    terminationMessagePolicy: 'FallbackToLogsOnError',
    volumeMounts: ['program', 'objects', 'credentials', 'tls'].map((volume) => ({
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

function credentialsName(name: string): string {
  return `${name}-credentials`;
}

function tlsName(name: string): string {
  return `${name}-tls`;
}
