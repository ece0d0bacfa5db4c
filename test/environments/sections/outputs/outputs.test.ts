import { expect, test } from 'vitest';

import { placeOf } from '../../../../constructs/core';
import { defineEnvironment, type EnvironmentInput } from '../../../../environments';
import { dev } from '../../../../environments/dev';
import { output } from '../../../../environments/sections/outputs';

/** What is said of an output, a line per mistake. */
function said(value: unknown): string {
  const { error } = output.safeParse(value, { reportInput: true });
  return (error?.issues ?? []).map(({ path, message }) => `${placeOf(path)} ${message}`).join('\n');
}

/** What is said of `dev` with other values. */
function mistakes(others: object): string {
  try {
    defineEnvironment({ ...dev, ...others } as EnvironmentInput);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

const web = { name: 'web', http: { url: 'https://web.example.com' }, bufferSize: '64Mi' };

test('every kind is taken as its construct takes it', () => {
  const outputs = [
    web,
    {
      name: 'second',
      elasticsearch: {
        url: 'https://two.example.com',
        credentials: { secretName: 'two', username: 'writer', keys: { password: 'pw' } },
        authority: { configMapName: 'company-ca', keys: { 'ca.crt': 'root.pem' } },
      },
      bufferSize: '64Mi',
      whenFull: 'dropOldest',
    },
    { name: 'disk', file: { hostPath: '/data', deleteMinAge: '7d' }, bufferSize: '64Mi', whenFull: 'dropOldest' },
    { name: 'log', stdout: {} },
  ];
  const to = ['elasticsearch', 'second', 'web', 'disk', 'log'];
  const routes = [{ name: 'kubernetes', retention: 'standard', to }];
  const fluentd = { ...dev.fluentd, memory: '1Gi' as const };
  expect(mistakes({ outputs, routes, fluentd })).toBe('');
});

test('values of another form are refused, with their places', () => {
  expect(
    said({
      name: 1,
      http: { url: 2, format: 'xml', token: { secretNam: 'web' }, authority: 'none' },
      elasticsearch: { url: 'https://a', authority: { configMapName: 1 }, credentials: 'x' },
      file: { hostPath: '/data', deleteMinAge: '7 days' },
      stdout: { colour: true },
      bufferSize: 64,
      whenFull: 'drop',
    }),
  ).toMatchInlineSnapshot(`
    "name must be a text, got 1; write it in quotes
    elasticsearch.authority.configMapName must be a text, got 1; write it in quotes
    elasticsearch.credentials must be an object with the keys secretName, keys, username, got "x"; write it as { ... }
    http.url must be a text, got 2; write it in quotes
    http.format must be one of ndjson, json, got "xml"; choose one of them
    http.token.secretName must be a text, got nothing; write it in quotes
    http.token must be a known key (secretName, keys); correct the spelling or remove it
    http.authority must be 'public', or an object with secretName or configMapName, got "none"; write for example { configMapName: 'company-ca' }
    file.deleteMinAge must be a time of whole seconds, minutes, hours or days (s, m, h, d), got "7 days"; write for example 12h or 30d
    stdout must be a known key (there is none); correct the spelling or remove it
    bufferSize must be a size in Ki, Mi, Gi or Ti, got 64; write for example 512Mi or 4Gi
    whenFull must be one of wait, dropOldest, got "drop"; choose one of them"
  `);
});

test('relations between outputs, routes and the buffer are mistakes of the environment', () => {
  const routes = [{ name: 'kubernetes', retention: 'standard', to: ['elasticsearch', 'archive'] }];
  expect(mistakes({ routes, outputs: [{ ...web, bufferSize: '1Gi' }] })).toMatchInlineSnapshot(`
    "environment 'dev' is not valid (3 mistakes):
      [dev.outputs[0].name] must be in to of a route (at least 1), got "web" in none; add it to a route, or remove the output
      [dev.routes[0].to[1]] must be one of the outputs (elasticsearch, web), got "archive"; choose one, or add it to outputs
      [dev.fluentd] bufferSize must be at least 24Mi (a chunk of 8Mi for each of 2 threads and one that fills) besides the 1 part of routes and outputs, got 1Gi; raise it"
  `);
});

test('logs of a tenant go where it says', () => {
  const tenant = { namespaces: ['shop'], retention: 'standard', to: ['web'] };
  const environment = defineEnvironment({ ...dev, outputs: [web], tenants: { shop: tenant } } as EnvironmentInput);
  expect(environment.routes.at(-1)).toEqual({ name: 'shop', namespaces: ['shop'], retention: 'standard', to: ['web'] });
});
