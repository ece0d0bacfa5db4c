import { Chart, Testing } from 'cdk8s';

import { Fluentd, type FluentdProps } from '../../../constructs/fluentd';

/** What a test may choose; the rest is as everywhere. */
export interface PipelineOptions extends Partial<Omit<FluentdProps, 'elasticsearch'>> {}

/** What the construct puts into its ConfigMaps. */
export interface Configuration {
  /** `fluent.conf`. */
  readonly conf: string;

  /** Plugins by the names of their files. */
  readonly plugins: Readonly<Record<string, string>>;
}

/** The configuration that is deployed, for an Elasticsearch at `url`; one route takes everything, unless `options` say otherwise. */
export function configuration(url: string, options: PipelineOptions = {}): Configuration {
  const chart = new Chart(Testing.app(), 'agents', { namespace: 'agents', disableResourceNameHashes: true });
  const routes = [{ name: 'kubernetes' }];
  new Fluentd(chart, 'fluentd', { elasticsearch: { url, majorVersion: 9 }, routes, ...options });
  const objects = Testing.synth(chart) as { kind: string; data: Record<string, string> }[];
  const files = objects.filter(({ kind }) => kind === 'ConfigMap').map(({ data }) => data);
  const { 'fluent.conf': conf = '', ...plugins } = Object.assign({}, ...files) as Record<string, string>;
  return { conf, plugins };
}
