import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

import {
  clientEgress,
  configHash,
  DEFAULT_STACK_VERSION,
  IMAGES,
  labels,
  majorVersion,
  refuse,
  refuseTwins,
  type SecretSpec,
  type ServiceToken,
  STACK_VERSIONS,
  selectorLabels,
} from '../core';
import { INGRESS_ANNOTATIONS, ingressRules } from './ingress';
import { PORT } from './paths';
import { kibanaPod } from './pod';
import type { KibanaProps } from './props';
import { kibanaSecrets, kibanaToken, secretsOf } from './secrets';
import { settingsYaml } from './settings';
import { kibanaMistakes } from './validation';

/**
 * Kibana: the user interface of an Elasticsearch cluster, over TLS, in pods under PodSecurity `restricted`.
 *
 * A new version or configuration stops all pods before it starts new ones: pods of two versions must not run at the same
 * time, because the new one migrates the saved objects that the old one still writes.
 *
 * @throws PropsError with all mistakes at once: too few replicas or too little memory, an Ingress that is half described,
 * an endpoint without TLS or of another major version, a name that is too long, Secrets that cannot be
 */
export class Kibana extends Construct {
  /** Base URL inside the Kubernetes cluster. */
  readonly url: string;

  /** The token that Elasticsearch must know. */
  readonly serviceToken: ServiceToken;

  /** The Secrets that the pods read and that must be made. */
  readonly secrets: readonly SecretSpec[];

  /** The pods. */
  readonly deployment: k8s.KubeDeployment;

  /** Holds `kibana.yml`. */
  readonly configMap: k8s.KubeConfigMap;

  /** The user interface and its API. */
  readonly service: k8s.KubeService;

  /** Identity of the pods, with no rights in the Kubernetes API. */
  readonly serviceAccount: k8s.KubeServiceAccount;

  /** Who may talk to the pods and to whom they may talk. */
  readonly networkPolicy: k8s.KubeNetworkPolicy;

  /** Publishes Kibana; only with `ingressHost`. */
  readonly ingress?: k8s.KubeIngress;

  /** Lets one pod be evicted at a time; only with several replicas, since one pod alone would stop every drain. */
  readonly podDisruptionBudget?: k8s.KubePodDisruptionBudget;

  constructor(scope: Construct, id: string, props: KibanaProps) {
    super(scope, id);
    const { elasticsearch, name = 'kibana', replicas = 1, memory = '2Gi', cpu = '500m', ingressHost } = props;
    const {
      version = STACK_VERSIONS.find((known) => majorVersion(known) === elasticsearch.majorVersion) ??
        DEFAULT_STACK_VERSION,
    } = props;
    const { existingSecrets = {} } = props;
    const { url: elasticsearchUrl, authority } = elasticsearch;
    const namespace = Chart.of(this).namespace ?? '';
    refuse(this, [
      ...(namespace
        ? []
        : ['the chart must have a namespace, since certificates and URLs contain it, got none; set it']),
      ...kibanaMistakes(props, name, majorVersion(version)),
    ]);
    refuseTwins(this);

    const identity = { name: 'kibana', instance: name };
    const metadata = { name, labels: labels(identity) };
    const selector = selectorLabels(identity);
    const { ipFamily } = props;
    const settings = { elasticsearchUrl, publicAuthority: authority === 'public', publicHost: ingressHost, ipFamily };
    const files = { 'kibana.yml': settingsYaml(settings) };

    this.url = `https://${name}.${namespace}.svc:${PORT}`;
    this.serviceToken = kibanaToken(name);
    this.secrets = kibanaSecrets({
      name,
      namespace,
      existing: existingSecrets,
      withAuthority: authority === undefined,
    });
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
        // From anywhere: where the ingress controller runs is not known here, and Kibana asks everyone to sign in.
        ingress: [{ ports: [{ protocol: 'TCP', port: k8s.IntOrString.fromNumber(PORT) }] }],
        egress: clientEgress(elasticsearch, props.dnsPorts),
      },
    });
    this.service = new k8s.KubeService(this, 'service', {
      metadata,
      spec: { selector, ports: [{ name: 'https', port: PORT, targetPort: k8s.IntOrString.fromString('https') }] },
    });
    if (ingressHost) {
      this.ingress = new k8s.KubeIngress(this, 'ingress', {
        metadata: { ...metadata, annotations: { ...(props.ingressAnnotations ?? INGRESS_ANNOTATIONS) } },
        spec: ingressRules(name, ingressHost, props),
      });
    }
    if (replicas > 1) {
      this.podDisruptionBudget = new k8s.KubePodDisruptionBudget(this, 'disruption-budget', {
        metadata,
        spec: { maxUnavailable: k8s.IntOrString.fromNumber(1), selector: { matchLabels: selector } },
      });
    }
    this.deployment = new k8s.KubeDeployment(this, 'Resource', {
      metadata,
      spec: {
        replicas,
        strategy: { type: 'Recreate' },
        selector: { matchLabels: selector },
        template: {
          metadata: { labels: { ...labels(identity), ...elasticsearch.clientLabels }, annotations: configHash(files) },
          spec: kibanaPod({
            name,
            image: IMAGES[version].kibana,
            cpu,
            memory,
            secrets: secretsOf(name, existingSecrets),
            authority,
          }),
        },
      },
    });
    // Pods that start because of a change must find the changed configuration, and be let through the network.
    this.deployment.addDependency(this.configMap, this.serviceAccount, this.networkPolicy);
  }
}
