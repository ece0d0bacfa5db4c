import { expect, test } from 'vitest';

import { defineEnvironment, type EnvironmentInput } from '../../../environments';
import { production } from '../../../environments/production';

/** What is said of production with other values, whatever their types: a line per mistake. */
function said(values: object): string {
  try {
    defineEnvironment({ ...production, ...values } as EnvironmentInput);
    return '';
  } catch (error) {
    return (error as Error).message.split('\n').slice(1).join('\n');
  }
}

test('mistakes are told where the tenant says it', () => {
  const message = said({
    fluentd: { ...production.fluentd, memory: '2Gi' },
    tenants: {
      shop: {
        namespaces: ['shop', 'billing'],
        retention: 'short',
        treatments: [{ name: 'a' }, { name: 'a', drop: [{ reason: '', where: { level: 'debug' } }] }],
        bufferSize: '1Mi',
        readers: ['alice'],
      },
      'team-a': {
        namespaces: ['team-*'],
        retention: { warmMinAge: '9d', deleteMinAge: '3d' },
        treatments: [{ name: 'b', select: { namespaces: ['team-b', 'shop'] } }],
        bufferSize: '1Gi',
      },
      'team-b': { namespaces: ['team-b-*'], retention: 'standard', bufferSize: '1Gi' },
    },
    treatments: [{ name: 'team-a-b' }, { name: 'Z' }],
  });
  expect(message).toMatchInlineSnapshot(`
    "  [production.tenants.team-a.treatments[0].select.namespaces[1]] must be within the namespaces of the tenant (team-*), got "shop"; correct it, or leave out namespaces for all of them
      [production.tenants.team-a.retention.warmMinAge] must be less than deleteMinAge (3d), got 9d; lower it or leave it out
      [production.tenants.shop.namespaces[1]] must be in one route, got "billing" as at routes[1].namespaces[1]; take it out of one
      [production.tenants.team-b.namespaces[0]] must match no namespace that tenants.team-a.namespaces[0] "team-*" matches, got "team-b-*" (both match team-b-); narrow one, or name the namespaces
      [production.tenants.shop.bufferSize] must be at least 16Mi (a chunk of 8Mi that is sent and one that fills), got "1Mi"; raise it, or leave it out to share the buffer of the others
      [production.tenants.shop.retention] must be one of the retention classes (standard, audit, team-a), got "short"; choose one, or add it to retention
      [production.tenants.shop.treatments[1].drop[0].reason] must say why in 1 to 63 characters, got ""; write a few words
      [production.treatments[1].name] must be a DNS label (a-z, 0-9 and -, first and last a letter or digit, at most 63 characters), got "Z"; rename it
      [production.tenants.shop.treatments[1].name] must be the only treatment of its name, got "shop-a" as at tenants.shop.treatments[0]; rename one
      [production.treatments[0].name] must be the only treatment of its name, got "team-a-b" as at tenants.team-a.treatments[0]; rename one
      [production.tenants.shop.treatments[1]] must select a container that none before it selects, got {"namespaces":["shop","billing"]} after tenants.shop.treatments[0]; move it before, narrow the others, or remove it
      [production.treatments[1]] must select a container that none before it selects, got {} after treatments[0]; move it before, narrow the others, or remove it"
  `);
});

test('values of a tenant that are not well formed', () => {
  expect(
    said({
      tenants: {
        Shop: { namespaces: ['shop'], retention: 'standard' },
        shop: { namespaces: [], retention: 3, readers: ['Al ice'], rate: 5 },
      },
    }),
  ).toMatchInlineSnapshot(`
    "  [production.tenants.Shop] must be named with lower-case letters, digits and dashes, starting with a letter, got "Shop"; rename it
      [production.tenants.shop.namespaces] must have at least 1 element, got none; add one
      [production.tenants.shop.retention] must be the name of a retention class or an object with the keys of one, got 3; write for example { deleteMinAge: '30d' }
      [production.tenants.shop.readers[0]] must be the name of a user (lower-case letters, digits and dashes, starting with a letter, at most 40 characters), got "Al ice"; rename it
      [production.tenants.shop.rate] must be a known key (namespaces, retention, dailyIngest, treatments, rateLimit, bufferSize, to, readers); correct the spelling or remove it"
  `);
});

test('names that are there already', () => {
  expect(
    said({
      fluentd: { ...production.fluentd, memory: '2Gi' },
      tenants: {
        payments: { namespaces: ['pay'], retention: 'standard' },
        audit: { namespaces: ['audit'], retention: { deleteMinAge: '3d' } },
      },
      readers: { payments: { routes: ['payments'] }, everybody: { routes: ['payment'], users: ['elastic'] } },
    }),
  ).toMatchInlineSnapshot(`
    "  [production.readers.payments] must not have the name of a tenant, which has readers of its own, got "payments"; rename it
      [production.tenants.audit.retention] must be the name of a class, since there is one of the name of the tenant already, got a class of its own; write "audit" or rename the tenant
      [production.tenants.payments] must be the only route of its name, got "payments" as at routes[1].name; merge them or rename one
      [production.readers.everybody.routes[0]] must be one of the routes (kubernetes, payments, identity, payments, audit), got "payment"; choose one, or add it to routes
      [production.readers.everybody.users[0]] must be another user than those of the deployment (elastic, readiness, fluentd, provisioner, watcher, grafana), got "elastic"; rename it"
  `);
});
