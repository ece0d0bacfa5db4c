import { k8s } from 'cdk8s-plus-28';

import {
  type AuthorityReference,
  type CpuQuantity,
  type MemoryQuantity,
  RESTRICTED_CONTAINER,
  resources,
  restrictedPod,
  type Scratch,
  scratchVolumes,
  secretVariable,
  selectorLabels,
  tlsVolume,
  toBytes,
} from '../core';
import { PATHS, PORT } from './paths';
import { ENCRYPTION_KEYS, type KibanaExistingSecrets, SERVICE_TOKEN } from './secrets';

/** Part of the memory that is the heap of Node.js; the rest is for buffers, stacks and compiled code. */
const HEAP_SHARE = 0.75;

/** Uid and gid of the image. */
const KIBANA_UID = 1000;

/** What the pods of the Deployment depend on. */
export interface KibanaPodProps {
  /** Name of the Deployment, of its ServiceAccount and of its ConfigMap. */
  readonly name: string;

  /** Image of Kibana. */
  readonly image: string;

  /** Processor time requested. */
  readonly cpu: CpuQuantity;

  /** Memory requested and limited. */
  readonly memory: MemoryQuantity;

  /** The Secrets that the pod reads. */
  readonly secrets: Required<KibanaExistingSecrets>;

  /**
   * Where the authority of Elasticsearch is.
   *
   * @default - in the Secret of the certificate
   */
  readonly authority?: AuthorityReference;
}

/** Heap of Node.js in MiB for a container with `memory`. */
export function heapMib(memory: MemoryQuantity): number {
  return Math.floor((toBytes(memory) * HEAP_SHARE) / 2 ** 20);
}

/** A pod of Kibana. */
export function kibanaPod(props: KibanaPodProps): k8s.PodSpec {
  const { name } = props;
  return {
    serviceAccountName: name,
    automountServiceAccountToken: false,
    // Otherwise Kubernetes sets KIBANA_PORT and the like, and the launcher would have to know which ones to ignore.
    enableServiceLinks: false,
    terminationGracePeriodSeconds: 60,
    securityContext: restrictedPod(KIBANA_UID),
    // Soft: a small cluster may have one node.
    topologySpreadConstraints: ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'].map((topologyKey) => ({
      topologyKey,
      maxSkew: 1,
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels: selectorLabels({ name: 'kibana', instance: name }) },
    })),
    containers: [kibanaContainer(props)],
    volumes: [
      { name: 'config', configMap: { name } },
      tlsVolume(props.secrets.tls, props.authority),
      ...scratchVolumes(scratch(props)),
    ],
  };
}

/** What a pod writes. */
function scratch({ memory }: Pick<KibanaPodProps, 'memory'>): Scratch {
  return {
    // The id of the instance; a heap snapshot, if somebody asks for one, is about as large as the heap.
    data: memory,
    // Empty as long as audit logs are off.
    logs: '64Mi',
    // The profile of the browser that makes a report, and its files.
    tmp: '512Mi',
  };
}

function kibanaContainer({ image, cpu, memory, secrets }: KibanaPodProps): k8s.Container {
  return {
    name: 'kibana',
    image,
    env: [
      secretVariable(SERVICE_TOKEN.env, secrets.serviceToken, 'token'),
      ...ENCRYPTION_KEYS.map(({ setting, env }) => secretVariable(env, secrets.encryptionKeys, setting)),
      { name: 'NODE_OPTIONS', value: `--max-old-space-size=${heapMib(memory)}` },
    ],
    ports: [{ name: 'https', containerPort: PORT }],
    resources: resources({ cpu, memory }, scratch({ memory })),
    // Answers without a user since 8.16. No liveness probe: it would end a migration of saved objects halfway.
    readinessProbe: {
      httpGet: { path: '/api/status', port: k8s.IntOrString.fromString('https'), scheme: 'HTTPS' },
      initialDelaySeconds: 10,
      periodSeconds: 10,
      timeoutSeconds: 5,
    },
    // Requests still arrive until every node knows that the pod has gone.
    lifecycle: { preStop: { exec: { command: ['sleep', '10'] } } },
    securityContext: RESTRICTED_CONTAINER,
    volumeMounts: [
      // One file, because the directory holds files of the image. It need not follow changes: those roll the pods.
      { name: 'config', mountPath: PATHS.config, subPath: 'kibana.yml', readOnly: true },
      { name: 'tls', mountPath: PATHS.tls, readOnly: true },
      { name: 'data', mountPath: PATHS.data },
      { name: 'logs', mountPath: PATHS.logs },
      { name: 'tmp', mountPath: '/tmp' },
    ],
  };
}
