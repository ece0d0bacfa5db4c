import { Chart, Testing } from 'cdk8s';

import { Fluentd, FluentdAggregator, type FluentdAggregatorProps } from '../../../constructs/fluentd';
import type { Configuration, PipelineOptions } from '../run/configuration';

/** What a test may choose of aggregators; the rest is as everywhere. */
export type AggregatorOptions = Partial<Omit<FluentdAggregatorProps, 'elasticsearch'>>;

/** What is deployed for both, for the same routes and treatments. */
export interface TierConfigurations {
  /** Of an aggregator that listens on a port. */
  aggregator(port: number): Configuration;

  /** Of a node agent that sends to these ports of this machine. */
  agent(ports: readonly number[]): Configuration;
}

/** What is deployed, for an Elasticsearch at `url`; one route takes everything, unless `options` say otherwise. */
export function tierConfigurations(
  url: string,
  options: PipelineOptions = {},
  ofAggregators: AggregatorOptions = {},
): TierConfigurations {
  const chart = new Chart(Testing.app(), 'tier', { namespace: 'logging', disableResourceNameHashes: true });
  const { routes = [{ name: 'kubernetes' }], treatments } = options;
  const elasticsearch = { url, majorVersion: 9 };
  const shared = { elasticsearch, routes, treatments };
  const aggregator = new FluentdAggregator(chart, 'aggregator', {
    ...shared,
    agentNamespaces: ['logging'],
    ...ofAggregators,
  });
  new Fluentd(chart, 'fluentd', { ...shared, ...options, aggregator: aggregator.endpoint });
  const objects = Testing.synth(chart) as { kind: string; metadata: { name: string }; data: Record<string, string> }[];
  const files = (name: string): Configuration => {
    const of = objects.filter(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name.startsWith(name));
    const maps = of.filter(({ metadata }) => metadata.name.replace(/-plugins$/, '') === name);
    const { 'fluent.conf': conf = '', ...plugins } = Object.assign({}, ...maps.map(({ data }) => data));
    return { conf, plugins };
  };
  const { host, port: official } = aggregator.endpoint;
  return {
    aggregator(port) {
      const { conf, plugins } = files('fluentd-aggregator');
      return { conf: conf.replace(`port ${official}\n`, `port ${port}\n`), plugins };
    },
    agent(ports) {
      const { conf, plugins } = files('fluentd');
      const servers = JSON.stringify(ports.map((port) => `localhost:${port}`));
      return { conf: conf.replace(`'["${host}:${official}"]'`, `'${servers}'`), plugins };
    },
  };
}
