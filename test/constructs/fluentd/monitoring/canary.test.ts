import { expect, test } from 'vitest';

import type { Route } from '../../../../constructs/fluentd';
import { canaryMistakes, canaryStage } from '../../../../constructs/fluentd/monitoring/canary';

const CANARY = { namespace: 'agents', container: 'canary' };

/** What is wrong when these are the routes. */
function mistakes(routes: readonly Route[], namespaces?: readonly string[]): string[] {
  return canaryMistakes(CANARY, { routes, exclude: { namespaces } }).map(({ message }) => message);
}

test('without a canary there is no stage', () => {
  expect(canaryStage(undefined)).toEqual([]);
});

test('its stage follows the container, and brings its files', () => {
  const [stage] = canaryStage(CANARY);
  expect(stage?.directives(() => '@X')).toMatchObject([
    { name: 'filter', argument: '**', params: { '@type': 'canary', ...CANARY } },
  ]);
  expect(Object.keys(stage?.footprint?.().rubyFiles ?? {})).toEqual(
    expect.arrayContaining(['filter_canary.rb', 'canary_lines.rb', 'outputs.rb']),
  );
});

test('a route must bring its lines to Elasticsearch', () => {
  expect(mistakes([{ name: 'all' }])).toEqual([]);
  expect(mistakes([{ name: 'own', namespaces: ['agent?'] }])).toEqual([]);
  expect(mistakes([{ name: 'shop', namespaces: ['shop'] }])).toEqual([
    'must have a route to elasticsearch for its namespace "agents", got none; add "agents" to the namespaces of one',
  ]);
  expect(mistakes([{ name: 'all' }, { name: 'away', namespaces: ['agents'], to: ['archive'] }])).toEqual([
    'must have a route to elasticsearch for its namespace "agents", got the route away, which goes to archive; add "agents" to the namespaces of one',
  ]);
});

test('its lines must be read', () => {
  expect(mistakes([{ name: 'all' }], ['ag*'])).toEqual([
    'must be read, got the container canary in "agents", which exclude.namespaces leaves out (ag*); narrow that',
  ]);
});
