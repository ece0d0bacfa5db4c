import type { k8s } from 'cdk8s-plus-28';

import {
  IMAGES,
  type MemoryQuantity,
  RESTRICTED_CONTAINER,
  type ResourceProps,
  resources,
  restrictedPod,
  type Scratch,
  type StackVersion,
  scratchVolumes,
  selectorLabels,
} from '../../core';
import { clusterNames, HTTP_PORT, READINESS_PORT, TRANSPORT_PORT } from '../names';
import type { StatefulSetPlan } from '../plan';
import type { S3StorageProps } from '../props';
import { READINESS_TIMEOUT_SECONDS } from './readiness';
import { preStopScript } from './scripts';

const HOME = '/usr/share/elasticsearch';

/** User and group of the image. */
const ELASTICSEARCH_UID = 1000;

/** How long requests may still arrive after a pod has left its Services. */
const PRE_STOP_SECONDS = 20;

/** What a pod depends on. */
export interface PodInput {
  /** Name of the cluster. */
  readonly cluster: string;

  /** The StatefulSet that the pod belongs to. */
  readonly plan: StatefulSetPlan;

  /** Version of Elasticsearch. */
  readonly version: StackVersion;

  /**
   * Object storage for snapshots.
   *
   * @default - none
   */
  readonly s3Storage?: S3StorageProps;
}

/** The pod of a node. */
export function podSpec(input: PodInput): k8s.PodSpec {
  const { cluster, plan } = input;
  return {
    serviceAccountName: cluster,
    automountServiceAccountToken: false,
    // Variables for every Service of the namespace would only clutter the environment.
    enableServiceLinks: false,
    securityContext: restrictedPod(ELASTICSEARCH_UID),
    terminationGracePeriodSeconds: 180,
    affinity: affinity(input),
    ...(plan.zones.length > 1 && { topologySpreadConstraints: [zoneSpread(input)] }),
    initContainers: [prepare(input)],
    containers: [elasticsearch(input)],
    volumes: volumes(input),
  };
}

/**
 * No liveness and no startup probe: a node that recovers shards or waits for a master is alive however long it takes, and
 * to kill it makes the recovery start again (elastic/helm-charts#63, #631).
 */
function elasticsearch({ version, plan: { nodeSet } }: PodInput): k8s.Container {
  return {
    name: 'elasticsearch',
    image: IMAGES[version].elasticsearch,
    securityContext: RESTRICTED_CONTAINER,
    resources: resources(nodeSet, scratch(nodeSet)),
    env: [
      fieldVariable('POD_NAME', 'metadata.name'),
      fieldVariable('POD_IP', 'status.podIP'),
      fieldVariable('NODE_NAME', 'spec.nodeName'),
    ],
    ports: [
      { name: 'https', containerPort: HTTP_PORT },
      { name: 'transport', containerPort: TRANSPORT_PORT },
      { name: 'readiness', containerPort: READINESS_PORT },
    ],
    readinessProbe: {
      exec: { command: ['/bin/bash', '/mnt/scripts/readiness.sh'] },
      initialDelaySeconds: 10,
      periodSeconds: 5,
      timeoutSeconds: READINESS_TIMEOUT_SECONDS,
    },
    lifecycle: { preStop: { exec: { command: ['/bin/bash', '-c', preStopScript(PRE_STOP_SECONDS)] } } },
    terminationMessagePolicy: 'FallbackToLogsOnError',
    volumeMounts: [
      { name: 'config', mountPath: `${HOME}/config` },
      // Directories, never single files by subPath: those would not change with their Secret.
      { name: 'http-tls', mountPath: `${HOME}/config/tls/http`, readOnly: true },
      { name: 'transport-tls', mountPath: `${HOME}/config/tls/transport`, readOnly: true },
      { name: 'file-realm', mountPath: `${HOME}/config/file-realm`, readOnly: true },
      { name: 'roles', mountPath: `${HOME}/config/roles`, readOnly: true },
      { name: 'readiness', mountPath: '/mnt/readiness', readOnly: true },
      { name: 'scripts', mountPath: '/mnt/scripts', readOnly: true },
      { name: 'data', mountPath: `${HOME}/data` },
      { name: 'logs', mountPath: `${HOME}/logs` },
      { name: 'tmp', mountPath: '/tmp' },
    ],
  };
}

