import { App } from 'cdk8s';
import { expect, test } from 'vitest';

import { defineEnvironment } from '../../environments';
import { production } from '../../environments/production';
import { defineStacks } from '../../stacks';

test('a tenant has a role that reads its data stream, and its readers have a password each', () => {
  const environment = defineEnvironment({
    ...production,
    fluentd: { ...production.fluentd, memory: '2Gi' },
    tenants: {
      shop: { namespaces: ['shop'], retention: 'standard', readers: ['alice', 'bob'] },
      'team-a': { namespaces: ['team-a'], retention: { deleteMinAge: '3d' }, readers: ['alice'] },
    },
  });
  const { charts, secrets } = defineStacks(new App(), environment);
  const objects = charts.flatMap((chart) => chart.toJson()) as { data?: Record<string, string> }[];
  const roles = objects.flatMap(({ data }) => data?.['roles.yml'] ?? []);
  expect(roles).toEqual([
    expect.stringContaining(`team-a-reader:
  indices:
    - names:
        - logs-team_a-default
      privileges:
        - read
        - view_index_metadata
`),
  ]);
  expect(secrets.filter(({ name }) => name.startsWith('reader-'))).toEqual([
    {
      kind: 'credentials',
      name: 'reader-alice',
      namespace: 'logging',
      description: 'User that reads logs (shop-reader, team-a-reader)',
      username: 'alice',
    },
    {
      kind: 'credentials',
      name: 'reader-bob',
      namespace: 'logging',
      description: 'User that reads logs (shop-reader)',
      username: 'bob',
    },
  ]);
  const realm = secrets.find(({ kind }) => kind === 'file-realm');
  expect(realm?.kind === 'file-realm' && realm.users.slice(-2)).toEqual([
    { username: 'alice', roles: ['shop-reader', 'team-a-reader'] },
    { username: 'bob', roles: ['shop-reader'] },
  ]);
});
