import { k8s } from 'cdk8s-plus-28';

import {
  type ElasticsearchEndpoint,
  IMAGES,
  labels,
  RESTRICTED_CONTAINER,
  resources,
  restrictedPod,
  type SecretSpec,
  type StackVersion,
  selectorLabels,
} from '../core';
import type { MountedObject } from './provisioner-objects';

/** User and group of the Elasticsearch image. */
const ELASTICSEARCH_UID = 1000;

/** What the pod of a provisioner depends on. */
export interface ProvisionerPodInput {
  /** Name of the provisioner. */
  readonly name: string;

  /** Version of the Elasticsearch image. */
  readonly version: StackVersion;

  /** The cluster that is provisioned. */
  readonly elasticsearch: ElasticsearchEndpoint;

  /** How long to wait for a cluster that does not answer, in seconds. */
  readonly deadlineSeconds: number;

  /** What to apply. */
  readonly objects: readonly MountedObject[];
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
      securityContext: restrictedPod(ELASTICSEARCH_UID),
      containers: [container(input)],
      volumes: [
        { name: 'script', configMap: { name } },
        { name: 'objects', projected: { sources: [requestsSource(name), ...input.objects.map(objectSource)] } },
        { name: 'credentials', secret: { secretName: credentialsName(name), defaultMode: 0o440 } },
        // Only the authority: the job answers nobody and needs no key.
        { name: 'tls', secret: { secretName: tlsName(name), items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
        { name: 'work', emptyDir: { medium: 'Memory' } },
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

/** The pod reaches Elasticsearch and DNS; nobody reaches the pod. */
export function egressRules(name: string, { url }: ElasticsearchEndpoint): k8s.NetworkPolicySpec {
  const { hostname, port } = new URL(url);
  const [, namespace, zone] = hostname.split('.');
  const inCluster = namespace !== undefined && zone === 'svc';
  return {
    podSelector: { matchLabels: selectorLabels({ name: 'provisioner', instance: name }) },
    policyTypes: ['Ingress', 'Egress'],
    egress: [
      {
        ports: [portRule('TCP', Number(port || 443))],
        ...(inCluster && {
          to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } }],
        }),
      },
      { ports: [portRule('TCP', 53), portRule('UDP', 53)] },
    ],
  };
}

function container({ version, elasticsearch, deadlineSeconds }: ProvisionerPodInput): k8s.Container {
  return {
    name: 'provision',
    image: IMAGES[version].elasticsearch,
    command: ['/bin/sh', '/mnt/script/provision.sh'],
    securityContext: RESTRICTED_CONTAINER,
    resources: resources({ cpu: '50m', memory: '64Mi' }),
    env: [
      { name: 'ELASTICSEARCH_URL', value: elasticsearch.url },
      { name: 'DEADLINE_SECONDS', value: String(deadlineSeconds) },
      { name: 'OBJECTS', value: '/mnt/objects' },
      { name: 'CREDENTIALS', value: '/mnt/credentials' },
      { name: 'TLS', value: '/mnt/tls' },
      { name: 'WORK', value: '/mnt/work' },
    ],
    // Elasticsearch's reason then stands in the status of the pod.
    terminationMessagePolicy: 'FallbackToLogsOnError',
    volumeMounts: [
      ...['script', 'objects', 'credentials', 'tls'].map((volume) => ({
        name: volume,
        mountPath: `/mnt/${volume}`,
        readOnly: true,
      })),
      { name: 'work', mountPath: '/mnt/work' },
    ],
  };
}

function requestsSource(name: string): k8s.VolumeProjection {
  return { configMap: { name, items: [{ key: 'requests.txt', path: 'requests.txt' }] } };
}

function objectSource({ configMap, key, file }: MountedObject): k8s.VolumeProjection {
  return { configMap: { name: configMap, items: [{ key, path: file }] } };
}

function credentialsName(name: string): string {
  return `${name}-credentials`;
}

function tlsName(name: string): string {
  return `${name}-tls`;
}

function portRule(protocol: 'TCP' | 'UDP', port: number): k8s.NetworkPolicyPort {
  return { port: k8s.IntOrString.fromNumber(port), protocol };
}
