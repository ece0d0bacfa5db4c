import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

import { abnormalRule, COLLECTOR_RULES, type Fluentd } from '../constructs/fluentd';
import { PodMonitor, PrometheusRules } from '../constructs/monitoring';
import type { Environment } from '../environments';

/** What a Prometheus needs to watch the collector: rules, and with the operator whom to scrape. */
export class MonitoringStack extends Chart {
  constructor(
    scope: Construct,
    id: string,
    { agentsNamespace, monitoring, kibana }: Environment & { monitoring: NonNullable<Environment['monitoring']> },
    fluentd: Fluentd,
  ) {
    super(scope, id, { namespace: agentsNamespace, disableResourceNameHashes: true });
    const { by, selectorLabels, runbookUrl, abnormal } = monitoring;
    const kibanaUrl = monitoring.kibanaUrl ?? (kibana.ingressHost && `https://${kibana.ingressHost}`);
    new PrometheusRules(this, 'rules', {
      as: by === 'annotations' ? 'configMap' : 'prometheusOperator',
      groups: [...COLLECTOR_RULES, { name: 'abnormal-logs', rules: [abnormalRule(abnormal, kibanaUrl)] }],
      selectorLabels,
      runbookUrl,
    });
    if (by === 'annotations') return;
    new PodMonitor(this, 'fluentd', { endpoint: fluentd.metrics, selectorLabels });
  }
}
