import { Chart, Testing } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { expect, test } from 'vitest';

import type { AuthorityReference } from '../../../constructs';
import { PropsError } from '../../../constructs/core';
import { Kibana, type KibanaExistingSecrets } from '../../../constructs/kibana';

/** A Kibana for an Elasticsearch of others, as reviewers read it. */
function kibana(existingSecrets: KibanaExistingSecrets, authority?: AuthorityReference) {
  const chart = new Chart(Testing.app(), 'search', { namespace: 'search', disableResourceNameHashes: true });
  const elasticsearch = { url: 'https://search.example.com:9200', majorVersion: 9, authority };
  const { secrets } = new Kibana(chart, 'kibana', { elasticsearch, existingSecrets });
  const objects = Testing.synth(chart);
  const { spec } = objects.find(({ kind }) => kind === 'Deployment').spec.template;
  return {
    toMake: secrets.map(({ name, description }) => `${name}: ${description}`),
    env: Object.fromEntries(
      spec.containers[0].env.map(({ name, value, valueFrom }: k8s.EnvVar) => [name, valueFrom?.secretKeyRef ?? value]),
    ),
    tls: spec.volumes.find(({ name }: { name: string }) => name === 'tls'),
    settings: objects.find(({ kind }) => kind === 'ConfigMap').data['kibana.yml'] as string,
  };
}

const TOKEN = 'kibana-service-token: Token with which kibana signs in to Elasticsearch';
const KEYS =
  'kibana-encryption-keys: Keys with which kibana encrypts sessions, saved objects and reports; a lost key cannot be replaced';
const TLS = 'kibana-tls: Certificate of kibana, and the authority of Elasticsearch';

test('each of them that exists is not to be made', () => {
  const secretName = 'theirs';
  expect(kibana({}).toMake).toEqual([TOKEN, KEYS, TLS]);
  expect(kibana({ serviceToken: { secretName } }).toMake).toEqual([KEYS, TLS]);
  expect(kibana({ encryptionKeys: { secretName } }).toMake).toEqual([TOKEN, TLS]);
  expect(kibana({ tls: { secretName } }).toMake).toEqual([TOKEN, KEYS]);
});

test('the token and the keys are read under the names that they have', () => {
  const { env } = kibana({
    serviceToken: { secretName: 'account', keys: { token: 'value' } },
    encryptionKeys: { secretName: 'keys', keys: { 'xpack.reporting.encryptionKey': 'reports' } },
  });
  expect(env).toEqual({
    EFK_SERVICE_TOKEN: { name: 'account', key: 'value' },
    EFK_SECURITY_KEY: { name: 'keys', key: 'xpack.security.encryptionKey' },
    EFK_SAVED_OBJECTS_KEY: { name: 'keys', key: 'xpack.encryptedSavedObjects.encryptionKey' },
    EFK_REPORTING_KEY: { name: 'keys', key: 'reports' },
    NODE_OPTIONS: '--max-old-space-size=1536',
  });
});

test('a certificate of its own, and the authority from a ConfigMap', () => {
  const { tls, settings, toMake } = kibana(
    { tls: { secretName: 'kibana-cert' } },
    { configMapName: 'authorities', keys: { 'ca.crt': 'bundle.pem' } },
  );
  expect(tls).toEqual({
    name: 'tls',
    projected: {
      sources: [
        {
          secret: {
            name: 'kibana-cert',
            items: [
              { key: 'tls.crt', path: 'tls.crt' },
              { key: 'tls.key', path: 'tls.key' },
            ],
          },
        },
        { configMap: { name: 'authorities', items: [{ key: 'bundle.pem', path: 'ca.crt' }] } },
      ],
    },
  });
  expect(settings).toContain('elasticsearch.ssl.certificateAuthorities:\n  - /usr/share/kibana/config/tls/ca.crt\n');
  expect(toMake).toEqual([TOKEN, KEYS]);
});

test('a public authority is not mounted, and still verified', () => {
  const { tls, settings, toMake } = kibana({}, 'public');
  expect(JSON.stringify(tls)).not.toContain('ca.crt');
  expect(settings).not.toContain('certificateAuthorities');
  expect(settings).toContain('elasticsearch.ssl.verificationMode: full\n');
  expect(toMake).toEqual([TOKEN, KEYS, 'kibana-tls: Certificate of kibana']);
});

test('fails with every name that cannot be', () => {
  const secretName = 'a b';
  expect(() => kibana({ serviceToken: { secretName }, encryptionKeys: { secretName }, tls: { secretName } })).toThrow(
    new PropsError(
      { node: { path: 'search/kibana' } } as never,
      ['serviceToken', 'encryptionKeys', 'tls'].map(
        (prop) =>
          `existingSecrets.${prop}.secretName must be the name of a Secret (a-z, 0-9, - and ., at most 253 characters), got "a b"; correct it`,
      ),
    ),
  );
});
