import fc from 'fast-check';
import { expect, test } from 'vitest';

import { defineEnvironment, type EnvironmentInput, type TenantInput } from '../../../environments';
import { production } from '../../../environments/production';
import { expandTenants, tenantRoute } from '../../../environments/tenants';

const base = { ...production, fluentd: { ...production.fluentd, memory: '4Gi' as const } };

test('a tenant is a route, treatments, a class, a buffer and readers', () => {
  const environment: EnvironmentInput = {
    ...base,
    treatments: [{ name: 'nginx', select: { containers: ['nginx'] } }],
    tenants: {
      'team-a': {
        namespaces: ['team-a', 'team-a-*'],
        retention: { deleteMinAge: '7d' },
        dailyIngest: '1Gi',
        treatments: [{ name: 'web', select: { containers: ['web'] } }, { name: 'rest' }],
        bufferSize: '1Gi',
        readers: ['alice'],
      },
      shop: { namespaces: ['shop'], retention: 'standard' },
    },
  };
  const byHand: EnvironmentInput = {
    ...base,
    retention: { ...base.retention, 'team-a': { deleteMinAge: '7d' } },
    routes: [
      ...base.routes,
      {
        name: 'team_a',
        namespaces: ['team-a', 'team-a-*'],
        retention: 'team-a',
        dailyIngest: '1Gi',
        bufferSize: '1Gi',
      },
      // Half of what is left of 20Gi.
      { name: 'shop', namespaces: ['shop'], retention: 'standard', bufferSize: '9728Mi' },
    ],
    treatments: [
      { name: 'team-a-web', select: { namespaces: ['team-a', 'team-a-*'], containers: ['web'] } },
      { name: 'team-a-rest', select: { namespaces: ['team-a', 'team-a-*'] } },
      { name: 'nginx', select: { containers: ['nginx'] } },
    ],
    readers: { 'team-a': { routes: ['team_a'], users: ['alice'] }, shop: { routes: ['shop'] } },
  };
  expect(base.fluentd.bufferSize).toBe('20Gi');
  expect(defineEnvironment(environment)).toEqual(defineEnvironment(byHand));
});

test('a limit is that of every treatment that has none, and of all other containers', () => {
  const rateLimit = { lines: 1_000 };
  const tenants = (treatments: TenantInput['treatments']): EnvironmentInput => ({
    ...base,
    tenants: { shop: { namespaces: ['shop'], retention: 'standard', rateLimit, treatments } },
  });
  const web = { name: 'web', select: { containers: ['web'] } };
  const select = { namespaces: ['shop'] };
  expect(defineEnvironment(tenants([web])).treatments).toEqual([
    { name: 'shop-web', select: { ...select, containers: ['web'] }, rateLimit },
    { name: 'shop-others', select, rateLimit },
  ]);
  const own = { name: 'all', rateLimit: { lines: 5 } };
  expect(defineEnvironment(tenants([own])).treatments).toEqual([{ name: 'shop-all', select, rateLimit: { lines: 5 } }]);
  expect(() => defineEnvironment(tenants([{ ...web, name: 'others' }]))).toThrow('tenants.shop.rateLimit');
});

test('without tenants an environment is itself', () => {
  const { environment, origin } = expandTenants(base);
  expect(environment).toBe(base);
  expect(origin(['routes', 3, 'name'])).toEqual(['routes', 3, 'name']);
});

const name = fc.stringMatching(/^[a-z]([-a-z0-9]{0,6}[a-z0-9])?$/);
const tenants = fc.uniqueArray(
  fc.record({
    name,
    hasClass: fc.boolean(),
    dailyIngest: fc.constantFrom(undefined, '1Mi' as const),
    treatments: fc.uniqueArray(name, { maxLength: 3 }),
    bufferSize: fc.constantFrom('16Mi' as const, '1Gi' as const),
    users: fc.uniqueArray(name, { maxLength: 2 }),
  }),
  { selector: ({ name }) => name, maxLength: 6 },
);

test('any tenants are what one would write by hand', () => {
  fc.assert(
    fc.property(tenants, (values) => {
      // Not the names of classes and routes that there are.
      const all = values.map((value) => ({ ...value, name: `t-${value.name}` }));
      const input: EnvironmentInput = {
        ...base,
        tenants: Object.fromEntries(
          all.map((value): [string, TenantInput] => [
            value.name,
            {
              namespaces: [`${value.name}-*`.slice(0, 60), value.name].slice(1),
              retention: value.hasClass ? { deleteMinAge: '3d' } : 'standard',
              dailyIngest: value.dailyIngest,
              treatments: value.treatments.map((each) => ({ name: each, select: { containers: [each] } })),
              bufferSize: value.bufferSize,
              readers: value.users,
            },
          ]),
        ),
      };
      const byHand: EnvironmentInput = {
        ...base,
        retention: {
          ...base.retention,
          ...Object.fromEntries(
            all.filter(({ hasClass }) => hasClass).map((value) => [value.name, { deleteMinAge: '3d' }] as const),
          ),
        },
        routes: [
          ...base.routes,
          ...all.map((value) => ({
            name: tenantRoute(value.name),
            namespaces: [value.name],
            retention: value.hasClass ? value.name : 'standard',
            ...(value.dailyIngest && { dailyIngest: value.dailyIngest }),
            bufferSize: value.bufferSize,
          })),
        ],
        ...(all.some(({ treatments }) => treatments.length > 0) && {
          treatments: all.flatMap((value) =>
            value.treatments.map((each) => ({
              name: `${value.name}-${each}`,
              select: { namespaces: [value.name], containers: [each] },
            })),
          ),
        }),
        readers: Object.fromEntries(
          all.map((value) => [value.name, { routes: [tenantRoute(value.name)], users: value.users }]),
        ),
      };
      expect(defineEnvironment(input)).toEqual(defineEnvironment(byHand));
    }),
    { numRuns: 50 },
  );
});
