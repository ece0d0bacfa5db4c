import { k8s } from 'cdk8s-plus-28';

import {
  type AuthorityReference,
  type CertificateReference,
  type MemoryQuantity,
  RESTRICTED_CONTAINER,
  type ResourceProps,
  resources,
  type Scratch,
  scratchVolumes,
  sumOf,
  tlsVolume,
} from '../../core';
import type { Footprint } from '../footprint';
import type { Installation } from '../installation';
import { HEARTBEAT, PATHS } from '../paths';
import type { FluentdPodOptions } from './pod-options';
import { STATE } from './state-volume';

/** For the lock and the socket of the two processes of Fluentd, without which it does not start, and its heartbeat. */
const TEMPORARY: MemoryQuantity = '64Mi';

function scratchOf({ stateScratch, footprint }: FluentdPodProps): Scratch {
  return { ...stateScratch, tmp: sumOf([TEMPORARY, ...footprint.temporary]) };
}

/** What a pod of Fluentd depends on, on a node of its own or anywhere. */
export interface FluentdPodProps {
  /** The workload, whose name its ServiceAccount and its ConfigMap have as well. */
  readonly own: Installation;

  /** Where it runs, as whom, and for how long it may stop. */
  readonly placement: Omit<k8s.PodSpec, 'containers'>;

  /** Image of Fluentd. */
  readonly image: string;

  /** Processor time and memory. */
  readonly resources: ResourceProps;

  /** Volume of what outlives the container, if it is neither a directory of the pod nor claimed. */
  readonly stateVolumes: readonly k8s.Volume[];

  /** The same, if it is a directory of the pod. */
  readonly stateScratch: Scratch;

  /** The certificate of the metrics. */
  readonly tls: CertificateReference;

  /**
   * Where the authority of Elasticsearch is.
   *
   * @default - in the Secret of the certificate
   */
  readonly authority?: AuthorityReference;

  /**
   * What runs before the container is told to stop.
   *
   * @default - nothing
   */
  readonly preStop?: readonly string[];

  /** What users add. */
  readonly options: FluentdPodOptions;

  /** What the pipeline needs. */
  readonly footprint: Required<Footprint>;
}

/** PriorityClass of a pod of which nobody says another. */
export const DEFAULT_PRIORITY = 'system-node-critical';

/** Name of the ConfigMap with plugins of our own. */
export function pluginsName(name: string): string {
  return `${name}-plugins`;
}

/** Whether there are plugins of our own. */
export function hasPlugins({ rubyFiles }: Required<Footprint>): boolean {
  return Object.keys(rubyFiles).length > 0;
}

/** Enough to end the requests that are under way; what is in the buffer stays on the node's disk. In seconds. */
export const GRACE_PERIOD = 60;

/** A pod on every node, which reads what the runtime writes there. */
export function onEveryNode(options: FluentdPodOptions): FluentdPodProps['placement'] {
  const { tolerations = [{ operator: 'Exists' }], priorityClassName = DEFAULT_PRIORITY } = options;
  const { imagePullSecrets, seLinuxOptions } = options;
  return {
    nodeSelector: { 'kubernetes.io/os': 'linux', ...options.nodeSelector },
    tolerations: [...tolerations],
    priorityClassName,
    ...(imagePullSecrets && { imagePullSecrets: [...imagePullSecrets] }),
    terminationGracePeriodSeconds: GRACE_PERIOD,
    // The runtime writes log files as root with mode 0640. Being root is enough to read them: the owner needs no
    // capability, so all are dropped.
    securityContext: {
      runAsUser: 0,
      runAsGroup: 0,
      seccompProfile: { type: 'RuntimeDefault' },
      ...(seLinuxOptions && { seLinuxOptions }),
    },
  };
}

/** A pod of Fluentd. */
export function fluentdPod(props: FluentdPodProps): k8s.PodSpec {
  const { own, placement, tls, authority, footprint } = props;
  const { name } = own;
  return {
    serviceAccountName: name,
    // The names of pods come from paths, not from the API server.
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    ...placement,
    containers: [fluentdContainer(props)],
    volumes: [
      { name: 'config', configMap: { name } },
      ...(hasPlugins(footprint) ? [{ name: 'plugins', configMap: { name: pluginsName(name) } }] : []),
      tlsVolume(tls, authority),
      ...footprint.volumes,
      ...props.stateVolumes,
      ...scratchVolumes(scratchOf(props)),
    ],
  };
}

/**
 * Asks for the heartbeat, which a worker that hangs or has died no longer renews. Not for progress and not for answers: a
 * Fluentd whose buffer is full waits for Elasticsearch, one that works off an outage is busy, and to restart either only
 * costs the time in which rotated files disappear.
 */
const LIVENESS: k8s.Probe = {
  exec: { command: ['/bin/sh', '-c', `test -n "$(find ${HEARTBEAT.file} -mmin -${HEARTBEAT.patienceMinutes})"`] },
  initialDelaySeconds: 60,
  periodSeconds: 30,
  timeoutSeconds: 10,
  failureThreshold: 6,
};

function fluentdContainer(props: FluentdPodProps): k8s.Container {
  const { image, footprint, options } = props;
  const plugins = hasPlugins(footprint);
  return {
    name: 'fluentd',
    image,
    // Not the image's own script: it exits with an error for some values of the variables that it reads.
    command: [
      ...['tini', '--', 'fluentd', '--config', `${PATHS.config}/fluent.conf`],
      ...(plugins ? ['--plugin', PATHS.plugins] : []),
    ],
    env: [...footprint.env, ...(options.env ?? [])],
    ports: [...footprint.ports],
    resources: resources(props.resources, scratchOf(props)),
    readinessProbe: {
      httpGet: { path: '/metrics', port: k8s.IntOrString.fromString('metrics'), scheme: 'HTTPS' },
      periodSeconds: 10,
      timeoutSeconds: 10,
    },
    livenessProbe: LIVENESS,
    ...(props.preStop && { lifecycle: { preStop: { exec: { command: [...props.preStop] } } } }),
    securityContext: RESTRICTED_CONTAINER,
    volumeMounts: [
      { name: 'config', mountPath: PATHS.config, readOnly: true },
      ...(plugins ? [{ name: 'plugins', mountPath: PATHS.plugins, readOnly: true }] : []),
      { name: 'tls', mountPath: PATHS.tls, readOnly: true },
      ...footprint.mounts,
      { name: STATE, mountPath: PATHS.state },
      { name: 'tmp', mountPath: '/tmp' },
    ],
  };
}
