import { Chart, Testing } from 'cdk8s';

import { PropsError } from '../../../constructs/core';
import { Fluentd, type FluentdProps } from '../../../constructs/fluentd';

/** A cluster that lets in those who carry its label. */
export const ELASTICSEARCH = {
  url: 'https://elasticsearch.logging.svc:9200',
  majorVersion: 9,
  clientLabels: { 'elasticsearch-client': 'true' },
};

/** A chart in a namespace, or in none. */
export const newChart = (namespace?: string) =>
  new Chart(Testing.app(), 'fluentd', { namespace, disableResourceNameHashes: true });

/** What a Fluentd with `props` makes. */
export function fluentd(props: Partial<FluentdProps> = {}, namespace: string | undefined = 'logging-agents') {
  const chart = newChart(namespace);
  const construct = new Fluentd(chart, 'fluentd', {
    elasticsearch: ELASTICSEARCH,
    routes: [{ name: 'cluster' }],
    ...props,
  });
  const objects: { kind: string; metadata: { name: string }; [key: string]: unknown }[] = Testing.synth(chart);
  // biome-ignore lint/suspicious/noExplicitAny: manifests are read the way reviewers read them
  const object = (kind: string): any => objects.find((candidate) => candidate.kind === kind);
  const pod = object('DaemonSet').spec.template.spec;
  return { construct, objects, object, pod, container: pod.containers[0] };
}

/** Why a Fluentd with `props` is refused, without the path of the construct. */
export function refusal(props: Partial<FluentdProps>): string[] {
  try {
    fluentd(props);
  } catch (error) {
    if (error instanceof PropsError) return [...error.mistakes];
    throw error;
  }
  return [];
}
