import { X509Certificate } from 'node:crypto';
import { ApiObject, App, Chart } from 'cdk8s';
import { expect, test } from 'vitest';

import type { TlsSecret } from '../../../constructs/core';
import { Fluentd } from '../../../constructs/fluentd';
import { environmentNamed } from '../../../environments';
import { defineStacks } from '../../../stacks';
import { expiryAnnotations, newValues, secretData, secretsToRestartFor } from '../../../stacks/secrets';

const tls: TlsSecret = {
  kind: 'tls',
  name: 'tls',
  namespace: 'logging',
  description: '',
  authority: 'http',
  dnsNames: ['localhost'],
};

test('a Secret says when its certificate and the first of its authorities expire', async () => {
  const data = secretData(tls, await newValues([tls]));
  const certificate = Date.parse(new X509Certificate(data['tls.crt'] ?? '').validTo);
  const authority = Date.parse(new X509Certificate(data['ca.crt'] ?? '').validTo);

  const dates = expiryAnnotations(data);

  expect(Object.keys(dates)).toEqual(['cdk8s-efk/certificate-expires', 'cdk8s-efk/authority-expires']);
  expect(dates['cdk8s-efk/certificate-expires']).toBe(new Date(certificate).toISOString());
  // The two authorities are made within moments of each other.
  expect(Math.abs(Date.parse(dates['cdk8s-efk/authority-expires'] ?? '') - authority)).toBeLessThan(60_000);
});

test('pods of Fluentd and Kibana restart for every Secret that they read, those of others for none', () => {
  const { charts } = defineStacks(new App(), environmentNamed('dev'));
  const found = charts
    .flatMap((chart) => chart.toJson() as { kind: string; metadata: { name: string } }[])
    .map((manifest) => [`${manifest.kind}/${manifest.metadata.name}`, secretsToRestartFor(manifest)] as const)
    .filter(([, names]) => names.length > 0);

  expect(Object.fromEntries(found)).toEqual({
    'DaemonSet/fluentd': ['fluentd-credentials', 'fluentd-tls'],
    'Deployment/kibana': ['kibana-encryption-keys', 'kibana-service-token', 'kibana-tls'],
  });
});

test('pods restart for a Secret of which a projected volume takes only some keys', () => {
  const chart = new Chart(new App(), 'agents', { namespace: 'agents', disableResourceNameHashes: true });
  const { daemonSet } = new Fluentd(chart, 'fluentd', {
    elasticsearch: { url: 'https://search.example.com', majorVersion: 9, authority: { secretName: 'authority' } },
    routes: [{ name: 'kubernetes' }],
  });

  expect(secretsToRestartFor(ApiObject.of(daemonSet).toJson())).toEqual([
    'authority',
    'fluentd-credentials',
    'fluentd-tls',
  ]);
});
