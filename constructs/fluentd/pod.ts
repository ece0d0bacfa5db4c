import { k8s } from 'cdk8s-plus-28';

import {
  type AuthorityReference,
  type CertificateReference,
  type CpuQuantity,
  type MemoryQuantity,
  RESTRICTED_CONTAINER,
  resources,
  type Scratch,
  scratchVolumes,
  tlsVolume,
} from '../core';
import type { Footprint } from './footprint';
import { HEARTBEAT, PATHS } from './paths';

/** For the lock and the socket of the two processes of Fluentd, without which it does not start, and its heartbeat. */
const SCRATCH: Scratch = { tmp: '64Mi' };

/** What the pod of the DaemonSet depends on. */
export interface FluentdPodProps {
  /** Name of the DaemonSet, of its ServiceAccount and of its ConfigMap. */
  readonly name: string;

  /** Namespace of the DaemonSet; part of the directory on the nodes. */
  readonly namespace: string;

  /** Image of Fluentd. */
  readonly image: string;

  /** Processor time requested. */
  readonly cpu: CpuQuantity;

  /** Memory requested and limited. */
  readonly memory: MemoryQuantity;

  /** The certificate of the metrics. */
  readonly tls: CertificateReference;

  /**
   * Where the authority of Elasticsearch is.
   *
   * @default - in the Secret of the certificate
   */
  readonly authority?: AuthorityReference;

  /** Taints of nodes that do not keep Fluentd away. */
  readonly tolerations: readonly k8s.Toleration[];

  /** Labels of the nodes whose logs are read. */
  readonly nodeSelector: Readonly<Record<string, string>>;

  /** PriorityClass of the pod. */
  readonly priorityClassName: string;

  /** What the pipeline needs. */
  readonly footprint: Required<Footprint>;
}

/** Name of the ConfigMap with plugins of our own. */
export function pluginsName(name: string): string {
  return `${name}-plugins`;
}

/** Whether there are plugins of our own. */
export function hasPlugins({ rubyFiles }: Required<Footprint>): boolean {
  return Object.keys(rubyFiles).length > 0;
}

/** The pod that reads the logs of one node. */
export function fluentdPod(props: FluentdPodProps): k8s.PodSpec {
  const { name, tls, authority, footprint } = props;
  return {
    serviceAccountName: name,
    // The names of pods come from paths, not from the API server.
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    nodeSelector: { 'kubernetes.io/os': 'linux', ...props.nodeSelector },
    tolerations: [...props.tolerations],
    priorityClassName: props.priorityClassName,
    // Enough to end the requests that are under way; what is in the buffer stays on the node's disk.
    terminationGracePeriodSeconds: 60,
    // The runtime writes log files as root with mode 0640. Being root is enough to read them: the owner needs no
    // capability, so all are dropped.
    securityContext: { runAsUser: 0, runAsGroup: 0, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [fluentdContainer(props)],
    volumes: [
      { name: 'config', configMap: { name } },
      ...(hasPlugins(footprint) ? [{ name: 'plugins', configMap: { name: pluginsName(name) } }] : []),
      tlsVolume(tls, authority),
      ...footprint.volumes,
      { name: 'state', hostPath: { path: `/var/lib/efk/${props.namespace}/${name}`, type: 'DirectoryOrCreate' } },
      ...scratchVolumes(SCRATCH),
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

function fluentdContainer({ image, cpu, memory, footprint }: FluentdPodProps): k8s.Container {
  const plugins = hasPlugins(footprint);
  return {
    name: 'fluentd',
    image,
    // Not the image's own script: it exits with an error for some values of the variables that it reads.
    command: [
      ...['tini', '--', 'fluentd', '--config', `${PATHS.config}/fluent.conf`],
      ...(plugins ? ['--plugin', PATHS.plugins] : []),
    ],
    env: [...footprint.env],
    ports: [...footprint.ports],
    resources: resources({ cpu, memory }, SCRATCH),
    readinessProbe: {
      httpGet: { path: '/metrics', port: k8s.IntOrString.fromString('metrics'), scheme: 'HTTPS' },
      periodSeconds: 10,
      timeoutSeconds: 10,
    },
    livenessProbe: LIVENESS,
    securityContext: RESTRICTED_CONTAINER,
    volumeMounts: [
      { name: 'config', mountPath: PATHS.config, readOnly: true },
      ...(plugins ? [{ name: 'plugins', mountPath: PATHS.plugins, readOnly: true }] : []),
      { name: 'tls', mountPath: PATHS.tls, readOnly: true },
      ...footprint.mounts,
      { name: 'state', mountPath: PATHS.state },
      { name: 'tmp', mountPath: '/tmp' },
    ],
  };
}
