import { k8s } from 'cdk8s-plus-28';

import {
  type AuthorityReference,
  type CpuQuantity,
  type MemoryQuantity,
  RESTRICTED_CONTAINER,
  resources,
  type Scratch,
  scratchVolumes,
  secretVariable,
  tlsVolume,
  type UserReference,
} from '../core';
import { ENV, HEARTBEAT, METRICS_PORT, PATHS } from './paths';
import { type FluentdExistingSecrets, secretNames } from './secrets';

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

  /** Secrets that exist already; the others have the names that are made for `name`. */
  readonly secrets: FluentdExistingSecrets;

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
}

/** The pod that reads the logs of one node. */
export function fluentdPod(props: FluentdPodProps): k8s.PodSpec {
  const { tls = { secretName: secretNames(props.name).tls } } = props.secrets;
  return {
    serviceAccountName: props.name,
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
      { name: 'config', configMap: { name: props.name } },
      tlsVolume(tls, props.authority),
      { name: 'pods', hostPath: { path: PATHS.pods, type: 'Directory' } },
      {
        name: 'state',
        hostPath: { path: `/var/lib/efk/${props.namespace}/${props.name}`, type: 'DirectoryOrCreate' },
      },
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

function fluentdContainer({ name, image, cpu, memory, secrets }: FluentdPodProps): k8s.Container {
  return {
    name: 'fluentd',
    image,
    // Not the image's own script: it exits with an error for some values of the variables that it reads.
    command: ['tini', '--', 'fluentd', '--config', `${PATHS.config}/fluent.conf`],
    env: [
      { name: ENV.node, valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
      ...(secrets.apiKey
        ? [secretVariable(ENV.apiKey, secrets.apiKey, 'api_key')]
        : userVariables(secrets.credentials ?? { secretName: secretNames(name).credentials })),
    ],
    ports: [{ name: 'metrics', containerPort: METRICS_PORT }],
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
      { name: 'tls', mountPath: PATHS.tls, readOnly: true },
      { name: 'pods', mountPath: PATHS.pods, readOnly: true },
      { name: 'state', mountPath: PATHS.state },
      { name: 'tmp', mountPath: '/tmp' },
    ],
  };
}

function userVariables(user: UserReference): k8s.EnvVar[] {
  return [
    user.username === undefined
      ? secretVariable(ENV.username, user, 'username')
      : { name: ENV.username, value: user.username },
    secretVariable(ENV.password, user, 'password'),
  ];
}
