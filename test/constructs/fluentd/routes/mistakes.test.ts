import { expect, test } from 'vitest';

import { placeOf } from '../../../../constructs/core';
import { type Route, routeMistakes } from '../../../../constructs/fluentd';

const mistakes = (routes: readonly Route[], treatments?: readonly string[]) =>
  routeMistakes(routes, treatments).map(({ path, message }) => `${placeOf(['routes', ...path])} ${message}`);

test.each<[string, Route[], string[]?]>([
  ['one route for everything', [{ name: 'cluster' }]],
  ['only named namespaces', [{ name: 'shop', namespaces: ['shop'] }]],
  ['both', [{ name: 'shop', namespaces: ['shop', 'shop-test'] }, { name: 'cluster' }]],
  [
    'a name that a glob of another matches',
    [
      { name: 'teams', namespaces: ['team-*'] },
      { name: 'a', namespaces: ['team-a'] },
    ],
  ],
  ['globs of one route that overlap', [{ name: 'teams', namespaces: ['team-*', '*-a'] }]],
  ['a treatment', [{ name: 'web', treatments: ['nginx'] }, { name: 'cluster' }], ['nginx']],
])('%s is without mistakes', (_, routes, treatments) => {
  expect(mistakes(routes, treatments)).toEqual([]);
});

test.each<[string, Route[], string[]]>([
  ['there is no route', [], [`routes must not be empty, got []; add one, e.g. { name: 'cluster' } for all logs`]],
  [
    'a name is not a dataset',
    [{ name: 'team-a' }],
    [
      'routes[0].name must be a dataset (a-z, 0-9, _ and ., first a letter, at most 100 characters), got "team-a"; rename it',
    ],
  ],
  [
    'two routes have one name',
    [
      { name: 'a', namespaces: ['x'] },
      { name: 'a', namespaces: ['y'] },
    ],
    ['routes[1].name must be the only route of its name, got "a" as at routes[0].name; merge them or rename one'],
  ],
  [
    'two routes take everything else',
    [{ name: 'a' }, { name: 'b' }],
    [
      'routes[1] must name namespaces, labels or treatments, since routes[0] takes everything else, got "b" without; name some',
    ],
  ],
  [
    'a namespace is in two routes',
    [
      { name: 'a', namespaces: ['shop', 'x'] },
      { name: 'b', namespaces: ['y', 'shop'] },
    ],
    ['routes[1].namespaces[1] must be in one route, got "shop" as at routes[0].namespaces[0]; take it out of one'],
  ],
  [
    'a namespace is twice in one route',
    [{ name: 'a', namespaces: ['shop', 'shop'] }],
    ['routes[0].namespaces[1] must be in one route, got "shop" as at routes[0].namespaces[0]; take it out of one'],
  ],
  [
    'globs of two routes match one namespace',
    [
      { name: 'teams', namespaces: ['shop', 'team-*'] },
      { name: 'a', namespaces: ['*-a'] },
    ],
    [
      'routes[1].namespaces[0] must match no namespace that routes[0].namespaces[1] "team-*" matches, got "*-a" (both match team-a); narrow one, or name the namespaces',
    ],
  ],
  [
    'a glob is never reached',
    [
      { name: 'teams', namespaces: ['team-*'] },
      { name: 'a', namespaces: ['team-a-*'] },
    ],
    [
      'routes[1].namespaces[0] must match no namespace that routes[0].namespaces[0] "team-*" matches, got "team-a-*" (both match team-a-); narrow one, or name the namespaces',
    ],
  ],
  [
    'a namespace cannot exist',
    [{ name: 'a', namespaces: ['Shop_1'] }],
    [
      'routes[0].namespaces[0] must be a glob of DNS labels (a-z, 0-9, -, * and ?, at most 63 characters), got "Shop_1"; correct it',
    ],
  ],
  [
    'a route names no namespace and no treatment',
    [{ name: 'a', namespaces: [], treatments: [] }],
    [
      'routes[0].namespaces must not be empty, got [], which matches nothing; name one, or leave it out for all',
      'routes[0].treatments must not be empty, got []; name a treatment, or leave it out',
    ],
  ],
  [
    'there is no treatment',
    [{ name: 'a', treatments: ['nginx'] }],
    [
      'routes[0].treatments[0] must be the name of a treatment, of which there is none, got "nginx"; choose one, or add it to treatments',
    ],
  ],
])('fails when %s', (_, routes, expected) => {
  expect(mistakes(routes)).toEqual(expected);
});

test('the first of several that are equal is named', () => {
  const names = ['a', 'b', 'c'].map((name) => ({ name, namespaces: ['shop'] }));
  expect(mistakes(names)).toEqual([
    'routes[1].namespaces[0] must be in one route, got "shop" as at routes[0].namespaces[0]; take it out of one',
    'routes[2].namespaces[0] must be in one route, got "shop" as at routes[0].namespaces[0]; take it out of one',
  ]);
  const globs = ['a', 'b'].map((name) => ({ name, namespaces: ['team-*'] }));
  expect(mistakes(globs)).toEqual([
    'routes[1].namespaces[0] must match no namespace that routes[0].namespaces[0] "team-*" matches, got "team-*" (both match team-); narrow one, or name the namespaces',
  ]);
});

test('fails when a treatment is in two routes or is none', () => {
  const routes = [
    { name: 'a', treatments: ['nginx', 'ngnix'] },
    { name: 'b', treatments: ['nginx'] },
  ];
  expect(mistakes(routes, ['nginx', 'jvm'])).toEqual([
    'routes[0].treatments[1] must be the name of a treatment (nginx, jvm), got "ngnix"; choose one, or add it to treatments',
    'routes[1].treatments[0] must be in one route, got "nginx" as at routes[0].treatments[0]; take it out of one',
  ]);
  const many = Array.from({ length: 1000 }, (_, index) => `t${index}`);
  expect(mistakes([{ name: 'a', treatments: ['x'] }], many)).toEqual([
    'routes[0].treatments[0] must be the name of a treatment (t0, t1, t2, t3, t4, t5, t6, t7, t8, t9, ...), got "x"; choose one, or add it to treatments',
  ]);
});

test('fails with all mistakes at once, each where it is called by who asks', () => {
  const routes = [
    { name: 'A' },
    { name: 'b' },
    { name: 'c', namespaces: ['x', '-'] },
    { name: 'c', namespaces: ['x'] },
  ];
  expect(
    routeMistakes(routes, [], ([route]) => `number ${route}`).map(
      ({ path, message }) => `${placeOf(path)} ${message.split(';')[0]}`,
    ),
  ).toEqual([
    '[0].name must be a dataset (a-z, 0-9, _ and ., first a letter, at most 100 characters), got "A"',
    '[2].namespaces[1] must be a glob of DNS labels (a-z, 0-9, -, * and ?, at most 63 characters), got "-"',
    '[3].name must be the only route of its name, got "c" as at number 2',
    '[1] must name namespaces, labels or treatments, since number 0 takes everything else, got "b" without',
    '[3].namespaces[0] must be in one route, got "x" as at number 2',
  ]);
});
