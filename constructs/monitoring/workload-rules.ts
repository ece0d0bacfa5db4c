import type { AlertRule, RuleGroup } from '../core';
import { platformSeries } from './platform-metrics';

/** A workload of Kubernetes. */
export interface WorkloadReference {
  /** Its namespace. */
  readonly namespace: string;

  /** Its name. */
  readonly name: string;
}

/** The workloads that are watched. */
export interface WorkloadRulesOptions {
  /** The Deployment of Kibana. */
  readonly kibana: WorkloadReference;

  /** The provisioner, whose jobs have its name and a hash. */
  readonly provisioner: WorkloadReference;

  /** The DaemonSet of the collector. */
  readonly fluentd: WorkloadReference;

  /**
   * The StatefulSet of the aggregators.
   *
   * @default - there are none
   */
  readonly aggregators?: WorkloadReference;
}

/**
 * What Kubernetes knows of the workloads, by kube-state-metrics. Where that is not scraped, an alert says so: the others could
 * not come.
 */
export function workloadRules({ kibana, provisioner, fluentd, aggregators }: WorkloadRulesOptions): RuleGroup {
  const available = platformSeries('availableReplicas', { namespace: kibana.namespace, deployment: kibana.name });
  const daemonSet = { namespace: fluentd.namespace, daemonset: fluentd.name };
  const pods = { namespace: fluentd.namespace, pod: `~${fluentd.name}-[a-z0-9]{5}` };
  const jobs = { namespace: provisioner.namespace, job_name: `~${provisioner.name}-.+`, condition: 'true' };
  const rules: AlertRule[] = [
    {
      alert: 'KubeStateMetricsAbsent',
      expr: `absent(${available})`,
      for: '15m',
      severity: 'warning',
      summary:
        'Prometheus has no metrics of kube-state-metrics: nobody is told when Kibana, the provisioner or pods fail',
      action: 'Let Prometheus scrape kube-state-metrics, or set monitoring.kubeStateMetrics to false',
    },
    {
      alert: 'KibanaDown',
      expr: `max by (namespace, deployment) (${available}) == 0`,
      for: '5m',
      severity: 'warning',
      summary: 'Kibana is not available: logs are stored, but nobody can look at them',
      action: 'See the state and the log of its pods; it waits for Elasticsearch when that does not answer',
    },
    {
      alert: 'ProvisionerFailed',
      expr: `max by (namespace, job_name) (${platformSeries('failedJob', jobs)}) == 1`,
      severity: 'warning',
      summary: 'The job {{ $labels.job_name }} has failed: policies and templates are not as the environment says',
      action: 'Its log says what Elasticsearch has refused; mend it and deploy again',
    },
    {
      alert: 'FluentdNotReady',
      expr: `max by (namespace, pod) (${platformSeries('readyPod', { ...pods, condition: 'true' })}) == 0`,
      for: '15m',
      severity: 'warning',
      summary:
        '{{ $labels.pod }} has not been ready for a quarter of an hour: the logs of its node may not be collected',
      action: 'See why it cannot be scheduled, or does not start',
    },
    {
      alert: 'FluentdNotMade',
      expr: `max by (namespace, daemonset) (${platformSeries('wantedPods', daemonSet)} - ${platformSeries('madePods', daemonSet)}) > 0`,
      for: '15m',
      severity: 'warning',
      summary: '{{ $value }} nodes have no pod of Fluentd: their logs are not collected',
      action: 'The events of the DaemonSet say why, e.g. a quota or an admission webhook',
    },
    ...(aggregators ? [aggregatorRule(aggregators)] : []),
  ];
  return { name: 'workloads', runbook: 'platform.md', rules };
}

function aggregatorRule({ namespace, name }: WorkloadReference): AlertRule {
  const pods = { namespace, pod: `~${name}-[0-9]+`, condition: 'true' };
  return {
    alert: 'AggregatorNotReady',
    expr: `max by (namespace, pod) (${platformSeries('readyPod', pods)}) == 0`,
    for: '15m',
    severity: 'warning',
    summary: '{{ $labels.pod }} has not been ready for a quarter of an hour: the others must take its part',
    action: 'See why it cannot be scheduled, or does not start; often a volume of another zone',
  };
}
