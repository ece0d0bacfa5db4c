import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

import type { RuleGroup, SecretSpec } from '../../constructs/core';
import { elasticsearchRules } from '../../constructs/elasticsearch';
import {
  abnormalRule,
  CANARY_RULES,
  COLLECTOR_RULES,
  type Fluentd,
  type FluentdAggregator,
} from '../../constructs/fluentd';
import type { Kibana } from '../../constructs/kibana';
import { certManagerRules, PodMonitor, PrometheusRules, workloadRules } from '../../constructs/monitoring';
import type { Environment } from '../../environments';
import type { LifecycleStack } from '../lifecycle-stack';

/** An environment that somebody watches. */
export type MonitoredEnvironment = Environment & { monitoring: NonNullable<Environment['monitoring']> };

/** What is watched. */
export interface Watched {
  /** The collector. */
  readonly fluentd: Fluentd;

  /**
   * What stands between the nodes and Elasticsearch.
   *
   * @default - nothing
   */
  readonly aggregator?: FluentdAggregator;

  /** The user interface. */
  readonly kibana: Kibana;

  /** The policies, and what applies them. */
  readonly lifecycle: Pick<LifecycleStack, 'provisioner' | 'snapshotPolicies'>;

  /** The Secrets, certificates among them. */
  readonly secrets: readonly SecretSpec[];
}

/** What a Prometheus needs to watch the stack: rules, and with the operator whose metrics of the collector to ask for. */
export class MonitoringStack extends Chart {
  constructor(scope: Construct, id: string, environment: MonitoredEnvironment, watched: Watched) {
    const { agentsNamespace, monitoring } = environment;
    super(scope, id, { namespace: agentsNamespace, disableResourceNameHashes: true });
    const { by, selectorLabels, runbookUrl } = monitoring;
    new PrometheusRules(this, 'rules', {
      as: by === 'annotations' ? 'configMap' : 'prometheusOperator',
      groups: rulesOf(environment, watched),
      selectorLabels,
      runbookUrl,
    });
    if (by === 'annotations') return;
    new PodMonitor(this, 'fluentd', { endpoint: watched.fluentd.metrics, selectorLabels });
  }
}

/** All that can be wrong with what is deployed, as far as the Prometheus has metrics of it. */
function rulesOf(
  environment: MonitoredEnvironment,
  { fluentd, aggregator, kibana, lifecycle, secrets }: Watched,
): RuleGroup[] {
  const { namespace, agentsNamespace, monitoring, elasticsearch, certificates } = environment;
  const kibanaUrl =
    monitoring.kibanaUrl ?? (environment.kibana.ingressHost && `https://${environment.kibana.ingressHost}`);
  const { snapshotPolicies, provisioner } = lifecycle;
  const nodes = elasticsearch.nodeSets.reduce((sum, { replicas }) => sum + replicas, 0);
  const aggregators = aggregator && { namespace, name: aggregator.endpoint.name };
  const tls = secrets.filter(({ kind }) => kind === 'tls').map(({ name }) => name);
  return [
    ...COLLECTOR_RULES,
    ...(aggregator ? [aggregator.rules] : []),
    { name: 'abnormal-logs', runbook: 'collector.md', rules: [abnormalRule(monitoring.abnormal, kibanaUrl)] },
    ...(monitoring.canary ? [CANARY_RULES] : []),
    ...(monitoring.elasticsearch ? elasticsearchRules({ nodes, snapshotPolicies }) : []),
    ...(monitoring.kubeStateMetrics
      ? [
          workloadRules({
            kibana: { namespace, name: kibana.deployment.name },
            provisioner: { namespace, name: provisioner.configMap.name },
            fluentd: { namespace: agentsNamespace, name: fluentd.daemonSet.name },
            aggregators,
          }),
        ]
      : []),
    ...(certificates === 'cert-manager' ? [certManagerRules(tls)] : []),
  ];
}
