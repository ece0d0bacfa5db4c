import { Testing } from 'cdk8s';

import { PropsError } from '../../../../constructs/core';
import { FluentdAggregator, type FluentdAggregatorProps } from '../../../../constructs/fluentd';
import { ELASTICSEARCH, newChart } from '../rendered';

/** What an aggregator with `props` makes. */
export function aggregator(props: Partial<FluentdAggregatorProps> = {}, namespace: string | undefined = 'logging') {
  const chart = newChart(namespace);
  const construct = new FluentdAggregator(chart, 'aggregator', {
    elasticsearch: ELASTICSEARCH,
    agentNamespaces: ['logging-agents'],
    routes: [{ name: 'cluster' }],
    ...props,
  });
  const objects: { kind: string; metadata: { name: string }; [key: string]: unknown }[] = Testing.synth(chart);
  // biome-ignore lint/suspicious/noExplicitAny: manifests are read the way reviewers read them
  const object = (kind: string): any => objects.find((candidate) => candidate.kind === kind);
  const pod = object('StatefulSet').spec.template.spec;
  return { construct, objects, object, pod, container: pod.containers[0] };
}

/** Why an aggregator with `props` is refused, without the path of the construct. */
export function refusal(props: Partial<FluentdAggregatorProps>, namespace?: string): string[] {
  try {
    aggregator(props, namespace);
  } catch (error) {
    if (error instanceof PropsError) return [...error.mistakes];
    throw error;
  }
  return [];
}
