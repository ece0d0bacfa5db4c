import { Chart, Testing } from 'cdk8s';
import { expect, test } from 'vitest';

import type { AuthorityReference, ClientCredentials } from '../../../../constructs';
import { PropsError } from '../../../../constructs/core';
import { IlmPolicy, Provisioner } from '../../../../constructs/lifecycle';

/** A provisioner of an Elasticsearch of others, as reviewers read it. */
function provisioner(existingSecrets?: ClientCredentials, authority?: AuthorityReference, url = 'https://search:9200') {
  const chart = new Chart(Testing.app(), 'search', { namespace: 'search', disableResourceNameHashes: true });
  const elasticsearch = { url, majorVersion: 9, authority };
  const objects = [new IlmPolicy(chart, 'policy', { policyName: 'month', deleteMinAge: '30d' })];
  const { secrets } = new Provisioner(chart, 'provisioner', { elasticsearch, objects, existingSecrets });
  const { metadata, spec } = Testing.synth(chart).find(({ kind }) => kind === 'Job');
  const { containers, volumes } = spec.template.spec;
  const named = (wanted: string) => volumes.find(({ name }: { name: string }) => name === wanted);
  return {
    job: metadata.name as string,
    toMake: secrets.map(({ name }) => name),
    credentials: named('credentials').secret,
    tls: named('tls'),
    mounts: containers[0].volumeMounts.map(({ name }: { name: string }) => name),
    env: Object.fromEntries(containers[0].env.map(({ name, value }: Record<string, string>) => [name, value])),
  };
}

test('none: both are to be made', () => {
  expect(provisioner()).toMatchObject({
    toMake: ['provisioner-credentials', 'provisioner-tls'],
    credentials: { secretName: 'provisioner-credentials', defaultMode: 0o440 },
    tls: { secret: { secretName: 'provisioner-tls', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
    mounts: ['program', 'objects', 'credentials', 'tls'],
  });
});

test('a user, under the keys that it has', () => {
  const { toMake, credentials, env } = provisioner({ credentials: { secretName: 'admin', keys: { password: 'pw' } } });
  expect(toMake).toEqual(['provisioner-tls']);
  expect(credentials).toEqual({
    secretName: 'admin',
    defaultMode: 0o440,
    items: [
      { key: 'username', path: 'username' },
      { key: 'pw', path: 'password' },
    ],
  });
  expect(env).not.toHaveProperty('ELASTICSEARCH_USERNAME');
});

test('the superuser of ECK, whose Secret holds only a password, and its authority', () => {
  const { toMake, credentials, tls, env } = provisioner(
    { credentials: { secretName: 'logs-es-elastic-user', username: 'elastic', keys: { password: 'elastic' } } },
    { secretName: 'logs-es-http-certs-public' },
  );
  expect(toMake).toEqual([]);
  expect(credentials.items).toEqual([{ key: 'elastic', path: 'password' }]);
  expect(env).toMatchObject({ ELASTICSEARCH_USERNAME: 'elastic', TLS: '/mnt/tls' });
  expect(tls.projected.sources).toEqual([
    { secret: { name: 'logs-es-http-certs-public', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
  ]);
});

test('an API key, for a public authority: nothing else is mounted', () => {
  const { toMake, credentials, mounts, tls, env } = provisioner({ apiKey: { secretName: 'cloud' } }, 'public');
  expect(toMake).toEqual([]);
  expect(credentials).toEqual({
    secretName: 'cloud',
    defaultMode: 0o440,
    items: [{ key: 'api_key', path: 'api_key' }],
  });
  expect(tls).toBeUndefined();
  expect(mounts).toEqual(['program', 'objects', 'credentials']);
  expect(env).not.toHaveProperty('TLS');
});

test('another Secret is another job', () => {
  const job = (secretName: string) => provisioner({ apiKey: { secretName } }).job;
  expect(new Set([provisioner().job, job('a'), job('b')]).size).toBe(3);
});

test('fails with every name that cannot be, and without TLS', () => {
  expect(() => provisioner({ apiKey: { secretName: 'a/b' } }, { configMapName: '' }, 'http://search:9200')).toThrow(
    new PropsError({ node: { path: 'search/provisioner' } } as never, [
      'elasticsearch.url must start with https://, got "http://search:9200"; clients send passwords and tokens',
      'elasticsearch.authority.configMapName must be the name of a ConfigMap (a-z, 0-9, - and ., at most 253 characters), got ""; correct it',
      'existingSecrets.apiKey.secretName must be the name of a Secret (a-z, 0-9, - and ., at most 253 characters), got "a/b"; correct it',
    ]),
  );
});
