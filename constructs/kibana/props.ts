import type { CpuQuantity, ElasticsearchEndpoint, MemoryQuantity, StackVersion } from '../core';
import type { KibanaExistingSecrets } from './secrets';
import type { IpFamily } from './settings';

/** Properties for `Kibana`. */
export interface KibanaProps {
  /** The cluster whose data is shown. */
  readonly elasticsearch: ElasticsearchEndpoint;

  /**
   * Name of the Deployment and of the Service; other objects are named after it.
   *
   * @default 'kibana'
   */
  readonly name?: string;

  /**
   * Number of pods. One is enough for most; a second one keeps Kibana reachable while a node is drained.
   *
   * @default 1
   */
  readonly replicas?: number;

  /**
   * Memory of each pod, requested and limited; three quarters of it are the heap of Node.js.
   *
   * @default '2Gi'
   */
  readonly memory?: MemoryQuantity;

  /**
   * Processor time that each pod requests.
   *
   * @default '500m'
   */
  readonly cpu?: CpuQuantity;

  /**
   * Version of Kibana. Its major version must be that of `elasticsearch`, and it should be the same version.
   *
   * @default - the newest supported version with the major version of `elasticsearch`
   */
  readonly version?: StackVersion;

  /**
   * Host name under which an Ingress publishes Kibana, over TLS.
   *
   * @default - no Ingress; use `kubectl port-forward service/<name> 5601`
   */
  readonly ingressHost?: string;

  /**
   * IngressClass of the Ingress.
   *
   * @default - the default class of the cluster
   */
  readonly ingressClassName?: string;

  /**
   * Secret with the certificate of `ingressHost`, in the keys `tls.crt` and `tls.key`.
   *
   * @default - the default certificate of the ingress controller
   */
  readonly ingressTlsSecretName?: string;

  /**
   * Annotations of the Ingress. Every controller has its own way to be told that Kibana speaks HTTPS.
   *
   * @default - `nginx.ingress.kubernetes.io/backend-protocol: HTTPS`
   */
  readonly ingressAnnotations?: Readonly<Record<string, string>>;

  /**
   * Ports on which the DNS of the Kubernetes cluster answers pods: also those of its pods, where a network policy is applied
   * after the address of the Service was translated (OpenShift: 5353).
   *
   * @default [53, 5353]
   */
  readonly dnsPorts?: readonly number[];

  /**
   * Family of the first address of the pods: `IPv6` in clusters that have no other, and in those with both that prefer it.
   *
   * @default 'IPv4'
   */
  readonly ipFamily?: IpFamily;

  /**
   * Secrets that exist already; `secrets` lists the others.
   *
   * @default - none; those who deploy make `<name>-service-token`, `<name>-encryption-keys` and `<name>-tls`
   */
  readonly existingSecrets?: KibanaExistingSecrets;
}
