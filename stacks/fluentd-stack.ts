import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

import type { ElasticsearchEndpoint } from '../constructs/core';
import {
  type AggregatorEndpoint,
  CANARY_CONTAINER,
  type CollectorProps,
  Fluentd,
  LogCanary,
  METRICS_PORT,
  tiersOf,
} from '../constructs/fluentd';
import type { Environment } from '../environments';
import { scrapeAnnotations } from './monitoring/scrape-annotations';

/** The collector on every node. */
export class FluentdStack extends Chart {
  /** The collector. */
  readonly fluentd: Fluentd;

  /**
   * @param aggregator where it sends what it reads; it treats and stores it itself without one
   */
  constructor(
    scope: Construct,
    id: string,
    environment: Environment,
    elasticsearch: ElasticsearchEndpoint,
    aggregator?: AggregatorEndpoint,
  ) {
    const { agentsNamespace, fluentd, monitoring } = environment;
    super(scope, id, { namespace: agentsNamespace, disableResourceNameHashes: true });

    this.fluentd = new Fluentd(this, 'fluentd', {
      ...collectorOf(environment, elasticsearch),
      inputs: inputsOn(environment, 'node'),
      aggregator,
      ...(aggregator && { aggregatorInputs: inputsOn(environment, 'aggregator') }),
      ...fluentd,
      ...(monitoring?.by === 'annotations' && { pod: withScrapeAnnotations(fluentd.pod) }),
    });
    if (!monitoring?.canary) return;
    const { nodeSelector, tolerations, imagePullSecrets } = fluentd.pod ?? {};
    const image = this.fluentd.image;
    new LogCanary(this, 'canary', { image, nodeSelector, tolerations, imagePullSecrets });
  }
}

/** What collectors do with logs, on nodes and on aggregators alike. */
export function collectorOf(environment: Environment, elasticsearch: ElasticsearchEndpoint): CollectorProps {
  const { agentsNamespace, version, dnsPorts, routes, outputs, treatments, monitoring } = environment;
  return {
    version,
    elasticsearch,
    dnsPorts,
    routes: routes.map(({ retention, dailyIngest, ...route }) => route),
    outputs,
    treatments,
    abnormal: monitoring?.abnormal,
    logMetrics: monitoring?.logMetrics,
    scraper: monitoring?.scraper,
    canary: monitoring?.canary ? { namespace: agentsNamespace, container: CANARY_CONTAINER } : undefined,
  };
}

/** The inputs that run on the nodes, or on the aggregators: these have what they can, if there are any. */
export function inputsOn({ inputs, aggregators }: Environment, tier: 'node' | 'aggregator'): Environment['inputs'] {
  return aggregators
    ? inputs?.filter((input) => tiersOf(input).includes('aggregator') === (tier === 'aggregator'))
    : inputs;
}

/** The annotations of the pods, with those by which a Prometheus finds them. */
function withScrapeAnnotations(pod: Environment['fluentd']['pod']): Environment['fluentd']['pod'] {
  return { ...pod, annotations: { ...scrapeAnnotations(METRICS_PORT), ...pod?.annotations } };
}
