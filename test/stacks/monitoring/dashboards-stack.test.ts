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
