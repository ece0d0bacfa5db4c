import { Chart, Yaml } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

import {
  type CpuQuantity,
  certificateMistakes,
  clientEgress,
  configHash,
  credentialMistakes,
  dnsPortMistakes,
  type ElasticsearchEndpoint,
  endpointMistakes,
  labels,
  type MemoryQuantity,
  type MetricsEndpoint,
  refuse,
  refuseTwins,
  type Scraper,
  type SecretSpec,
  scrapeIngress,
  selectorLabels,
  serviceHostNames,
} from '../../core';
import { EXPORTER_PORT, exporterPod, WEB_CONFIG } from './exporter-pod';
import { type ExporterExistingSecrets, exporterSecrets, exporterSecretsOf } from './exporter-secrets';
import { EXPORTER_JOB } from './metrics';

/** Properties of an `ElasticsearchExporter`. */
export interface ElasticsearchExporterProps {
  /** The cluster that is watched. */
  readonly elasticsearch: ElasticsearchEndpoint;

  /**
   * Name of the Deployment, from which the names of all its objects derive.
   *
   * @default 'elasticsearch-exporter'
   */
  readonly name?: string;

  /**
   * User of Elasticsearch with the role `watcherRole`, where it is not one of `existingSecrets`.
   *
   * @default 'watcher'
   */
  readonly username?: string;

  /**
   * Whether the counters of snapshots are served; the role must have `snapshots` as well.
   *
   * @default false
   */
  readonly snapshots?: boolean;

  /**
   * Processor time of the pod.
   *
   * @default '50m'
   */
  readonly cpu?: CpuQuantity;

  /**
   * Memory of the pod, requested and limited: it holds what all nodes tell of themselves.
   *
   * @default '128Mi'
   */
  readonly memory?: MemoryQuantity;

  /**
   * Who may ask for the metrics.
   *
   * @default - anybody; they hold no content of logs
   */
  readonly scraper?: Scraper;

  /**
   * Annotations of the pod.
   *
   * @default - none
   */
  readonly podAnnotations?: Readonly<Record<string, string>>;

  /**
   * Ports on which the DNS of the Kubernetes cluster answers pods: also those of its pods, where a network policy is applied
   * after the address of the Service was translated (OpenShift: 5353).
   *
   * @default [53, 5353]
   */
  readonly dnsPorts?: readonly number[];

  /**
   * Secrets that exist already; `secrets` lists the others.
   *
   * @default - none; those who deploy make `<name>-credentials` and `<name>-tls`
   */
  readonly existingSecrets?: ExporterExistingSecrets;
}

/** Longest name, so that `<name>-credentials` and host names are valid. */
const NAME = /^[a-z]([-a-z0-9]{0,45}[a-z0-9])?$/;

/**
 * Tells a Prometheus how an Elasticsearch cluster is: one pod under PodSecurity `restricted` that asks the cluster over TLS as a
 * user who may only watch, and serves the answers over TLS.
 *
 * @throws PropsError if the endpoint has no TLS, the name is too long, or a Secret cannot be
 * @see https://github.com/prometheus-community/elasticsearch_exporter
 */
export class ElasticsearchExporter extends Construct {
  /** Where the metrics are, for a monitoring. */
  readonly metrics: MetricsEndpoint;

  /** The Secrets that the pod reads and that must be made. */
  readonly secrets: readonly SecretSpec[];

  /** The pod. */
  readonly deployment: k8s.KubeDeployment;

  /** Holds `web.yml`, by which it serves over TLS. */
  readonly configMap: k8s.KubeConfigMap;

  /** Identity of the pod, with no rights in the Kubernetes API. */
  readonly serviceAccount: k8s.KubeServiceAccount;

  /** Lets the pod reach Elasticsearch and DNS only, and the scraper reach the pod. */
  readonly networkPolicy: k8s.KubeNetworkPolicy;

  constructor(scope: Construct, id: string, props: ElasticsearchExporterProps) {
    super(scope, id);
    const { elasticsearch, name = 'elasticsearch-exporter', username = 'watcher', snapshots = false } = props;
    const { cpu = '50m', memory = '128Mi', existingSecrets: existing = {} } = props;
    const { authority } = elasticsearch;
    const namespace = Chart.of(this).namespace ?? '';
    refuse(this, [
      ...(namespace ? [] : ['the chart must have a namespace, since certificates contain it, got none; set it']),
      ...(NAME.test(name)
        ? []
        : [`name must be a DNS label (a-z, 0-9 and -, at most 47 characters), got ${JSON.stringify(name)}; change it`]),
      ...endpointMistakes(elasticsearch, elasticsearch.majorVersion),
      ...credentialMistakes(existing),
      ...certificateMistakes('existingSecrets.tls', existing.tls, authority),
      ...dnsPortMistakes(props.dnsPorts),
    ]);
    refuseTwins(this);

    const identity = { name: EXPORTER_JOB, instance: name };
    const metadata = { name, labels: labels(identity) };
    const selector = selectorLabels(identity);
    const files = { 'web.yml': Yaml.stringify(WEB_CONFIG) };
    const secrets = exporterSecretsOf(name, existing);

    this.secrets = exporterSecrets({ name, namespace, username, existing, withAuthority: authority === undefined });
    this.metrics = {
      name,
      podLabels: selector,
      port: 'metrics',
      portNumber: EXPORTER_PORT,
      serverName: serviceHostNames(name, namespace)[0] ?? '',
      authoritySecretName: secrets.tls.secretName,
    };
    this.configMap = new k8s.KubeConfigMap(this, 'config', { metadata, data: files });
    this.serviceAccount = new k8s.KubeServiceAccount(this, 'service-account', {
      metadata,
      automountServiceAccountToken: false,
    });
    this.networkPolicy = new k8s.KubeNetworkPolicy(this, 'network-policy', {
      metadata,
      spec: {
        podSelector: { matchLabels: selector },
        policyTypes: ['Ingress', 'Egress'],
        ingress: [scrapeIngress(EXPORTER_PORT, props.scraper)],
        egress: clientEgress(elasticsearch, props.dnsPorts),
      },
    });
    this.deployment = new k8s.KubeDeployment(this, 'Resource', {
      metadata,
      spec: {
        replicas: 1,
        selector: { matchLabels: selector },
        template: {
          metadata: {
            labels: { ...labels(identity), ...elasticsearch.clientLabels },
            annotations: { ...props.podAnnotations, ...configHash(files) },
          },
          spec: exporterPod({ name, elasticsearch, cpu, memory, snapshots, secrets }),
        },
      },
    });
    this.deployment.addDependency(this.configMap, this.serviceAccount, this.networkPolicy);
  }
}
