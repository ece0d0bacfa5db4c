import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

import {
  type CertificateReference,
  labels,
  type MetricsEndpoint,
  refuse,
  selectorLabels,
  serviceHostNames,
} from '../core';
import type { Footprint, FootprintService } from './footprint';
import type { Installation } from './installation';
import { METRICS_PORT } from './paths';
import { hasPlugins, pluginsName } from './pod/pod';

/** What the objects around the pods depend on. */
export interface CollectorObjectsProps {
  /** The workload, after which they are named. */
  readonly own: Installation;

  /** Files of the configuration by name. */
  readonly files: Readonly<Record<string, string>>;

  /** What the pipeline needs. */
  readonly footprint: Required<Footprint>;

  /** The certificate of the metrics. */
  readonly tls: CertificateReference;

  /**
   * Whether there is a pod on every node, to which those of the same node send.
   *
   * @default false
   */
  readonly onEveryNode?: boolean;
}

/** The objects around the pods of Fluentd, whatever workload makes these. */
export interface CollectorObjects {
  /** Holds `fluent.conf`. */
  readonly configMap: k8s.KubeConfigMap;

  /** Identity of the pods, with no rights in the Kubernetes API but those of the footprint. */
  readonly serviceAccount: k8s.KubeServiceAccount;

  /** Who may talk to the pods and to whom they may talk. */
  readonly networkPolicy: k8s.KubeNetworkPolicy;

  /** The metrics of every pod, over TLS. */
  readonly metricsService: k8s.KubeService;

  /** Where every pod serves its metrics, for a monitoring. */
  readonly metrics: MetricsEndpoint;

  /** What pods that start because of a change must find changed: configuration, plugins, identity, network. */
  readonly before: readonly Construct[];
}

/** Metadata of an object named `of` that belongs to a workload. */
export function metadataOf({ name }: Installation, of = name) {
  return { name: of, labels: labels({ name: 'fluentd', instance: name }) };
}

/** Labels that select the pods of a workload. */
export function selectorOf({ name }: Installation): Record<string, string> {
  return selectorLabels({ name: 'fluentd', instance: name });
}

/** What a ConfigMap holds, in bytes (ValidateConfigMap in pkg/apis/core/validation/validation.go of Kubernetes). */
const CONFIG_MAP_SIZE = 1_048_576;

/**
 * Makes the objects around the pods.
 *
 * @throws PropsError if the configuration is larger than a ConfigMap holds
 */
export function collectorObjects(scope: Construct, props: CollectorObjectsProps): CollectorObjects {
  const { own, files, footprint, tls, onEveryNode = false } = props;
  const { name, namespace } = own;
  const selector = selectorOf(own);
  refuse(scope, sizeMistakes(files));
  const configMap = new k8s.KubeConfigMap(scope, 'config', { metadata: metadataOf(own), data: { ...files } });
  const plugins = hasPlugins(footprint)
    ? [
        new k8s.KubeConfigMap(scope, 'plugins', {
          metadata: metadataOf(own, pluginsName(name)),
          data: { ...footprint.rubyFiles },
        }),
      ]
    : [];
  const serviceAccount = new k8s.KubeServiceAccount(scope, 'service-account', {
    metadata: metadataOf(own),
    automountServiceAccountToken: false,
  });
  const networkPolicy = new k8s.KubeNetworkPolicy(scope, 'network-policy', {
    metadata: metadataOf(own),
    spec: {
      podSelector: { matchLabels: selector },
      policyTypes: ['Ingress', 'Egress'],
      ingress: ingress(footprint),
      egress: [...footprint.egress],
    },
  });
  const metricsService = new k8s.KubeService(scope, 'metrics-service', {
    metadata: metadataOf(own, `${name}-metrics`),
    // Headless: metrics are those of one pod each.
    spec: {
      clusterIp: 'None',
      selector,
      ports: [{ name: 'metrics', port: METRICS_PORT, targetPort: k8s.IntOrString.fromString('metrics') }],
    },
  });
  for (const service of footprint.services) {
    new k8s.KubeService(scope, `service-${service.name}`, {
      metadata: { ...metadataOf(own, service.name), ...annotated(service.annotations) },
      spec: serviceSpec(service, selector, onEveryNode),
    });
  }
  const metrics = {
    name,
    podLabels: selector,
    port: 'metrics',
    portNumber: METRICS_PORT,
    serverName: serviceHostNames(`${name}-metrics`, namespace)[0] ?? '',
    authoritySecretName: tls.secretName,
  };
  const before = [configMap, ...plugins, serviceAccount, networkPolicy, ...grant(scope, own, footprint.rights)];
  return { configMap, serviceAccount, networkPolicy, metricsService, metrics, before };
}

/** Keeps the address of the sender, and on every node also the way to the pod short. */
function serviceSpec(
  { type, ports }: FootprintService,
  selector: Record<string, string>,
  onEveryNode: boolean,
): k8s.ServiceSpec {
  return {
    type,
    selector,
    ports: [...ports],
    ...(onEveryNode && { internalTrafficPolicy: 'Local' }),
    ...(type !== 'ClusterIP' && { externalTrafficPolicy: 'Local' }),
  };
}

function annotated(annotations: Readonly<Record<string, string>>) {
  return Object.keys(annotations).length > 0 ? { annotations: { ...annotations } } : {};
}

/** Gives the pods rights in all namespaces, under a name that no other installation has. */
function grant(scope: Construct, own: Installation, rights: readonly k8s.PolicyRule[]): Construct[] {
  if (rights.length === 0) return [];
  const { name, namespace } = own;
  const metadata = metadataOf(own, `${namespace}-${name}`);
  const role = new k8s.KubeClusterRole(scope, 'cluster-role', { metadata, rules: [...rights] });
  const binding = new k8s.KubeClusterRoleBinding(scope, 'cluster-role-binding', {
    metadata,
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: metadata.name },
    subjects: [{ kind: 'ServiceAccount', name, namespace }],
  });
  binding.addDependency(role);
  return [role, binding];
}

function ingress({ ports, ingress }: Required<Footprint>): k8s.NetworkPolicyIngressRule[] {
  const limited = new Set(ingress.flatMap(({ ports = [] }) => ports.map(({ port }) => port?.value)));
  const open = ports.filter(({ containerPort }) => !limited.has(containerPort));
  return [
    // From anywhere: who scrapes may not be known, and the metrics hold no content of logs. Without any port it would be all.
    ...(open.length > 0
      ? [
          {
            ports: open.map(({ containerPort, protocol = 'TCP' }) => ({
              protocol,
              port: k8s.IntOrString.fromNumber(containerPort),
            })),
          },
        ]
      : []),
    ...ingress,
  ];
}

function sizeMistakes(files: Readonly<Record<string, string>>): string[] {
  const size = Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return size <= CONFIG_MAP_SIZE
    ? []
    : [
        `the configuration must have at most ${CONFIG_MAP_SIZE} bytes, which a ConfigMap holds, got ${size}; write fewer or shorter treatments and routes, for example with globs`,
      ];
}
