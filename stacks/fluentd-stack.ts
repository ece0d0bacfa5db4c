import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

import type { ElasticsearchEndpoint } from '../constructs/core';
import { Fluentd, METRICS_PORT } from '../constructs/fluentd';
import type { Environment } from '../environments';

/** The collector on every node. */
export class FluentdStack extends Chart {
  /** The collector. */
  readonly fluentd: Fluentd;

  constructor(scope: Construct, id: string, environment: Environment, elasticsearch: ElasticsearchEndpoint) {
    const { agentsNamespace, version, dnsPorts, fluentd, routes, inputs, outputs, treatments, monitoring } =
      environment;
    super(scope, id, { namespace: agentsNamespace, disableResourceNameHashes: true });

    this.fluentd = new Fluentd(this, 'fluentd', {
      version,
      elasticsearch,
      dnsPorts,
      routes: routes.map(({ retention, dailyIngest, ...route }) => route),
      inputs,
      outputs,
      treatments,
      abnormal: monitoring?.abnormal,
      ...fluentd,
      ...(monitoring?.by === 'annotations' && { pod: withScrapeAnnotations(fluentd.pod) }),
    });
  }
}

/** As the jobs `kubernetes-pods` of the usual configurations of Prometheus have it. */
function withScrapeAnnotations(pod: Environment['fluentd']['pod']): Environment['fluentd']['pod'] {
  const annotations = {
    'prometheus.io/scrape': 'true',
    'prometheus.io/scheme': 'https',
    'prometheus.io/port': String(METRICS_PORT),
  };
  return { ...pod, annotations: { ...annotations, ...pod?.annotations } };
}
