import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

import type { ElasticsearchEndpoint } from '../constructs/core';
import { FluentdAggregator, METRICS_PORT } from '../constructs/fluentd';
import { PodMonitor } from '../constructs/monitoring';
import type { Environment } from '../environments';
import { collectorOf, inputsOn } from './fluentd-stack';
import { scrapeAnnotations } from './monitoring/scrape-annotations';

/** An environment with aggregators. */
export type AggregatedEnvironment = Environment & { aggregators: NonNullable<Environment['aggregators']> };

/** What treats and stores the logs that the collectors of the nodes read. */
export class AggregatorsStack extends Chart {
  /** The pods. */
  readonly aggregator: FluentdAggregator;

  constructor(scope: Construct, id: string, environment: AggregatedEnvironment, elasticsearch: ElasticsearchEndpoint) {
    const { namespace, agentsNamespace, aggregators, fluentd, monitoring } = environment;
    super(scope, id, { namespace, disableResourceNameHashes: true });
    const { image, limits, promote, logLevel } = fluentd;
    const isAnnotated = monitoring?.by === 'annotations';

    this.aggregator = new FluentdAggregator(this, 'aggregator', {
      ...collectorOf(environment, elasticsearch),
      ...{ image, limits, promote, logLevel },
      ...aggregators,
      agentNamespaces: [agentsNamespace],
      agentInputs: inputsOn(environment, 'node'),
      inputs: inputsOn(environment, 'aggregator'),
      ...(isAnnotated && { pod: { annotations: scrapeAnnotations(METRICS_PORT) } }),
    });
    if (!monitoring || isAnnotated) return;
    const { selectorLabels } = monitoring;
    new PodMonitor(this, 'monitor', { endpoint: this.aggregator.metrics, selectorLabels });
  }
}
