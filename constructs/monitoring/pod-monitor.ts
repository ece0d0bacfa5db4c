import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';

import { labels, type MetricsEndpoint } from '../core';

/** What is scraped, and by whom. */
export interface PodMonitorProps {
  /** The pods, in the namespace of the chart. */
  readonly endpoint: MetricsEndpoint;

  /**
   * Labels by which a Prometheus of the operator finds the object (its `podMonitorSelector`).
   *
   * @default - none
   */
  readonly selectorLabels?: Readonly<Record<string, string>>;
}

/** The kind `PodMonitor` of the Prometheus operator. */
const POD_MONITOR = { apiVersion: 'monitoring.coreos.com/v1', kind: 'PodMonitor' };

/** How often the metrics are asked for; every window of our rules holds several of these. */
export const SCRAPE_INTERVAL = '30s';

/**
 * Tells the Prometheus operator whose metrics to ask for, over TLS. The label `job` is `app.kubernetes.io/name` of the pods,
 * as our rules have it, and `node` is where a pod runs.
 *
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitor
 */
export class PodMonitor extends Construct {
  /** The object. */
  readonly object: ApiObject;

  constructor(scope: Construct, id: string, { endpoint, selectorLabels = {} }: PodMonitorProps) {
    super(scope, id);
    const { name, podLabels, port, serverName, authoritySecretName } = endpoint;
    this.object = new ApiObject(this, 'Resource', {
      ...POD_MONITOR,
      metadata: { name, labels: { ...labels({ name: 'pod-monitor', instance: name }), ...selectorLabels } },
      spec: {
        jobLabel: 'app.kubernetes.io/name',
        selector: { matchLabels: podLabels },
        podMetricsEndpoints: [
          {
            port,
            scheme: 'https',
            interval: SCRAPE_INTERVAL,
            // Else the namespace and the container of a workload would give way to those of the pod that tells of it.
            honorLabels: true,
            tlsConfig: { serverName, ca: { secret: { name: authoritySecretName, key: 'ca.crt' } } },
            relabelings: [{ sourceLabels: ['__meta_kubernetes_pod_node_name'], targetLabel: 'node' }],
          },
        ],
      },
    });
  }
}
