import { App } from 'cdk8s';
import { expect, test } from 'vitest';

import { defineEnvironment } from '../../../environments';
import { production } from '../../../environments/production';
import { defineStacks } from '../../../stacks';

test('dashboards are in the namespace of Grafana, and lead to the runbooks and Kibana of the environment', () => {
  const { charts } = defineStacks(
    new App(),
    defineEnvironment({
      ...production,
      monitoring: {
        by: 'prometheusOperator',
        runbookUrl: 'https://example.com/runbooks',
        dashboards: { namespace: 'monitoring' },
      },
    }),
  );
  const dashboards = charts.find(({ node }) => node.id === 'dashboards')?.toJson() ?? [];
  expect(new Set(dashboards.map(({ metadata }) => metadata.namespace))).toEqual(new Set(['monitoring']));
  const text = JSON.stringify(dashboards);
  expect(text).toContain('https://example.com/runbooks/collector.md#');
  expect(text).toContain(`https://${production.kibana.ingressHost}/app/discover`);
  expect(charts.flatMap((chart) => chart.toJson()).filter(({ kind }) => kind === 'Namespace')).toHaveLength(2);
});

test('with the logs, Grafana has a user who may only read them, and a way to Elasticsearch', () => {
  const { charts, secrets } = defineStacks(
    new App(),
    defineEnvironment({
      ...production,
      monitoring: { by: 'prometheusOperator', dashboards: { namespace: 'monitoring', logs: {} } },
    }),
  );
  expect(secrets.filter(({ namespace }) => namespace === 'monitoring').map(({ kind, name }) => [kind, name])).toEqual([
    ['credentials', 'grafana-elasticsearch-credentials'],
    ['tls', 'grafana-elasticsearch-tls'],
  ]);
  const realm = secrets.find(({ kind }) => kind === 'file-realm');
  expect(realm?.kind === 'file-realm' && realm.users).toContainEqual({ username: 'grafana', roles: ['log_viewer'] });

  const objects = charts.flatMap((chart) => chart.toJson());
  const roles = objects.find(({ data }) => data?.['roles.yml'])?.data['roles.yml'];
  expect(roles).toContain('log_viewer');
  const policies = objects.filter(
    ({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name === 'elasticsearch',
  );
  expect(JSON.stringify(policies)).toContain('"logging-agents","monitoring"');
});
