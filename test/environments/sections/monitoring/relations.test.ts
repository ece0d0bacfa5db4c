import { expect, test } from 'vitest';

import { placeOf } from '../../../../constructs/core';
import { monitoringMistakes } from '../../../../environments/sections/monitoring/relations';

const said = (monitoring: unknown) =>
  monitoringMistakes(monitoring, { routes: ['shop'], treatments: [] })
    .map(({ path, message }) => `${placeOf(path)} ${message}`)
    .join('\n');

test('nobody watches, or somebody does', () => {
  expect(said(undefined)).toBe('');
  expect(said({ by: 'annotations' })).toBe('');
});

test('what Kubernetes or a Prometheus would refuse is told with its place', () => {
  const abnormal = { within: '30s', where: [{ message: [] }] };
  const dashboards = { namespace: 'monitoring', sidecarLabels: { 'a b': '1' } };
  expect(
    said({ by: 'prometheusOperator', selectorLabels: { release: 'a b' }, abnormal, dashboards }),
  ).toMatchInlineSnapshot(`
    "monitoring.selectorLabels.release must be the value of a label (letters, digits, -, _ and ., first and last a letter or digit, at most 63 characters), got "a b"; correct it
    monitoring.dashboards.sidecarLabels.a b must be under a key such as team or example.com/team (letters, digits, -, _ and ., at most 63 characters after the slash), got "a b"; correct it
    monitoring.abnormal.within must be from two scrapes (60s) to an hour (3600s), got 30s; change it
    monitoring.abnormal.where[0].message must not be empty, got [], which no value fulfils; write the values"
  `);
});

test('what no metric of logs can be is told with its place', () => {
  const logMetrics = [{ name: 'requests', routes: ['shop', 'shap'], by: ['path'], buckets: [1, 0.5] }];
  expect(said({ by: 'annotations', logMetrics })).toMatchInlineSnapshot(`
    "monitoring.logMetrics[0].buckets must be bounds above 0 that rise, got [1,0.5]; sort them
    monitoring.logMetrics[0].routes[1] must be one of shop, got "shap"; correct the spelling"
  `);
});
