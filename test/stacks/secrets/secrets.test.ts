import { createHash, createPrivateKey, createPublicKey, pbkdf2Sync, X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';

import type { SecretSpec, TlsSecret } from '../../../constructs/core';
import {
  authorityId,
  type KeyPair,
  newValue,
  newValues,
  secretData,
  secretType,
  type ValueSpec,
  valuesOf,
} from '../../../stacks/secrets';

const tls: TlsSecret = {
  kind: 'tls',
  name: 'elasticsearch-http-tls',
  namespace: 'logging',
  description: 'certificate of the HTTP layer',
  authority: 'http',
  dnsNames: ['elasticsearch.logging.svc', 'localhost'],
};
const transport: TlsSecret = { ...tls, name: 'elasticsearch-transport-tls', authority: 'transport' };
const credentials: SecretSpec = {
  kind: 'credentials',
  name: 'fluentd-elasticsearch',
  namespace: 'logging-agents',
  description: 'user that writes logs',
  username: 'fluentd',
};
const token: SecretSpec = {
  kind: 'service-token',
  name: 'kibana-elasticsearch',
  namespace: 'logging',
  description: 'service token',
  token: { account: 'elastic/kibana', tokenName: 'kibana' },
};
const keys: SecretSpec = {
  kind: 'keys',
  name: 'kibana-keys',
  namespace: 'logging',
  description: 'encryption keys',
  keys: ['security', 'reporting'],
};
const fileRealm: SecretSpec = {
  kind: 'file-realm',
  name: 'elasticsearch-file-realm',
  namespace: 'logging',
  description: 'users',
  users: [
    { username: 'fluentd', roles: ['writer'] },
    { username: 'elastic', roles: ['superuser'] },
    { username: 'auditor', roles: ['superuser', 'writer'] },
  ],
  serviceTokens: [token.token],
};

/** What Elasticsearch does with a hash of its files: take it apart and derive it again from what the client sent. */
function matches(hash: string, secret: string): boolean {
  const [, rounds, salt, derived] = /^\{PBKDF2_STRETCH\}(\d+)\$(.+)\$(.+)$/.exec(hash) ?? [];
  const stretched = createHash('sha512').update(secret, 'utf8').digest('hex');
  return (
    pbkdf2Sync(stretched, Buffer.from(salt ?? '', 'base64'), Number(rounds), 32, 'sha512').toString('base64') ===
    derived
  );
}

test('a certificate is valid for its names and signed by its authority, whose key stays out of the Secret', async () => {
  const data = secretData(tls, await newValues([tls]));
  const [certificate, authority] = [
    new X509Certificate(data['tls.crt'] ?? ''),
    new X509Certificate(data['ca.crt'] ?? ''),
  ];

  expect(Object.keys(data)).toEqual(['tls.crt', 'tls.key', 'ca.crt']);
  expect(certificate.subjectAltName).toBe('DNS:elasticsearch.logging.svc, DNS:localhost');
  expect(certificate.verify(authority.publicKey)).toBe(true);
  expect(certificate.checkIssued(authority)).toBe(true);
  expect(certificate.ca).toBe(false);
  expect(authority.ca).toBe(true);
  const key = createPublicKey(createPrivateKey(data['tls.key'] ?? ''));
  expect(key.export({ type: 'spki', format: 'pem' })).toBe(
    certificate.publicKey.export({ type: 'spki', format: 'pem' }),
  );
});

test('both places of an authority are trusted, whichever signs', async () => {
  const values = await newValues([tls]);
  const spec = valuesOf(tls).find(({ kind }) => kind === 'certificate') as ValueSpec;
  const second = values[authorityId('http', 'second')] as KeyPair;
  const data = secretData(tls, { ...values, [spec.id]: await newValue(spec, second) });

  const trusted = (data['ca.crt'] ?? '').match(/-----BEGIN[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  const signers = trusted.map((pem) =>
    new X509Certificate(data['tls.crt'] ?? '').verify(new X509Certificate(pem).publicKey),
  );
  expect(signers).toEqual([false, true]);
  expect(authorityId('http')).toBe('authority/http');
  expect(authorityId('http', 'second')).toBe('authority/http/second');
});

test('serial numbers are positive: the first bit of a serial number is its sign', async () => {
  for (let i = 0; i < 20; i++) {
    const values = await newValues([tls]);
    expect(new X509Certificate(secretData(tls, values)['tls.crt'] ?? '').serialNumber).toMatch(/^[0-7]/);
  }
});

test('the transport layer does not trust certificates of the HTTP authority', async () => {
  const values = await newValues([tls, transport]);
  const client = new X509Certificate(secretData(tls, values)['tls.crt'] ?? '');
  const transportAuthority = new X509Certificate(secretData(transport, values)['ca.crt'] ?? '');

  expect(client.verify(transportAuthority.publicKey)).toBe(false);
});

test('a password stands in clear with its client and as a hash, that fits, with the server', async () => {
  const values = await newValues([credentials, fileRealm]);
  const { username, password } = secretData(credentials, values);
  const users = Object.fromEntries(
    (secretData(fileRealm, values).users ?? '')
      .trim()
      .split('\n')
      .map((line) => line.split(/:(.*)/)),
  );

  expect(username).toBe('fluentd');
  expect(password).toMatch(/^[A-Za-z0-9]{43}$/);
  expect(matches(users.fluentd ?? '', password ?? '')).toBe(true);
  expect(matches(users.elastic ?? '', password ?? '')).toBe(false);
  expect(JSON.stringify(secretData(fileRealm, values))).not.toContain(password);
});

test('the files of the realm are sorted, so that the order in the code does not roll anything', async () => {
  const data = secretData(fileRealm, await newValues([fileRealm]));

  expect(data.users_roles).toBe('superuser:auditor,elastic\nwriter:auditor,fluentd\n');
  expect((data.users ?? '').split('\n').map((line) => line.split(':')[0])).toEqual([
    'auditor',
    'elastic',
    'fluentd',
    '',
  ]);
});

test('a bearer token names its account and holds the secret of the hash', async () => {
  const values = await newValues([token, fileRealm]);
  const bearer = Buffer.from(secretData(token, values).token ?? '', 'base64');
  const [account, secret] = bearer.subarray(4).toString().split(':');
  const [id, hash] = (secretData(fileRealm, values).service_tokens ?? '').trim().split(/:(.*)/);

  expect([...bearer.subarray(0, 4)]).toEqual([0, 1, 0, 1]);
  expect(account).toBe('elastic/kibana/kibana');
  expect(id).toBe('elastic/kibana/kibana');
  expect(matches(hash ?? '', secret ?? '')).toBe(true);
});

test('every key of a keys Secret has a value of its own, long enough for Kibana (32 characters)', async () => {
  const data = secretData(keys, await newValues([keys]));

  expect(Object.keys(data)).toEqual(['security', 'reporting']);
  expect(new Set(Object.values(data)).size).toBe(2);
  for (const value of Object.values(data)) expect(value).toMatch(/^[A-Za-z0-9]{64}$/);
});

test('two deployments make different values', async () => {
  const [one, two] = [await newValues([credentials]), await newValues([credentials])];

  expect(secretData(credentials, one).password).not.toBe(secretData(credentials, two).password);
});

test('kept values give the same content again', async () => {
  const values = await newValues([fileRealm]);

  expect(secretData(fileRealm, values)).toEqual(secretData(fileRealm, values));
});

test('fails when a certificate is made without its authority', async () => {
  const certificate = valuesOf(tls).find(({ kind }) => kind === 'certificate');
  await expect(newValue(certificate as NonNullable<typeof certificate>)).rejects.toThrow(
    'the certificate certificate/logging/elasticsearch-http-tls needs the authority http',
  );
});

test('only certificates have a type of their own', () => {
  expect([tls, credentials, token, keys, fileRealm].map(secretType)).toEqual([
    'kubernetes.io/tls',
    ...Array(4).fill('Opaque'),
  ]);
});

test('Secrets of several namespaces can hold the same keys', async () => {
  const spec = (namespace: string) =>
    ({ kind: 'keys', name: 'shared', namespace, description: 'x', keys: ['key'], sharedAs: 'ours' }) as const;
  const values = await newValues([spec('a'), spec('b')]);
  expect(Object.keys(values)).toEqual(['key/shared/ours']);
  expect(secretData(spec('a'), values)).toEqual(secretData(spec('b'), values));
});
