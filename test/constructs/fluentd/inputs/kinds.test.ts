import { expect, test } from 'vitest';

import { INPUT_KIND_NAMES, kindOf, kindsOf, tiersOf } from '../../../../constructs/fluentd/inputs/kinds';

const common = { name: 'made-up', route: 'nodes' };

test('the kind of an input is the one whose options it has', () => {
  expect(kindOf({ ...common, sample: { perSecond: 5 } })).toMatchObject({ name: 'sample', options: { perSecond: 5 } });
  expect(kindsOf({ ...common, sample: {} })).toEqual(['sample']);
});

test('an input without a kind has none, and can run nowhere', () => {
  expect(kindOf(common)).toBeUndefined();
  expect(tiersOf(common)).toEqual([]);
  expect(tiersOf({ ...common, sample: {} })).toEqual(['node', 'aggregator']);
});

test('all kinds are known by name', () => {
  expect(INPUT_KIND_NAMES).toContain('sample');
});
