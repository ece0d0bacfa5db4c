import { App } from 'cdk8s';
import { expect, test } from 'vitest';

import { defineEnvironment } from '../../../environments';
import { production } from '../../../environments/production';
import { defineStacks } from '../../../stacks';

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
  const monitor = all.find(({ kind, metadata }) => kind === 'PodMonitor' && metadata.name === 'fluentd');
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
  const names = alerts.map(({ alert }: { alert: string }) => alert);
  expect(names).toEqual(expect.arrayContaining(['AbnormalLogs', 'ElasticsearchRed', 'KibanaDown']));
  expect(names).not.toContain('SnapshotTooOld');
  expect(names).not.toContain('CertificateNotRenewed');
});

test('Elasticsearch is watched by an exporter, as a user of its own who may only watch', () => {
  const all = objects({ by: 'prometheusOperator', scraper: { namespace: 'monitoring' } });
  const named = (kind: string, name: string) =>
    all.find((object) => object.kind === kind && object.metadata.name === name);
  expect(named('PodMonitor', 'elasticsearch-exporter').metadata.namespace).toBe('logging');
  expect(named('Deployment', 'elasticsearch-exporter').metadata.namespace).toBe('logging');
  for (const name of ['fluentd', 'elasticsearch-exporter']) {
    expect(named('NetworkPolicy', name).spec.ingress).toMatchObject([
      { from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } }] },
    ]);
  }
  expect(named('ConfigMap', 'elasticsearch-roles').data['roles.yml']).toContain(`log_watcher:
  cluster:
    - monitor
    - read_ilm
  indices:
    - names:
        - logs-kubernetes-*
`);
  const { secrets } = defineStacks(
    new App(),
    defineEnvironment({ ...production, monitoring: { by: 'prometheusOperator' } }),
  );
  const realm = secrets.find(({ kind }) => kind === 'file-realm');
  expect(realm?.kind === 'file-realm' && realm.users).toContainEqual({ username: 'watcher', roles: ['log_watcher'] });
});

test('what is not watched has no rules, no exporter and no user', () => {
  const all = objects({ by: 'prometheusOperator', elasticsearch: false, kubeStateMetrics: false });
  expect(all.map(({ metadata }) => metadata.name)).not.toContain('elasticsearch-exporter');
  const text = JSON.stringify(all);
  for (const absent of ['log_watcher', 'ElasticsearchRed', 'KibanaDown']) expect(text).not.toContain(absent);
});

test('a canary runs where Fluentd does, and only if somebody asks for it', () => {
  const named = (all: ReturnType<typeof objects>) =>
    all.find(({ kind, metadata }) => kind === 'DaemonSet' && metadata.name === 'log-canary');
  const without = objects({ by: 'prometheusOperator' });
  expect(named(without)).toBeUndefined();
  expect(JSON.stringify(without)).not.toContain('canary');
  const all = objects({ by: 'prometheusOperator', canary: true });
  const fluentd = all.find(({ kind, metadata }) => kind === 'DaemonSet' && metadata.name === 'fluentd');
  expect(named(all).metadata.namespace).toBe('logging-agents');
  expect(named(all).spec.template.spec.containers[0].image).toBe(fluentd.spec.template.spec.containers[0].image);
  const conf = all.find(({ data }) => data?.['fluent.conf']).data['fluent.conf'];
  expect(conf).toContain('@type canary\n    namespace logging-agents\n    container canary');
  expect(JSON.stringify(all)).toContain('LogsDoNotArrive');
});

test('a canary whose lines no route takes is refused, with its place', () => {
  const routes = [{ name: 'payments', namespaces: ['payments'], retention: 'audit' }];
  expect(() => defineEnvironment({ ...production, routes, monitoring: { by: 'annotations', canary: true } })).toThrow(
    '[production.monitoring.canary] must have a route to elasticsearch for its namespace "logging-agents", got none; add "logging-agents" to the namespaces of one',
  );
});

test('snapshots and certificates of cert-manager are watched where there are some', () => {
  const { charts } = defineStacks(
    new App(),
    defineEnvironment({
      ...production,
      retention: { ...production.retention, audit: { deleteMinAge: '30d', snapshotRetention: '365d' } },
      snapshots: { bucket: 'logs', endpoint: 'https://s3.example.com', secretName: 's3' },
      certificates: 'cert-manager',
      certificateIssuer: 'ca',
      monitoring: { by: 'annotations' },
    }),
  );
  const text = JSON.stringify(charts.flatMap((chart) => chart.toJson()));
  expect(text).toContain('--collector.slm');
  expect(text).toContain('cluster:admin/slm/stats');
  expect(text).toContain('SnapshotNever');
  expect(text).toMatch(/certmanager_certificate_expiration_timestamp_seconds\{name=~[^}]*elasticsearch-http-tls\|/);
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
