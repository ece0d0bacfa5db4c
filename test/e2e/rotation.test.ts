import { afterAll, beforeAll, expect, test } from 'vitest';

import { Deployment, type KubernetesObject, nameOf } from './deployment';

/** The steps of docs/security.md on a real API server, with real Pulumi; each test begins where the one before ended. */
let deployment: Deployment;

beforeAll(async () => {
  deployment = await Deployment.start('staging');
  await deployment.up();
});
afterAll(() => Deployment.stop('staging'));

/** What is there: values of Secrets by name and key, and generations of workloads. */
async function found(): Promise<Record<string, string>> {
  const workloads = await deployment.objects('statefulsets', 'daemonsets', 'deployments', 'jobs');
  const secrets = (await ourSecrets()).flatMap((secret) =>
    Object.entries(secret.data ?? {}).map(([key, value]) => [`${secret.metadata.name} ${key}`, value]),
  );
  return Object.fromEntries([
    ...secrets,
    ...workloads.map((workload) => [nameOf(workload), `${workload.metadata.uid} ${workload.metadata.generation}`]),
  ]);
}

async function ourSecrets(): Promise<KubernetesObject[]> {
  const { namespace, agentsNamespace } = deployment.environment;
  const secrets = await deployment.objects('secrets');
  return secrets.filter(({ metadata }) => [namespace, agentsNamespace].includes(metadata.namespace ?? ''));
}

/** Runs `pulumi up` with `args`; returns what it changed. */
async function changedBy(...args: string[]): Promise<string[]> {
  const before = await found();
  await deployment.pulumi('up', '--yes', '--skip-preview', ...args);
  const after = await found();
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => before[key] !== after[key])
    .sort();
}

const replace = (...patterns: string[]) => patterns.flatMap((pattern) => ['--replace', pattern]);

test('a password changes with its client and its server, and restarts the client only', async () => {
  expect(await changedBy(...replace('**password/fluentd'))).toEqual([
    'DaemonSet/logging-agents/fluentd',
    'elasticsearch-file-realm users',
    'fluentd-credentials password',
  ]);
});

test("Kibana's token changes with its server, and restarts Kibana only", async () => {
  expect(await changedBy(...replace('**service-token/**'))).toEqual([
    'Deployment/logging/kibana',
    'elasticsearch-file-realm service_tokens',
    'kibana-service-token token',
  ]);
});

test('the other authority signs: every certificate is issued again, nobody trusts anybody new', async () => {
  await deployment.pulumi('config', 'set', 'cdk8s-efk:signingAuthority', 'second');
  const changed = await changedBy();
  const tls = (await ourSecrets()).filter(({ data = {} }) => 'tls.crt' in data).map(({ metadata }) => metadata.name);
  expect(changed).toEqual(
    [
      'DaemonSet/logging-agents/fluentd',
      'Deployment/logging/kibana',
      ...tls.flatMap((name) => [`${name} tls.crt`, `${name} tls.key`]),
    ].sort(),
  );
});

test('the authority that no longer signs is replaced: certificates stay, the other authority is still trusted', async () => {
  const trusted = async () =>
    Buffer.from((await found())['elasticsearch-http-tls ca.crt'] ?? '', 'base64')
      .toString()
      .split('-----END CERTIFICATE-----\n');
  const before = await trusted();
  const changed = await changedBy(...replace('**authority/http', '**authority/transport'));
  const after = await trusted();

  expect(changed.filter((key) => key.includes('tls.')).sort()).toEqual([]);
  expect(changed).toContain('elasticsearch-transport-tls ca.crt');
  expect(after[0]).not.toBe(before[0]);
  expect(after[1]).toBe(before[1]);
});

test('Secrets with certificates say when they expire', async () => {
  const tls = (await ourSecrets()).filter(({ data = {} }) => 'tls.crt' in data);
  expect(tls.length).toBeGreaterThan(3);
  for (const { metadata } of tls) {
    const { annotations = {} } = metadata as { annotations?: Record<string, string> };
    expect(Date.parse(annotations['cdk8s-efk/certificate-expires'] ?? '')).toBeGreaterThan(Date.now());
    expect(Date.parse(annotations['cdk8s-efk/authority-expires'] ?? '')).toBeGreaterThan(Date.now());
  }
});
