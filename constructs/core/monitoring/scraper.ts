import { k8s } from 'cdk8s-plus-28';

/** Who asks pods for their metrics: a Prometheus. */
export interface Scraper {
  /** Namespace of its pods. */
  readonly namespace: string;

  /**
   * Labels of its pods, e.g. `{ 'app.kubernetes.io/name': 'prometheus' }`.
   *
   * @default - all pods of the namespace
   */
  readonly podLabels?: Readonly<Record<string, string>>;
}

/**
 * Lets the scraper, and nobody else, ask for the metrics on `port`.
 *
 * @param scraper who it is; without it anybody may ask, since the metrics hold no content of logs
 */
export function scrapeIngress(port: number, scraper?: Scraper): k8s.NetworkPolicyIngressRule {
  return {
    ports: [{ protocol: 'TCP', port: k8s.IntOrString.fromNumber(port) }],
    ...(scraper && {
      from: [
        {
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': scraper.namespace } },
          ...(scraper.podLabels && { podSelector: { matchLabels: { ...scraper.podLabels } } }),
        },
      ],
    }),
  };
}
