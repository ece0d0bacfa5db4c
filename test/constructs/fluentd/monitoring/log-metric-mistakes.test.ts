import { expect, test } from 'vitest';

import { placeOf } from '../../../../constructs/core';
import type { LogMetric } from '../../../../constructs/fluentd/monitoring/log-metric';
import { logMetricMistakes } from '../../../../constructs/fluentd/monitoring/log-metric-mistakes';

const KNOWN = { routes: ['shop', 'bank'], treatments: ['access'] };

/** What is said of metrics that no compiler has seen. */
const said = (...metrics: object[]) =>
  logMetricMistakes(metrics as LogMetric[], KNOWN).map(({ path, message }) => `${placeOf(path)} ${message}`);

test('what can be is not refused', () => {
  expect(
    said(
      { name: 'a' },
      {
        name: 'requests',
        routes: ['shop'],
        treatments: ['access'],
        where: { 'url.path': /^\/api/ },
        by: ['statusClass', 'method', 'path', { label: 'region', field: 'json.region.name', values: ['eu'] }],
        paths: ['/', '/orders/:id', '/orders/:id/items', '/static/*', '/a.b~c/'],
        buckets: [0.005, 1, 10],
        series: 10,
      },
    ),
  ).toEqual([]);
});

test('names', () => {
  expect(said({ name: 'Requests' }, { name: 'a' }, { name: 'a' })).toMatchInlineSnapshot(`
    [
      "[0].name must be a name of a-z, 0-9 and _ that begins with a letter, at most 40 characters, got "Requests"; rename it",
      "[2].name must be there once, got "a"; rename one",
    ]
  `);
});

test('routes and treatments that are not there', () => {
  expect(said({ name: 'a', routes: [], treatments: ['acess'] })).toMatchInlineSnapshot(`
    [
      "[0].routes must not be empty, got [], whose logs are none; name one, or leave it out",
      "[0].treatments[0] must be one of access, got "acess"; correct the spelling",
    ]
  `);
  expect(logMetricMistakes([{ name: 'a', treatments: ['x'] }], { routes: [], treatments: [] })).toMatchInlineSnapshot(`
    [
      {
        "message": "must be the name of a treatment, of which there are none, got "x"; correct the spelling",
        "path": [
          0,
          "treatments",
          0,
        ],
      },
    ]
  `);
});

test('labels without a bound, and those that are no labels', () => {
  expect(said({ name: 'a', by: ['path', 'path', 'user'] })).toMatchInlineSnapshot(`
    [
      "[0].by[2] must be one of level, statusClass, method, path, namespace, container, or a field with its values, got "user"; choose one of them",
      "[0].by[1] must be there once, got "path"; remove one",
    ]
  `);
  const values = Array.from({ length: 21 }, (_, index) => `v${index}`);
  expect(
    said({
      name: 'a',
      by: [
        { label: 'user', field: 'json.user.id' },
        { label: 'b', field: 'trace.id', values: ['x'] },
        { label: 'route', field: 'json', values: [] },
        { label: 'Te', field: 'json.te', values },
        { label: 'c', field: 'json.c', values: ['x', 'x'] },
      ],
    }),
  ).toMatchInlineSnapshot(`
    [
      "[0].by[0].values must be from 1 to 20 different values, since each is a series, got "none"; list those that matter",
      "[0].by[1].field must be below json, or one of stream, service.name, service.version, service.environment, event.dataset, log.logger, error.type, error.code, http.version, http.request.method, http.response.status_code, url.domain, got "trace.id"; choose another field",
      "[0].by[2].label must be none of route, le, job, instance, pod, node, level, status_class, method, path, namespace, container, got "route"; rename it",
      "[0].by[2].field must be below json, or one of stream, service.name, service.version, service.environment, event.dataset, log.logger, error.type, error.code, http.version, http.request.method, http.response.status_code, url.domain, got "json"; choose another field",
      "[0].by[2].values must be from 1 to 20 different values, since each is a series, got []; list those that matter",
      "[0].by[3].label must be a name of a-z, 0-9 and _ that begins with a letter, at most 40 characters, got "Te"; rename it",
      "[0].by[3].values must be from 1 to 20 different values, since each is a series, got ["v0","v1","v2","v3","v4","v5","v6","v7","v8","v9","v10","v11","v12","v13","v14","v15","v16","v17","v18","v19","v20"]; list those that matter",
      "[0].by[4].values must be from 1 to 20 different values, since each is a series, got ["x","x"]; list those that matter",
    ]
  `);
});

test('buckets that do not rise, are too many, or none', () => {
  expect(
    said(
      { name: 'a', buckets: [0.5, 0.1] },
      { name: 'b', buckets: [0, 1] },
      { name: 'c', buckets: [1, 1] },
      { name: 'd', buckets: [] },
      { name: 'e', buckets: Array.from({ length: 21 }, (_, index) => index + 1) },
      { name: 'f', buckets: [Number.NaN] },
    ),
  ).toMatchInlineSnapshot(`
    [
      "[0].buckets must be bounds above 0 that rise, got [0.5,0.1]; sort them",
      "[1].buckets must be bounds above 0 that rise, got [0,1]; sort them",
      "[2].buckets must be bounds above 0 that rise, got [1,1]; sort them",
      "[3].buckets must be from 1 to 20 bounds, got []; write so many",
      "[4].buckets must be from 1 to 20 bounds, got [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21]; write so many",
      "[5].buckets must be bounds above 0 that rise, got [null]; sort them",
    ]
  `);
});

test('templates that mean no path, or that nobody asks for', () => {
  expect(said({ name: 'a', paths: ['orders', '/a/*/b', '', '/:1'], by: ['path'] })).toMatchInlineSnapshot(`
    [
      "[0].paths[0] must be a path such as '/orders/:id' or '/static/*', got "orders"; correct it",
      "[0].paths[1] must be a path such as '/orders/:id' or '/static/*', got "/a/*/b"; correct it",
      "[0].paths[2] must be a path such as '/orders/:id' or '/static/*', got ""; correct it",
      "[0].paths[3] must be a path such as '/orders/:id' or '/static/*', got "/:1"; correct it",
    ]
  `);
  expect(said({ name: 'a', paths: ['/a'] }, { name: 'b', by: ['path'], paths: [] })).toMatchInlineSnapshot(`
    [
      "[0].paths must be left out without 'path' in by, got ["/a"]; add 'path' to by",
      "[1].paths must be from 1 to 100 templates, got []; write so many",
    ]
  `);
});

test('series', () => {
  expect(said({ name: 'a', series: 0 }, { name: 'b', series: 1.5 })).toMatchInlineSnapshot(`
    [
      "[0].series must be a whole number from 1 to 500, got 0; choose one in that range",
      "[1].series must be a whole number from 1 to 500, got 1.5; choose one in that range",
    ]
  `);
  const buckets = [1, 2, 3, 4, 5, 6, 7];
  expect(said({ name: 'a', buckets, series: 99 })).toEqual([]);
  expect(said({ name: 'a', buckets, series: 99 }, { name: 'b', series: 1 })).toMatchInlineSnapshot(`
    [
      " must be of at most 1000 series together, got 1002; lower series, or take buckets away",
    ]
  `);
});
