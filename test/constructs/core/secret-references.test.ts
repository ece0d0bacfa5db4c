import { expect, test } from 'vitest';

import {
  authoritySource,
  certificateMistakes,
  credentialMistakes,
  endpointMistakes,
  keyFiles,
  referenceMistakes,
  secretVariable,
  tlsVolume,
} from '../../../constructs/core';

const certificate = { secretName: 'their-certificate' };

test('a variable takes the value of the key, under the name that it has there', () => {
  const user = { secretName: 'logs-es-elastic-user', keys: { password: 'elastic' } };
  expect(secretVariable('PASSWORD', user, 'password')).toEqual({
    name: 'PASSWORD',
    valueFrom: { secretKeyRef: { name: 'logs-es-elastic-user', key: 'elastic' } },
  });
  expect(secretVariable<'username' | 'password'>('USERNAME', user, 'username').valueFrom?.secretKeyRef?.key).toBe(
    'username',
  );
});

test('files have the names that the keys have by default', () => {
  expect(keyFiles<'a' | 'b'>({ keys: { b: 'other' } }, ['a', 'b'])).toEqual([
    { key: 'a', path: 'a' },
    { key: 'other', path: 'b' },
  ]);
});

test('an authority is in a Secret or in a ConfigMap', () => {
  expect(authoritySource({ secretName: 'logs-es-http-certs-public' })).toEqual({
    secret: { name: 'logs-es-http-certs-public', items: [{ key: 'ca.crt', path: 'ca.crt' }] },
  });
  expect(authoritySource({ configMapName: 'authorities', keys: { 'ca.crt': 'bundle.pem' } })).toEqual({
    configMap: { name: 'authorities', items: [{ key: 'bundle.pem', path: 'ca.crt' }] },
  });
});

test('the volume of a certificate is its Secret, whole if its keys have the names of the files', () => {
  expect(tlsVolume(certificate)).toEqual({ name: 'tls', secret: { secretName: 'their-certificate' } });
  expect(tlsVolume({ ...certificate, keys: { 'tls.crt': 'cert.pem' } })).toEqual({
    name: 'tls',
    secret: {
      secretName: 'their-certificate',
      items: [
        { key: 'cert.pem', path: 'tls.crt' },
        { key: 'tls.key', path: 'tls.key' },
        { key: 'ca.crt', path: 'ca.crt' },
      ],
    },
  });
});

test('the volume takes the authority from elsewhere, and none if it is public', () => {
  const items = [
    { key: 'tls.crt', path: 'tls.crt' },
    { key: 'tls.key', path: 'tls.key' },
  ];
  expect(tlsVolume(certificate, { configMapName: 'authorities' })).toEqual({
    name: 'tls',
    projected: {
      sources: [
        { secret: { name: 'their-certificate', items } },
        { configMap: { name: 'authorities', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
      ],
    },
  });
  expect(tlsVolume(certificate, 'public')).toEqual({
    name: 'tls',
    secret: { secretName: 'their-certificate', items },
  });
});

test.each(['a', 'logs-es-elastic-user', 'a.b-c.d9', 'a'.repeat(253)])('the name %j is accepted', (secretName) => {
  expect(referenceMistakes('prop', { secretName }, [])).toEqual([]);
});

test.each(['', 'Upper', 'a_b', '-a', 'a-', 'a..b', 'a/b', 'a'.repeat(254), undefined])(
  'the name %j is refused',
  (secretName) => {
    expect(referenceMistakes('prop', { secretName: secretName as string }, [])).toEqual([
      `prop.secretName must be the name of a Secret (a-z, 0-9, - and ., at most 253 characters), got ${JSON.stringify(secretName)}; correct it`,
    ]);
  },
);

test.each(['a', 'ca.crt', 'CA_bundle-1.pem', '...', 'a'.repeat(253)])('the key %j is accepted', (password) => {
  expect(referenceMistakes('prop', { secretName: 'a', keys: { password } }, ['password'])).toEqual([]);
});

test.each(['', '.', '..', 'a/b', 'a b', 'ä', 'a'.repeat(254)])('the key %j is refused', (password) => {
  expect(referenceMistakes('prop', { secretName: 'a', keys: { password } }, ['password'])).toEqual([
    `prop.keys.password must be a key of a Secret (letters, digits, -, _ and ., at most 253 characters), got ${JSON.stringify(password)}; correct it`,
  ]);
});

test('every mistake of a reference is told, and a key that nobody reads is one', () => {
  expect(
    referenceMistakes('prop', { configMapName: 'A', keys: { 'ca.crt': '/', 'ca.cert': 'x' } }, ['ca.crt']),
  ).toEqual([
    'prop.configMapName must be the name of a ConfigMap (a-z, 0-9, - and ., at most 253 characters), got "A"; correct it',
    'prop.keys.ca.crt must be a key of a ConfigMap (letters, digits, -, _ and ., at most 253 characters), got "/"; correct it',
    'prop.keys must be of ca.crt, got "ca.cert"; correct the key',
  ]);
});

test('a certificate has no authority of its own where the endpoint names one', () => {
  const certificate = { secretName: 'a', keys: { 'ca.crt': 'ca.pem' } };
  expect(certificateMistakes('prop', certificate, undefined)).toEqual([]);
  for (const authority of ['public', { secretName: 'b' }] as const) {
    expect(certificateMistakes('prop', certificate, authority)).toEqual([
      'prop.keys must be of tls.crt, tls.key, got "ca.crt"; correct the key',
    ]);
  }
});

test('no reference is no mistake', () => {
  expect(referenceMistakes('prop', undefined, [])).toEqual([]);
  expect(credentialMistakes({})).toEqual([]);
});

test('the authority of an endpoint is checked with it', () => {
  const endpoint = { url: 'https://search.example.com', majorVersion: 9 };
  expect(endpointMistakes({ ...endpoint, authority: 'public' }, 9)).toEqual([]);
  expect(endpointMistakes({ ...endpoint, authority: { secretName: 'Its' } }, 9)).toEqual([
    'elasticsearch.authority.secretName must be the name of a Secret (a-z, 0-9, - and ., at most 253 characters), got "Its"; correct it',
  ]);
});

test('a client signs in in one way, with names that can be', () => {
  expect(
    credentialMistakes({ credentials: { secretName: 'A', username: '' }, apiKey: { secretName: 'B', keys: {} } }),
  ).toEqual([
    'existingSecrets must have either credentials or apiKey, got both; leave one of them out',
    'existingSecrets.credentials.username must not be empty, got ""; name the user, or leave it out',
    'existingSecrets.credentials.secretName must be the name of a Secret (a-z, 0-9, - and ., at most 253 characters), got "A"; correct it',
    'existingSecrets.apiKey.secretName must be the name of a Secret (a-z, 0-9, - and ., at most 253 characters), got "B"; correct it',
  ]);
});
