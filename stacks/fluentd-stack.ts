import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

import type { ElasticsearchEndpoint } from '../constructs/core';
import { CANARY_CONTAINER, Fluentd, LogCanary, METRICS_PORT } from '../constructs/fluentd';
import type { Environment } from '../environments';
import { scrapeAnnotations } from './monitoring/scrape-annotations';

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
      logMetrics: monitoring?.logMetrics,
      scraper: monitoring?.scraper,
      canary: monitoring?.canary ? { namespace: agentsNamespace, container: CANARY_CONTAINER } : undefined,
      ...fluentd,
      ...(monitoring?.by === 'annotations' && { pod: withScrapeAnnotations(fluentd.pod) }),
    });
    if (!monitoring?.canary) return;
    const { nodeSelector, tolerations, imagePullSecrets } = fluentd.pod ?? {};
    const image = this.fluentd.image;
    new LogCanary(this, 'canary', { image, nodeSelector, tolerations, imagePullSecrets });
  }
}

/** The annotations of the pods, with those by which a Prometheus finds them. */
function withScrapeAnnotations(pod: Environment['fluentd']['pod']): Environment['fluentd']['pod'] {
  return { ...pod, annotations: { ...scrapeAnnotations(METRICS_PORT), ...pod?.annotations } };
}