function prepare({ version, s3Storage }: PodInput): k8s.Container {
  // The keystore is written by a program in Java.
  const memory: MemoryQuantity = s3Storage ? '256Mi' : '64Mi';
  const size: ResourceProps = { cpu: '100m', memory };
  return {
    name: 'prepare',
    image: IMAGES[version].elasticsearch,
    command: ['/bin/sh', '/mnt/scripts/prepare.sh'],
    securityContext: RESTRICTED_CONTAINER,
    resources: resources(size),
    env: [fieldVariable('POD_NAME', 'metadata.name'), fieldVariable('NODE_NAME', 'spec.nodeName')],
    // The remedy for a node that is not tuned then stands in the status of the pod.
    terminationMessagePolicy: 'FallbackToLogsOnError',
    volumeMounts: [
      { name: 'config', mountPath: '/mnt/config' },
      { name: 'settings', mountPath: '/mnt/settings', readOnly: true },
      { name: 'scripts', mountPath: '/mnt/scripts', readOnly: true },
      { name: 'data', mountPath: `${HOME}/data` },
      ...(s3Storage
        ? [
            { name: 's3', mountPath: '/mnt/s3', readOnly: true },
            { name: 'tmp', mountPath: '/tmp' },
          ]
        : []),
    ],
  };
}

/** What the node writes beside its data. */
function scratch({ roles }: StatefulSetPlan['nodeSet']): Scratch {
  return {
    // A copy of the image's configuration, and the keystore.
    config: '16Mi',
    // Logs of garbage collection, 33 files of 64 MiB, and reports of crashes; everything else goes to standard output.
    logs: '2304Mi',
    // Machine learning spills forecasts, up to 500 MB each; other nodes leave a few files at every start.
    tmp: roles.includes('ml') ? '6Gi' : '256Mi',
  };
}

function volumes({ cluster, plan, s3Storage }: PodInput): k8s.Volume[] {
  const names = clusterNames(cluster);
  return [
    ...scratchVolumes(scratch(plan.nodeSet)),
    { name: 'settings', configMap: { name: plan.name } },
    { name: 'scripts', configMap: { name: names.scripts } },
    { name: 'roles', configMap: { name: names.roles } },
    { name: 'http-tls', secret: { secretName: names.httpTls, defaultMode: 0o440 } },
    { name: 'transport-tls', secret: { secretName: names.transportTls, defaultMode: 0o440 } },
    { name: 'readiness', secret: { secretName: names.readiness, defaultMode: 0o440 } },
    { name: 'file-realm', secret: { secretName: names.fileRealm, defaultMode: 0o440 } },
    ...(s3Storage ? [{ name: 's3', secret: { secretName: s3Storage.secretName, defaultMode: 0o440 } }] : []),
  ];
}

/** Keeps pods on different machines where it can, and in their zones always. */
function affinity({ cluster, plan: { zones } }: PodInput): k8s.Affinity {
  const matchLabels = selectorLabels({ name: 'elasticsearch', instance: cluster });
  const inZones = { key: 'topology.kubernetes.io/zone', operator: 'In', values: [...zones] };
  return {
    ...(zones.length > 0 && {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [inZones] }] },
      },
    }),
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [
        { weight: 100, podAffinityTerm: { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels } } },
      ],
    },
  };
}

function zoneSpread({ cluster, plan: { component } }: PodInput): k8s.TopologySpreadConstraint {
  return {
    maxSkew: 1,
    topologyKey: 'topology.kubernetes.io/zone',
    whenUnsatisfiable: 'DoNotSchedule',
    labelSelector: { matchLabels: selectorLabels({ name: 'elasticsearch', instance: cluster, component }) },
  };
}

function fieldVariable(name: string, fieldPath: string): k8s.EnvVar {
  return { name, valueFrom: { fieldRef: { fieldPath } } };
}
