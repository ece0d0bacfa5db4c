import fc from 'fast-check';
import { expect, test } from 'vitest';

import { dataStreamFields, dataStreamName, dataStreamPattern, isDataset } from '../../../constructs/core';

const dataset = fc.stringMatching(/^[a-z][a-z0-9_.]{0,99}$/);

test("names a route's data stream by Elastic's three fields", () => {
  expect(dataStreamFields('payments')).toEqual({ type: 'logs', dataset: 'payments', namespace: 'default' });
  expect(dataStreamName('payments')).toBe('logs-payments-default');
  expect(dataStreamPattern('payments')).toBe('logs-payments-*');
});

test('the fields can be read back from the name', () => {
  fc.assert(
    fc.property(dataset, (route) => {
      const [type, name, namespace, ...rest] = dataStreamName(route).split('-');
      expect({ type, dataset: name, namespace }).toEqual(dataStreamFields(route));
      expect(rest).toEqual([]);
    }),
  );
});

test('the pattern of a route matches its data stream and that of no other route', () => {
  fc.assert(
    fc.property(dataset, dataset, (route, other) => {
      const prefix = dataStreamPattern(route).slice(0, -1);
      expect(dataStreamName(other).startsWith(prefix)).toBe(route === other);
    }),
  );
});

test.each(['kubernetes', 'a', 'nginx.access', 'tenant_7', 'a'.repeat(100)])('%j is a dataset', (name) => {
  expect(isDataset(name)).toBe(true);
});

test.each(['', 'team-a', 'Payments', '7up', '_all', '.hidden', 'a b', 'a*', 'a,b', 'é', 'a\n', 'a'.repeat(101)])(
  '%j is not a dataset',
  (name) => {
    expect(isDataset(name)).toBe(false);
  },
);
