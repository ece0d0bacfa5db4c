import { expect, test } from 'vitest';

import { type Route, routeMistakes } from '../../../constructs/fluentd';

test.each<[string, Route[]]>([
  ['one route for everything', [{ name: 'cluster' }]],
  ['only named namespaces', [{ name: 'shop', namespaces: ['shop'] }]],
  ['both', [{ name: 'shop', namespaces: ['shop', 'shop-test'] }, { name: 'cluster' }]],
])('%s is without mistakes', (_, routes) => {
  expect(routeMistakes(routes)).toEqual([]);
});

test.each<[string, Route[], string[]]>([
  ['there is no route', [], [`routes must not be empty, got []; add one, e.g. { name: 'cluster' } for all logs`]],
  [
    'a name is not a dataset',
    [{ name: 'team-a' }],
    [
      'name of a route must be a dataset (a-z, 0-9, _ and ., first a letter, at most 100 characters), got "team-a"; rename it',
    ],
  ],
  [
    'two routes have one name',
    [
      { name: 'a', namespaces: ['x'] },
      { name: 'a', namespaces: ['y'] },
    ],
    ['names of routes must be unique, got "a" 2 times; merge them'],
  ],
  [
    'two routes take everything else',
    [{ name: 'a' }, { name: 'b' }],
    [
      'at most one route may leave out namespaces (it takes everything else), got "a", "b"; name the namespaces of the others',
    ],
  ],
  [
    'a namespace is in two routes',
    [
      { name: 'a', namespaces: ['shop', 'x'] },
      { name: 'b', namespaces: ['y', 'shop'] },
    ],
    ['namespace "shop" must be in one route (1), got "a", "b"; take it out of the others'],
  ],
  [
    'a namespace is twice in one route',
    [{ name: 'a', namespaces: ['shop', 'shop'] }],
    ['namespace "shop" must be in one route (1), got "a", "a"; take it out of the others'],
  ],
  [
    'a namespace cannot exist',
    [{ name: 'a', namespaces: ['Shop_1'] }],
    [
      'route "a": namespaces must be names of Kubernetes namespaces (a-z, 0-9 and -, at most 63 characters), got "Shop_1"; correct it',
    ],
  ],
  [
    'a route names no namespace',
    [{ name: 'a', namespaces: [] }],
    ['route "a": namespaces must not be empty, got []; name one, or leave them out to take everything else'],
  ],
])('fails when %s', (_, routes, mistakes) => {
  expect(routeMistakes(routes)).toEqual(mistakes);
});

test('fails with all mistakes at once', () => {
  const routes = [
    { name: 'A' },
    { name: 'b' },
    { name: 'c', namespaces: ['x', '-'] },
    { name: 'c', namespaces: ['x'] },
  ];
  expect(routeMistakes(routes).map((mistake) => mistake.split(',')[0])).toEqual([
    'name of a route must be a dataset (a-z',
    'route "c": namespaces must be names of Kubernetes namespaces (a-z',
    'names of routes must be unique',
    'at most one route may leave out namespaces (it takes everything else)',
    'namespace "x" must be in one route (1)',
  ]);
});
