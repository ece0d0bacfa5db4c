import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type ComponentIdentity, labels, STACK_VERSIONS, selectorLabels } from '../../../constructs/core';

const label = fc.stringMatching(/^[a-z]([a-z-]{0,20}[a-z])?$/);
const identity: fc.Arbitrary<ComponentIdentity> = fc.record(
  { name: label, instance: label, component: label },
  { requiredKeys: ['name', 'instance'] },
);

test('selects by software, installation and part', () => {
  expect(selectorLabels({ name: 'elasticsearch', instance: 'logs', component: 'hot' })).toEqual({
    'app.kubernetes.io/name': 'elasticsearch',
    'app.kubernetes.io/instance': 'logs',
    'app.kubernetes.io/component': 'hot',
  });
});

test('selects the installation as a whole when no part is named', () => {
  expect(selectorLabels({ name: 'kibana', instance: 'logs' })).toEqual({
    'app.kubernetes.io/name': 'kibana',
    'app.kubernetes.io/instance': 'logs',
  });
});

test('adds what every object is part of and who manages it', () => {
  expect(labels({ name: 'kibana', instance: 'logs' })).toEqual({
    'app.kubernetes.io/name': 'kibana',
    'app.kubernetes.io/instance': 'logs',
    'app.kubernetes.io/part-of': 'efk',
    'app.kubernetes.io/managed-by': 'cdk8s-efk',
  });
});

test('every object is found by its selector', () => {
  fc.assert(
    fc.property(identity, (component) => {
      expect(labels(component)).toMatchObject(selectorLabels(component));
    }),
  );
});

// Selectors are immutable: a version in one would replace the workload at every upgrade.
test('neither a label nor a selector carries a version', () => {
  fc.assert(
    fc.property(identity, (component) => {
      const all = { ...labels(component), ...selectorLabels(component) };
      expect(Object.keys(all)).not.toContain('app.kubernetes.io/version');
      for (const value of Object.values(all)) {
        for (const version of STACK_VERSIONS) expect(value).not.toContain(version);
        expect(value).not.toMatch(/\d+\.\d+/);
      }
    }),
  );
});
