import { Chart, Testing } from 'cdk8s';
import { expect, test } from 'vitest';

import type { AuthorityReference } from '../../../constructs';
import { CONFIG_HASH_ANNOTATION, PropsError } from '../../../constructs/core';
import { Fluentd, type FluentdExistingSecrets } from '../../../constructs/fluentd';
import { parse, walk } from '../../../constructs/fluentd/conf';

/** A Fluentd for an Elasticsearch of others, as reviewers read it. */
function fluentd(existingSecrets: FluentdExistingSecrets, authority?: AuthorityReference) {
  const chart = new Chart(Testing.app(), 'agents', { namespace: 'agents', disableResourceNameHashes: true });
  const elasticsearch = { url: 'https://logs-es-http.elastic.svc:9200', majorVersion: 9, authority };
  const routes = [{ name: 'cluster' }];
  const { secrets } = new Fluentd(chart, 'fluentd', { elasticsearch, routes, existingSecrets });
  const objects = Testing.synth(chart);
  const { metadata, spec } = objects.find(({ kind }) => kind === 'DaemonSet').spec.template;
  const conf: string = objects.find(({ kind }) => kind === 'ConfigMap').data['fluent.conf'];
  return {
    toMake: secrets.map(({ name, description }) => `${name}: ${description}`),
    env: spec.containers[0].env.filter(({ name }: { name: string }) => name.startsWith('ELASTICSEARCH')),
    tls: spec.volumes.find(({ name }: { name: string }) => name === 'tls'),
    connection: connection(conf),
    hash: metadata.annotations[CONFIG_HASH_ANNOTATION],
  };
}

/** How the output reaches Elasticsearch. */
function connection(conf: string) {
  const outputs = [...walk(parse(conf))].map(({ directive }) => directive);
  const { api_key, user, password, ca_file } = outputs.find(({ params }) => params.url)?.params ?? {};
  return { api_key, user, password, ca_file };
}

const fromSecret = (env: string, name: string, key: string) => ({
  name: env,
  valueFrom: { secretKeyRef: { name, key } },
});

test('none: both are to be made', () => {
  expect(fluentd({})).toMatchObject({
    toMake: [
      'fluentd-credentials: User with which fluentd writes logs',
      'fluentd-tls: Certificate of the metrics of fluentd, and the authority of Elasticsearch',
    ],
    tls: { secret: { secretName: 'fluentd-tls' } },
  });
});

test('a user and a certificate: nothing is to be made', () => {
  const { toMake, env, tls } = fluentd({ credentials: { secretName: 'writer' }, tls: { secretName: 'metrics' } });
  expect(toMake).toEqual([]);
  expect(env).toEqual([
    fromSecret('ELASTICSEARCH_USERNAME', 'writer', 'username'),
    fromSecret('ELASTICSEARCH_PASSWORD', 'writer', 'password'),
  ]);
  expect(tls).toEqual({ name: 'tls', secret: { secretName: 'metrics' } });
});

test('the superuser of ECK, whose Secret holds only a password, and its authority, which is in another Secret', () => {
  const { toMake, env, tls } = fluentd(
    { credentials: { secretName: 'logs-es-elastic-user', username: 'elastic', keys: { password: 'elastic' } } },
    { secretName: 'logs-es-http-certs-public' },
  );
  expect(toMake).toEqual(['fluentd-tls: Certificate of the metrics of fluentd']);
  expect(env).toEqual([
    { name: 'ELASTICSEARCH_USERNAME', value: 'elastic' },
    fromSecret('ELASTICSEARCH_PASSWORD', 'logs-es-elastic-user', 'elastic'),
  ]);
  expect(tls.projected.sources).toEqual([
    {
      secret: {
        name: 'fluentd-tls',
        items: [
          { key: 'tls.crt', path: 'tls.crt' },
          { key: 'tls.key', path: 'tls.key' },
        ],
      },
    },
    { secret: { name: 'logs-es-http-certs-public', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
  ]);
});

test('an API key, for a public authority: neither a user nor ca.crt', () => {
  const { toMake, env, connection } = fluentd(
    { apiKey: { secretName: 'elastic-cloud' }, tls: { secretName: 'metrics' } },
    'public',
  );
  expect(toMake).toEqual([]);
  expect(env).toEqual([fromSecret('ELASTICSEARCH_API_KEY', 'elastic-cloud', 'api_key')]);
  expect(connection).toEqual({ api_key: { env: 'ELASTICSEARCH_API_KEY' } });
});

test('a user of a private authority', () => {
  expect(fluentd({}).connection).toEqual({
    user: { env: 'ELASTICSEARCH_USERNAME' },
    password: { env: 'ELASTICSEARCH_PASSWORD' },
    ca_file: '/fluentd/tls/ca.crt',
  });
});

test('another way to sign in restarts the pods', () => {
  expect(fluentd({ apiKey: { secretName: 'a' } }).hash).not.toBe(fluentd({}).hash);
});

test('fails with every name that cannot be', () => {
  expect(() =>
    fluentd(
      { credentials: { secretName: 'Writer' }, tls: { secretName: 'a', keys: { 'tls.key': 'a/b' } } },
      { secretName: 'x', keys: { 'ca.crt': '' } },
    ),
  ).toThrow(
    new PropsError({ node: { path: 'agents/fluentd' } } as never, [
      'elasticsearch.authority.keys.ca.crt must be a key of a Secret (letters, digits, -, _ and ., at most 253 characters), got ""; correct it',
      'existingSecrets.credentials.secretName must be the name of a Secret (a-z, 0-9, - and ., at most 253 characters), got "Writer"; correct it',
      'existingSecrets.tls.keys.tls.key must be a key of a Secret (letters, digits, -, _ and ., at most 253 characters), got "a/b"; correct it',
    ]),
  );
});
