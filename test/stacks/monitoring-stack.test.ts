import { App } from 'cdk8s';
import { expect, test } from 'vitest';

import { defineEnvironment } from '../../environments';
import { production } from '../../environments/production';
import { defineStacks } from '../../stacks';

// biome-ignore lint/suspicious/noExplicitAny: manifests of many kinds
function objects(monitoring: Parameters<typeof defineEnvironment>[0]['monitoring']): any[] {
  const { charts } = defineStacks(new App(), defineEnvironment({ ...production, monitoring }));
  return charts.flatMap((chart) => chart.toJson());
}

test('nobody watches unless somebody asks for it', () => {
  const { charts } = defineStacks(new App(), defineEnvironment(production));
  expect(charts.map(({ node }) => node.id)).not.toContain('monitoring');
});

test('the operator gets rules and a monitor of the pods that there are', () => {
  const all = objects({ by: 'prometheusOperator', selectorLabels: { release: 'prometheus' } });
  const daemonSet = all.find(({ kind }) => kind === 'DaemonSet');
  const monitor = all.find(({ kind }) => kind === 'PodMonitor');
  expect(daemonSet.spec.template.metadata.labels).toMatchObject(monitor.spec.selector.matchLabels);
  expect(monitor.metadata).toMatchObject({
    namespace: daemonSet.metadata.namespace,
    labels: { release: 'prometheus' },
  });
  const [endpoint] = monitor.spec.podMetricsEndpoints;
  const ports = daemonSet.spec.template.spec.containers[0].ports.map(({ name }: { name: string }) => name);
  expect(ports).toContain(endpoint.port);
  expect(endpoint.tlsConfig.ca.secret.name).toBe('fluentd-tls');
  const rules = all.find(({ kind }) => kind === 'PrometheusRule');
  const alerts = rules.spec.groups.flatMap(({ rules: each }: { rules: { alert: string }[] }) => each);
  expect(alerts.map(({ alert }: { alert: string }) => alert)).toContain('AbnormalLogs');
});

test('without the operator there are annotations and a file of rules', () => {
  const all = objects({ by: 'annotations', kibanaUrl: 'https://kibana.example.com', abnormal: { count: 3 } });
  expect(all.map(({ kind }) => kind)).not.toContain('PodMonitor');
  const { annotations } = all.find(({ kind }) => kind === 'DaemonSet').spec.template.metadata;
  expect(annotations).toMatchObject({
    'prometheus.io/scrape': 'true',
    'prometheus.io/scheme': 'https',
    'prometheus.io/port': '24231',
  });
  const { data } = all.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === 'logging');
  expect(data['logging.rules.yaml']).toContain('>= 3');
  expect(data['logging.rules.yaml']).toContain('https://kibana.example.com/app/discover');
});
