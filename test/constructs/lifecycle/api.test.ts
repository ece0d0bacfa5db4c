import { App } from 'cdk8s';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type IProvisioned, snapshotPolicyBody, templateBody } from '../../../constructs/lifecycle';
import { environmentNamed, environmentNames } from '../../../environments';
import { defineStacks } from '../../../stacks';
import { bodyMistakes } from '../../api/schema';

/** The schema requires what Elasticsearch takes as absent: `SnapshotRetentionConfiguration` has three optional fields. */
const STRICTER_THAN_ELASTICSEARCH = '.retention.max_count: is required';

test('Elasticsearch knows every key of any index template', () => {
  const anyTemplate = fc.record({
    templateName: fc.constant('any'),
    routes: fc.constant(['kubernetes']),
    componentTemplates: fc.constantFrom([], ['team-fields']),
    indexMode: fc.constantFrom('logsdb' as const, 'standard' as const),
    failureStore: fc.boolean(),
  });
  const anyLifecycle = fc.constantFrom({ policyName: 'standard' }, { dataRetention: '30d' as const });
  fc.assert(
    fc.property(anyTemplate, anyLifecycle, (template, lifecycle) => {
      const body = templateBody({ ...template, ...lifecycle });
      expect(bodyMistakes('PUT', '/_index_template/any', body)).toEqual([]);
    }),
  );
});

test('Elasticsearch knows every key of a snapshot policy', () => {
  const body = snapshotPolicyBody({ policyName: 'a', repositoryName: 'b', routes: ['c'], expireAfter: '1d' });
  expect(bodyMistakes('PUT', '/_slm/policy/a', body)).toEqual([STRICTER_THAN_ELASTICSEARCH]);
});

test.each(environmentNames)('Elasticsearch knows every key of every body of %s', (name) => {
  const { charts } = defineStacks(new App(), environmentNamed(name));
  const provisioned = charts.flatMap((chart) => chart.node.findAll()).filter((construct) => 'request' in construct);

  expect(provisioned.length).toBeGreaterThan(1);
  for (const { request } of provisioned as IProvisioned[]) {
    expect(bodyMistakes('PUT', request.path, JSON.parse(request.body)), request.path).toEqual([]);
  }
});
