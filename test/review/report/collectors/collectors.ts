import { Chart, Testing } from 'cdk8s';

import { Fluentd, FluentdAggregator, type FluentdAggregatorProps } from '../../../../constructs/fluentd';
import type { KubernetesObject } from '../../../../review/manifests/kubernetes-object';

/** What an environment with collectors has. */
export interface CollectorOptions {
  /** Processor time of a node agent. */
  readonly cpu?: `${number}m` | `${number}`;

  /** Aggregators. @default - none */
  readonly aggregators?: Pick<FluentdAggregatorProps, 'replicas' | 'autoscaling' | 'cpu' | 'storage'>;
}

/** The objects of an environment with collectors, as they are deployed. */
export function collectorObjects({ cpu = '200m', aggregators }: CollectorOptions = {}): KubernetesObject[] {
  const chart = new Chart(Testing.app(), 'collectors', { namespace: 'logging', disableResourceNameHashes: true });
  const shared = {
    elasticsearch: { url: 'https://elasticsearch:9200', majorVersion: 9 },
    routes: [{ name: 'kubernetes' }],
  } as const;
  const tier =
    aggregators &&
    new FluentdAggregator(chart, 'aggregator', { ...shared, ...aggregators, agentNamespaces: ['logging'] });
  new Fluentd(chart, 'fluentd', { ...shared, cpu, aggregator: tier?.endpoint });
  return Testing.synth(chart) as KubernetesObject[];
}
