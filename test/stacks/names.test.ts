import { App } from 'cdk8s';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

import { dataStreamName } from '../../constructs/core';
import type { IProvisioned, ProvisionedKind } from '../../constructs/lifecycle';
import { defineEnvironment, type EnvironmentInput } from '../../environments';
import { production } from '../../environments/production';
import { defineStacks } from '../../stacks';
import { bodyMistakes } from '../api/schema';

const snapshots = { endpoint: 'https://s3.example.com', bucket: 'example-logs', secretName: 'snapshot-keys' };

/** Production with snapshots of audit logs, and the given routes. */
function environmentWith(routes: EnvironmentInput['routes']) {
  const { standard, audit } = production.retention;
  if (!standard || !audit) throw new Error('production has lost a retention class');
  return defineEnvironment({
    ...production,
    retention: { standard, audit: { ...audit, snapshotRetention: '2555d' } },
    snapshots,
    routes,
  });
}

function render(routes: EnvironmentInput['routes']) {
  const { charts } = defineStacks(new App(), environmentWith(routes));
  const requests = charts
    .flatMap((chart) => chart.node.findAll())
    .filter((construct): construct is IProvisioned & typeof construct => 'request' in construct)
    .map(({ request }) => request);
  const bodies = (kind: ProvisionedKind) =>
    requests.filter((request) => request.kind === kind).map(({ name, body }) => ({ name, ...JSON.parse(body) }));
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into objects of every kind
  const objects: any[] = charts.flatMap((chart) => chart.toJson());
  const roles = parse(objects.find(({ metadata }) => metadata.name === 'elasticsearch-roles').data['roles.yml']);
  const pipeline: string = objects.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === 'fluentd')
    .data['fluent.conf'];
  return { requests, bodies, roles, pipeline };
}

/** Whether a name fits a pattern that ends with an asterisk. */
function matches(pattern: string, name: string): boolean {
  return name.startsWith(pattern.slice(0, -1));
}

const anyRoutes: fc.Arbitrary<EnvironmentInput['routes']> = fc
  .uniqueArray(fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/), { minLength: 1, maxLength: 6 })
  .map((names) => [
    { name: 'kubernetes', retention: 'standard' },
    { name: 'always_audited', namespaces: ['vault'], retention: 'audit' },
    ...names
      .filter((name) => name !== 'kubernetes' && name !== 'always_audited')
      .map((name, i) => ({ name, namespaces: [`team-${i}`], retention: i % 2 ? 'audit' : 'standard' })),
  ]);

test('a route, its data stream, template, policy, snapshots and the role of its writer agree, whatever the routes', () => {
  fc.assert(
    fc.property(anyRoutes, (routes) => {
      const { requests, bodies, roles, pipeline } = render(routes);
      const policies = bodies('lifecycle policy').map(({ name }) => name);
      for (const { name: route, retention } of routes) {
        const dataStream = dataStreamName(route);
        const templates = bodies('index template').filter(({ index_patterns }) =>
          index_patterns.some((pattern: string) => matches(pattern, dataStream)),
        );
        expect(templates.map(({ name }) => name)).toEqual([`logs-${retention}`]);

        const policy = templates[0].template.settings['index.lifecycle.name'];
        expect(policies).toContain(policy);
        expect(policy).toBe(`logs-${retention}`);

        const [managed] = roles.log_provisioner.indices;
        expect(managed.names.filter((pattern: string) => matches(pattern, dataStream))).toHaveLength(1);
        expect(roles.log_writer.indices[0].names.filter((name: string) => name === dataStream)).toHaveLength(1);
        expect(requests.filter(({ dataStreams }) => dataStreams?.includes(dataStream))).toMatchObject([
          { kind: 'index template', name: `logs-${retention}` },
        ]);
        expect(pipeline).toContain(`<route ${route}>\n`);

        const inSnapshots = bodies('snapshot policy').filter(({ config }) => config.indices.includes(dataStream));
        expect(inSnapshots).toHaveLength(retention === 'audit' ? 1 : 0);
      }
    }),
    { numRuns: 15 },
  );
});

test('what names something else names what is there, and is applied after it', () => {
  const { requests, bodies, roles } = render(production.routes);
  const [repository] = bodies('snapshot repository');
  const [snapshotPolicy] = bodies('snapshot policy');
  const audit = bodies('lifecycle policy').find(({ name }) => name === 'logs-audit');

  expect(repository).toMatchObject({ type: 's3', settings: { bucket: 'example-logs' } });
  expect(snapshotPolicy.repository).toBe(repository.name);
  expect(audit.policy.phases.delete.actions.wait_for_snapshot.policy).toBe('logs-audit');
  expect(requests[0]?.kind).toBe('snapshot repository');
  expect(roles.log_provisioner.cluster).toContain('manage_slm');
  for (const { path, body } of requests) {
    const known = bodyMistakes('PUT', path, JSON.parse(body)).filter(
      (line) => line !== '.retention.max_count: is required',
    );
    expect(known).toEqual([]);
  }
});
