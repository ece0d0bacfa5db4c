import { Chart, Testing } from 'cdk8s';

import {
  Fluentd,
  FluentdAggregator,
  type FluentdAggregatorProps,
  type FluentdProps,
} from '../../../constructs/fluentd';

/** What a test may choose; the rest is as everywhere. */
export interface PipelineOptions extends Partial<Omit<FluentdProps, 'elasticsearch'>> {
  /** Makes it that of an aggregator, with these. @default - that of every node */
  readonly onAggregator?: Partial<FluentdAggregatorProps>;
}

/** What the construct puts into its ConfigMaps. */
export interface Configuration {
  /** `fluent.conf`. */
  readonly conf: string;

  /** Plugins by the names of their files. */
  readonly plugins: Readonly<Record<string, string>>;
}

/** The configuration that is deployed, for an Elasticsearch at `url`; one route takes everything, unless `options` say otherwise. */
export function configuration(url: string, { onAggregator, ...options }: PipelineOptions = {}): Configuration {
  const chart = new Chart(Testing.app(), 'agents', { namespace: 'agents', disableResourceNameHashes: true });
  const routes = [{ name: 'kubernetes' }];
  const elasticsearch = { url, majorVersion: 9 } as const;
  if (onAggregator) new FluentdAggregator(chart, 'fluentd', { elasticsearch, routes, ...onAggregator });
  else new Fluentd(chart, 'fluentd', { elasticsearch, routes, ...options });
  const objects = Testing.synth(chart) as { kind: string; data: Record<string, string> }[];
  const files = objects.filter(({ kind }) => kind === 'ConfigMap').map(({ data }) => data);
  const { 'fluent.conf': conf = '', ...plugins } = Object.assign({}, ...files) as Record<string, string>;
  return { conf, plugins };
}
