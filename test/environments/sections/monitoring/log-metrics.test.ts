import { expect, test } from 'vitest';

import { placeOf } from '../../../../constructs/core';
import { logMetric } from '../../../../environments/sections/monitoring/log-metrics';

const said = (metric: object) =>
  (logMetric.safeParse(metric).error?.issues ?? []).map(({ path, message }) => `${placeOf(path)} ${message}`);

test('a metric with all that it may have', () => {
  const metric = {
    name: 'requests',
    routes: ['shop'],
    treatments: ['access'],
    where: { 'url.path': '/pay' },
    by: ['statusClass', { label: 'region', field: 'json.region', values: ['eu'] }],
    buckets: [0.1, 1],
    paths: ['/orders/:id'],
    series: 10,
  };
  expect(logMetric.parse(metric)).toEqual(metric);
});

test('what has another form is told with its place', () => {
  expect(
    said({ by: ['user', { label: 'user', field: 'json.user' }], buckets: ['1'], paths: '/', label: 'x' }),
  ).toMatchInlineSnapshot(`
    [
      "name must be a text, got nothing; write it in quotes",
      "by[0] must be one of level, statusClass, method, path, namespace, container, or a field with its values, got "user"; write it as { label: 'region', field: 'json.region', values: ['eu', 'us'] }",
      "by[1] must be one of level, statusClass, method, path, namespace, container, or a field with its values, got {"label":"user","field":"json.user"}; write it as { label: 'region', field: 'json.region', values: ['eu', 'us'] }",
      "buckets[0] must be a number, got "1"; write it without quotes",
      "paths must be a list, got "/"; write it as [ ... ]",
      " must be a known key (name, routes, treatments, where, by, buckets, paths, series); correct the spelling or remove it",
    ]
  `);
});
