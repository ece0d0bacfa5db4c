import { App } from 'cdk8s';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';

import { defineEnvironment, EnvironmentError } from '../../environments';
import { production } from '../../environments/production';
import type { EnvironmentInput } from '../../environments/schema';
import { checkPolicies, defineStacks, manifests } from '../../stacks';
import { newValues, secretData } from '../../stacks/secrets';
import { secretsToRestartFor } from '../../stacks/secrets/pod-secrets';

const environment = (more: Partial<EnvironmentInput> = {}) =>
  defineEnvironment({ ...production, aggregators: { replicas: 3, storage: '50Gi' }, ...more });

/** Objects of a chart. */
function objects(chart: string, of = environment()) {
  const text = Object.entries(manifests(of)).find(([file]) => file.includes(chart))?.[1] ?? '';
  return parseAllDocuments(text).map((document) => document.toJSON());
}

test('aggregators stand between Elasticsearch and the collectors, and pass every policy', () => {
  const { charts } = defineStacks(new App(), environment());
  expect(charts.map(({ node }) => node.id)).toEqual([
    'namespaces',
    'elasticsearch',
    'lifecycle',
    'aggregators',
    'fluentd',
    'kibana',
  ]);
  for (const [index, chart] of charts.entries()) {
    for (const dependency of chart.node.dependencies) expect(charts.slice(0, index)).toContain(dependency);
  }
  expect(() => checkPolicies(environment())).not.toThrow();
});

test('they are in the restricted namespace, and the collectors have no password', () => {
  const set = objects('aggregators').find(({ kind }) => kind === 'StatefulSet');
  expect(set).toMatchObject({ metadata: { namespace: 'logging' }, spec: { replicas: 3 } });
  const agents = JSON.stringify(objects('fluentd').find(({ kind }) => kind === 'DaemonSet'));
  expect(agents).toContain('fluentd-aggregator-shared-key');
  expect(agents).not.toContain('credentials');
});

test('both have one key', async () => {
  const { secrets } = defineStacks(new App(), environment());
  const keys = secrets.filter(({ name }) => name === 'fluentd-aggregator-shared-key');
  expect(keys.map(({ namespace }) => namespace)).toEqual(['logging', 'logging-agents']);
  const values = await newValues(keys);
  expect(new Set(keys.map((spec) => secretData(spec, values).shared_key)).size).toBe(1);
});

test('pods are restarted when a Secret changes that they read', () => {
  const set = objects('aggregators').find(({ kind }) => kind === 'StatefulSet');
  expect(secretsToRestartFor(set)).toEqual([
    'fluentd-aggregator-credentials',
    'fluentd-aggregator-shared-key',
    'fluentd-aggregator-tls',
  ]);
  expect(secretsToRestartFor({ ...set, metadata: { labels: { 'app.kubernetes.io/name': 'elasticsearch' } } })).toEqual(
    [],
  );
});

test('inputs run where they can: on aggregators if there are any', () => {
  const inputs = [{ name: 'made-up', route: 'kubernetes', sample: {} }];
  const conf = (chart: string, of: ReturnType<typeof environment>) =>
    objects(chart, of).find(({ kind, data }) => kind === 'ConfigMap' && data['fluent.conf'])?.data['fluent.conf'];
  expect(conf('aggregators', environment({ inputs }))).toContain('@type sample');
  expect(conf('fluentd', environment({ inputs }))).not.toContain('@type sample');
  expect(conf('fluentd', environment({ inputs, aggregators: undefined }))).toContain('@type sample');
});

test('metrics are found by annotations, or by the operator', () => {
  const annotated = environment({ monitoring: { by: 'annotations' } as EnvironmentInput['monitoring'] });
  const set = objects('aggregators', annotated).find(({ kind }) => kind === 'StatefulSet');
  expect(set.spec.template.metadata.annotations).toMatchObject({ 'prometheus.io/port': '24231' });
  const operated = environment({ monitoring: { by: 'prometheusOperator' } as EnvironmentInput['monitoring'] });
  expect(objects('aggregators', operated).map(({ kind }) => kind)).toContain('PodMonitor');
});

test('what cannot be is told with its place', () => {
  const refused = (aggregators: EnvironmentInput['aggregators']): string => {
    try {
      environment({ aggregators });
    } catch (error) {
      if (error instanceof EnvironmentError) return error.message;
      throw error;
    }
    return '';
  };
  const wrong = {
    replicas: 2,
    autoscaling: { minReplicas: 3, maxReplicas: 2 },
    storage: '1Mi',
    memory: '1Mi',
  } as const;
  expect(
    refused(wrong)
      .split('\n')
      .map((line) => line.trim().slice(0, 72)),
  ).toEqual([
    "environment 'production' is not valid (4 mistakes):",
    '[production.aggregators.replicas] must not be given with autoscaling, wh',
    '[production.aggregators.autoscaling.maxReplicas] must be a whole number ',
    '[production.aggregators.storage] must be at least 383Mi (3 chunks of 8Mi',
    '[production.aggregators.memory] must be at least 320Mi (192Mi, 6 copies ',
  ]);
});

test('they are watched as the collectors are, and logs are counted there and not on the nodes', () => {
  const by = { by: 'prometheusOperator' } as const;
  const watched = environment({ monitoring: by });
  const rules = JSON.stringify(objects('monitoring', watched).find(({ kind }) => kind === 'PrometheusRule'));
  for (const alert of ['AggregatorsAbsent', 'AggregatorsUnreachable', 'AggregatorNotReady'])
    expect(rules).toContain(alert);
  expect(rules).toContain('pod=~\\"fluentd-aggregator-[0-9]+\\"');
  expect(objects('aggregators', watched).map(({ kind }) => kind)).toContain('PodMonitor');
  const conf = (chart: string) =>
    objects(chart, watched).find(({ data }) => data?.['fluent.conf'])?.data['fluent.conf'];
  expect(conf('aggregators')).toContain('@type log_metrics');
  expect(conf('fluentd')).not.toContain('@type log_metrics');

  const alone = JSON.stringify(objects('monitoring', defineEnvironment({ ...production, monitoring: by })));
  expect(alone).not.toMatch(/Aggregator/);
});
