import { App } from 'cdk8s';
import { expect, test } from 'vitest';

import { defineEnvironment } from '../../environments';
import { production } from '../../environments/production';
import { defineStacks } from '../../stacks';
import { type CustomResource, isCustom, schemaMistakes } from './schemas';

/** All kinds of others that an environment can ask for. */
function customResources(): CustomResource[] {
  const environment = defineEnvironment({
    ...production,
    certificates: 'cert-manager',
    certificateIssuer: 'company',
    monitoring: { by: 'prometheusOperator', selectorLabels: { release: 'prometheus' } },
  });
  return defineStacks(new App(), environment)
    .charts.flatMap((chart) => chart.toJson())
    .filter(isCustom);
}

test('objects of kinds of others are as their definitions want them', async () => {
  const objects = customResources();
  expect([...new Set(objects.map(({ kind }) => kind))].sort()).toEqual([
    'Certificate',
    'Issuer',
    'PodMonitor',
    'PrometheusRule',
  ]);
  expect(await schemaMistakes(objects)).toEqual([]);
});

test('a wrong value, a field that is not there and one that is missing are found', async () => {
  const metadata = { name: 'x' };
  const monitor = { apiVersion: 'monitoring.coreos.com/v1', kind: 'PodMonitor', metadata };
  expect(
    await schemaMistakes([
      { ...monitor, spec: { selector: {}, podMetricsEndpoints: [{ port: 'metrics', interval: '30 s' }] } } as never,
      { ...monitor, spec: { selector: {}, podMetricsEndpoints: [{ port: 'metrics', intervall: '30s' }] } } as never,
      { apiVersion: 'cert-manager.io/v1', kind: 'Certificate', metadata, spec: { secretName: 'x' } } as never,
      { apiVersion: 'example.com/v1', kind: 'Other', metadata },
    ]),
  ).toEqual([
    'Other x: nobody knows its schema; add it to monitoring.coreos.com/v1, cert-manager.io/v1',
    expect.stringContaining('PodMonitor x: data/spec/podMetricsEndpoints/0/interval must match pattern'),
    'Certificate x: data/spec must have required property issuerRef',
    expect.stringContaining(
      `PodMonitor x: Object literal may only specify known properties, and '"intervall"' does not`,
    ),
    expect.stringContaining(`Certificate x: Property '"issuerRef"' is missing`),
  ]);
});
