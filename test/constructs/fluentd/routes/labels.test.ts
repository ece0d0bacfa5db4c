import { expect, test } from 'vitest';

import { placeOf } from '../../../../constructs/core';
import { type Route, routeMistakes } from '../../../../constructs/fluentd';

const mistakes = (routes: readonly Route[]) =>
  routeMistakes(routes).map(({ path, message }) => `${placeOf(['routes', ...path])} ${message}`);

test.each<[string, Route[]]>([
  [
    'a route by labels beside one for its namespace and one for all',
    [
      { name: 'pay', namespaces: ['shop'], labels: { team: ['pay'] } },
      { name: 'shop', namespaces: ['shop'] },
      { name: 'cluster' },
    ],
  ],
  [
    'values of a label that differ',
    [
      { name: 'a', labels: { team: ['a', 'a-*'], tier: ['web'] } },
      { name: 'b', labels: { team: ['b*'] } },
    ],
  ],
  [
    'namespaces that differ',
    [
      { name: 'a', namespaces: ['a-*'], labels: { team: ['x'] } },
      { name: 'b', namespaces: ['b', 'c'], labels: { tier: ['y'] } },
    ],
  ],
])('%s has no mistakes', (_, routes) => {
  expect(mistakes(routes)).toEqual([]);
});

test('routes that could both have a pod are told, with one', () => {
  expect(
    mistakes([
      { name: 'a', namespaces: ['shop', 'team-*'], labels: { team: ['a-*'] } },
      { name: 'b', namespaces: ['shop'], labels: { team: ['b'] } },
      { name: 'c', namespaces: ['*-c'], labels: { tier: ['web', 'db'] } },
      { name: 'd', labels: { team: ['*-1'], tier: ['x'] } },
    ]),
  ).toMatchInlineSnapshot(`
    [
      "routes[2].labels must select no pod that routes[0] {"team":["a-*"]} selects, got {"tier":["web","db"]} (both select a pod in team-c with team=a-,tier=web); give both a label with other values, or other namespaces",
      "routes[3].labels must select no pod that routes[0] {"team":["a-*"]} selects, got {"team":["*-1"],"tier":["x"]} (both select a pod in shop with team=a-1,tier=x); give both a label with other values, or other namespaces",
    ]
  `);
});

test('what cannot be is refused, also where an input has the route', () => {
  const routes = [{ name: 'a', namespaces: [], labels: {} }];
  expect(
    routeMistakes(routes, [], undefined, ['a']).map(({ path, message }) => `${placeOf(path)} ${message}`),
  ).toMatchInlineSnapshot(`
    [
      "[0].namespaces must not be empty, got [], which matches nothing; name one, or leave it out for all",
      "[0].labels must name a label, got {}; write for example { team: ['cart'] }, or leave it out",
    ]
  `);
});

test('a thousand routes are compared in little time', () => {
  const routes = Array.from({ length: 1000 }, (_, index) => ({ name: `r${index}`, labels: { team: [`t${index}-*`] } }));
  const start = performance.now();
  expect(mistakes(routes)).toEqual([]);
  expect(performance.now() - start).toBeLessThan(500);
});
