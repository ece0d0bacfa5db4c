import type { App, Chart } from 'cdk8s';

import type { SecretSpec, TlsSecret } from '../constructs/core';
import type { Environment } from '../environments';
import { AggregatorsStack } from './aggregators-stack';
import { CertificatesStack } from './certificates-stack';
import { ElasticsearchStack } from './elasticsearch-stack';
import { FluentdStack } from './fluentd-stack';
import { KibanaStack } from './kibana-stack';
import { LifecycleStack } from './lifecycle-stack';
import { DashboardsStack } from './monitoring/dashboards-stack';
import { ExporterStack } from './monitoring/exporter-stack';
import { MonitoringStack } from './monitoring/monitoring-stack';
import { NamespacesStack } from './namespaces-stack';
import { readerSecrets } from './secrets/accounts';

/** What an environment deploys. */
export interface Stacks {
  /** The charts in the order in which they are deployed; each is one file of manifests. */
  readonly charts: readonly Chart[];

  /** The Secrets that the pods read; no chart holds them. */
  readonly secrets: readonly SecretSpec[];

  /** The Elasticsearch cluster. */
  readonly elasticsearch: ElasticsearchStack;

  /** The user interface. */
  readonly kibana: KibanaStack;
}

/**
 * The charts of `environment` in `app`: the table of contents of a deployment.
 *
 * @throws PropsError if a construct refuses what the environment gives it
 */
export function defineStacks(app: App, environment: Environment): Stacks {
  const namespaces = new NamespacesStack(app, 'namespaces', environment);
  const elasticsearch = new ElasticsearchStack(app, 'elasticsearch', environment);
  const { endpoint } = elasticsearch.elasticsearch;
  const lifecycle = new LifecycleStack(app, 'lifecycle', environment, endpoint);
  const { aggregators } = environment;
  const tier = aggregators
    ? new AggregatorsStack(app, 'aggregators', { ...environment, aggregators }, endpoint)
    : undefined;
  const aggregator = tier?.aggregator;
  const fluentd = new FluentdStack(app, 'fluentd', environment, endpoint, aggregator?.endpoint);
  const kibana = new KibanaStack(app, 'kibana', environment, endpoint);

  const { monitoring } = environment;
  const exporter = monitoring?.elasticsearch
    ? new ExporterStack(app, 'exporter', { ...environment, monitoring }, endpoint)
    : undefined;
  const { dashboards } = monitoring ?? {};
  const shown =
    monitoring && dashboards
      ? new DashboardsStack(app, 'dashboards', { ...environment, monitoring: { ...monitoring, dashboards } }, endpoint)
      : undefined;

  const secrets = [
    ...elasticsearch.elasticsearch.secrets,
    ...lifecycle.provisioner.secrets,
    ...(aggregator?.secrets ?? []),
    ...fluentd.fluentd.secrets,
    ...kibana.kibana.secrets,
    ...(exporter?.exporter.secrets ?? []),
    ...(shown?.secrets ?? []),
    ...readerSecrets(environment.readers ?? {}, environment.namespace),
  ];

  elasticsearch.addDependency(namespaces);
  lifecycle.addDependency(elasticsearch);
  // The first document creates a data stream, as the templates say at that moment.
  fluentd.addDependency(lifecycle);
  tier?.addDependency(lifecycle);
  // Agents that are changed must find what treats their logs changed.
  if (tier) fluentd.addDependency(tier);
  kibana.addDependency(elasticsearch);

  const charts: Chart[] = [namespaces, elasticsearch, lifecycle, ...(tier ? [tier] : []), fluentd, kibana];
  if (exporter) {
    exporter.addDependency(elasticsearch);
    charts.push(exporter);
  }
  if (monitoring) {
    const watched = { fluentd: fluentd.fluentd, aggregator, kibana: kibana.kibana, lifecycle, secrets };
    const chart = new MonitoringStack(app, 'monitoring', { ...environment, monitoring }, watched);
    chart.addDependency(namespaces);
    charts.push(chart);
  }
  if (shown) charts.push(shown);
  if (environment.certificates === 'cert-manager') {
    const certificates = new CertificatesStack(app, 'certificates', environment, secrets.filter(isTls));
    certificates.addDependency(namespaces);
    elasticsearch.addDependency(certificates);
    charts.splice(1, 0, certificates);
  }
  return { charts, secrets, elasticsearch, kibana };
}

function isTls(secret: SecretSpec): secret is TlsSecret {
  return secret.kind === 'tls';
}
