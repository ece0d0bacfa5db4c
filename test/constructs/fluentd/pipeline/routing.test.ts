import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type Route, routeMistakes } from '../../../../constructs/fluentd';
import { routing } from '../../../../constructs/fluentd/pipeline/routing';

const filter = (routes: readonly Route[]) => routing(routes).directives(() => '@NEXT')[0];

/** The table as Ruby reads it: from namespace to dataset, and the dataset of all others. */
function table(routes: readonly Route[]) {
  const ruby = String(filter(routes)?.params?.prepare_value);
  const rows = [...ruby.matchAll(/^ {2}'(.+)' => %w\[(.+)\],$/gm)];
  const entries = rows.flatMap(([, dataset = '', namespaces = '']) => namespaces.split(' ').map((n) => [n, dataset]));
  return { entries, rest: /^@streams\.default = stream\.\('(.+)'\)$/m.exec(ruby)?.[1] };
}

test('one line per route', () => {
  const routes = [{ name: 'payments', namespaces: ['payments-api', 'payments-worker'] }, { name: 'cluster' }];
  expect(filter(routes)?.params?.prepare_value).toMatchInlineSnapshot(`
    "stream = ->(dataset) { { 'type' => 'logs', 'dataset' => dataset, 'namespace' => 'default' }.freeze }
    @streams = {
      'payments' => %w[payments-api payments-worker],
    }.flat_map { |dataset, namespaces| namespaces.product([stream.(dataset)]) }.to_h
    @streams.default = stream.('cluster')
    @streams.freeze"
  `);
});

test('the tag becomes the name of the route', () => {
  expect(
    routing([{ name: 'cluster' }])
      .directives(() => '@NEXT')
      .at(-1),
  ).toEqual({
    name: 'match',
    argument: '**',
    params: { '@type': 'rewrite_tag_filter', '@label': '@NEXT' },
    children: [{ name: 'rule', params: { key: '$.data_stream.dataset', pattern: '/^(.+)$/', tag: '$1' } }],
  });
});

test('every namespace is in the table once, under the route that names it', () => {
  const route = fc.record(
    {
      name: fc.stringMatching(/^[a-z][a-z0-9_.]{0,3}$/),
      namespaces: fc.array(fc.stringMatching(/^[a-z][a-z0-9-]{0,2}[a-z0-9]$/), { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: ['name'] },
  );
  fc.assert(
    fc.property(fc.array(route, { minLength: 1, maxLength: 4 }), (routes) => {
      fc.pre(routeMistakes(routes).length === 0);
      const expected = routes.flatMap(({ name, namespaces = [] }) => namespaces.map((namespace) => [namespace, name]));
      const { entries, rest } = table(routes);
      expect(entries).toEqual(expected);
      expect(new Set(entries.map(([namespace]) => namespace)).size).toBe(entries.length);
      expect(rest).toBe(routes.find(({ namespaces }) => !namespaces)?.name);
    }),
  );
});
