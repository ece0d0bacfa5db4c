import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { Deployment, nameOf, succeeded } from './deployment';

const MANIFESTS = join(__dirname, '../../manifests');

const WORKLOADS = ['statefulsets', 'daemonsets', 'deployments', 'jobs'];

/** Secrets of a deployment; the same in every environment. */
const SECRETS = 12;

/** Tests of one environment build on each other: the later ones need what the earlier ones have deployed. */
describe.each(['dev', 'production'])('%s on a real API server', (name) => {
  let deployment: Deployment;
  /** Content of the Secrets that were there when a deployment was killed. */
  const secretsAtKill: Record<string, unknown> = {};

  beforeAll(async () => {
    deployment = await Deployment.start(name);
  });
  afterAll(() => Deployment.stop(name));

  /** The line of the first retention class as it is after one day has been added, which any disk has room for. */
  function edited(): string {
    return `deleteMinAge: '${Number.parseInt(deleteMinAge(), 10) + 1}d'`;
  }

  function deleteMinAge(): string {
    return Object.values(deployment.environment.retention)[0]?.deleteMinAge ?? fail('no retention');
  }

  async function secrets(): Promise<Record<string, unknown>> {
    const { namespace, agentsNamespace } = deployment.environment;
    const all = await deployment.objects('secrets');
    const ours = all.filter(({ metadata }) => [namespace, agentsNamespace].includes(metadata.namespace ?? ''));
    return Object.fromEntries(ours.map((secret) => [nameOf(secret), secret.data]));
  }

  /** Identity and generation of every workload: equal before and after, if nothing was changed. */
  async function generations(): Promise<Record<string, string>> {
    const workloads = await deployment.objects(...WORKLOADS);
    return Object.fromEntries(
      workloads.map((workload) => [nameOf(workload), `${workload.metadata.uid} ${workload.metadata.generation}`]),
    );
  }

  test.each([
    ['while it makes Secrets', /Secret\/logging\/\S+ created/],
    ['while it starts Elasticsearch', /StatefulSet\/logging\/\S+ creating/],
    ['while it waits for the provisioner', /Job\/logging\/\S+ creating/],
  ])('a deployment that is killed %s loses no Secret', async (_, moment) => {
    expect(await deployment.upKilledAt(moment)).toBe(true);

    const found = await secrets();
    for (const [secret, data] of Object.entries(secretsAtKill)) expect(found[secret], secret).toEqual(data);
    Object.assign(secretsAtKill, found);
  });

  test('repeated, it ends complete, with the same Secrets', async () => {
    await deployment.up();

    const found = await secrets();
    expect(Object.keys(secretsAtKill).length).toBeGreaterThan(3);
    for (const [secret, data] of Object.entries(secretsAtKill)) expect(found[secret], secret).toEqual(data);
    expect(Object.keys(found)).toHaveLength(SECRETS);
  });

  test('the state has no file that a kill could leave half-written', () => {
    const files = readdirSync(join(deployment.cluster.folder, 'pulumi/state/.pulumi/stacks/efk'));
    // The backend writes `*.tmp` and renames it; what a kill leaves of that is never read.
    const read = files.filter((file) => file.startsWith(`${name}.json`) && !file.endsWith('.tmp'));

    expect(read.sort()).toEqual([`${name}.json`, `${name}.json.bak`]);
  });

  test('the API server accepts every committed manifest, strictly validated, without a warning', async () => {
    const result = await deployment.kubectl([
      'apply',
      '--server-side',
      '--force-conflicts',
      '--dry-run=server',
      '--validate=strict',
      '--filename',
      join(MANIFESTS, name),
    ]);

    expect(result.stderr).toBe('');
    expect(succeeded(result).trim().split('\n').length).toBeGreaterThanOrEqual(30);
  });

  test('every workload is ready', async () => {
    const workloads = await deployment.objects(...WORKLOADS);
    const ready = Object.fromEntries(
      workloads.map(({ status, spec, ...workload }) => [
        nameOf({ ...workload, status, spec }).replace(/-[0-9a-f]{8}$/, ''),
        `${status.readyReplicas ?? status.numberReady ?? status.succeeded} of ${spec.replicas ?? status.desiredNumberScheduled ?? 1}`,
      ]),
    );

    expect(ready).toMatchSnapshot();
  });

  test('pods are where the environment says: one zone per StatefulSet with data, masters in all of them', async () => {
    const zones = deployment.environment.elasticsearch.zones ?? [];
    const nodes = await deployment.kubectl([
      'get',
      'nodes',
      '--output',
      'jsonpath={range .items[*]}{.metadata.name} {.metadata.labels.topology\\.kubernetes\\.io/zone}{"\\n"}{end}',
    ]);
    const zoneOf = Object.fromEntries(
      succeeded(nodes)
        .trim()
        .split('\n')
        .map((line) => line.split(' ')),
    );
    const pods = await deployment.kubectl([
      'get',
      'pods',
      '--namespace',
      'logging',
      '--selector',
      'app.kubernetes.io/name=elasticsearch',
      '--output',
      'jsonpath={range .items[*]}{.metadata.labels.app\\.kubernetes\\.io/component} {.spec.nodeName}{"\\n"}{end}',
    ]);
    const placed = new Map<string, Set<string>>();
    for (const line of succeeded(pods).trim().split('\n')) {
      const [component = '', node = ''] = line.split(' ');
      placed.set(component, (placed.get(component) ?? new Set()).add(zoneOf[node] ?? ''));
    }

    for (const [component, found] of placed) {
      const zone = zones.find((candidate) => component.endsWith(candidate.slice(candidate.lastIndexOf('-'))));
      expect([...found].sort(), component).toEqual(zone ? [zone] : zones.length > 0 ? zones : ['']);
    }
  });

  test('PodSecurity refuses a privileged pod where Elasticsearch and Kibana run, and not where Fluentd does', async () => {
    const privileged = (namespace: string) =>
      deployment.kubectl(
        ['apply', '--dry-run=server', '--filename', '-'],
        JSON.stringify({
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { name: 'intruder', namespace },
          spec: { containers: [{ name: 'shell', image: 'busybox', securityContext: { privileged: true } }] },
        }),
      );

    const refused = await privileged(deployment.environment.namespace);
    expect(refused.code).not.toBe(0);
    expect(refused.stderr).toContain('violates PodSecurity "restricted:latest"');
    expect((await privileged(deployment.environment.agentsNamespace)).code).toBe(0);
  });

  test('a second deployment changes nothing', async () => {
    expect(await deployment.plan()).toEqual({});
    const before = await generations();

    expect(await deployment.up()).toMatch(/Resources:\n\s+\d+ unchanged/);
    expect(await generations()).toEqual(before);
  });

  test('refresh finds no drift', async () => {
    expect(await deployment.pulumi('refresh', '--yes', '--skip-preview', '--expect-no-changes')).toMatch(
      /\d+ unchanged/,
    );
  });

  test('the state holds no secret in clear', async () => {
    const state = JSON.stringify(await deployment.stack.exportState());
    for (const [secret, data] of Object.entries(await secrets())) {
      for (const [key, value] of Object.entries(data as Record<string, string>)) {
        if (key === 'username' || key === 'ca.crt' || key === 'tls.crt' || key === 'users_roles') continue;
        const clear = JSON.stringify(Buffer.from(value, 'base64').toString()).slice(1, -1);
        expect(state.includes(value), `${secret} ${key} as base64`).toBe(false);
        expect(state.includes(clear), `${secret} ${key}`).toBe(false);
      }
    }
  });

  test('an edited retention changes its policy and runs the provisioner again, nothing else', async () => {
    const before = await generations();
    deployment.edit(`environments/${name}.ts`, `deleteMinAge: '${deleteMinAge()}'`, edited());

    const plan = await deployment.plan();
    expect(
      Object.entries(plan)
        .map(([object, op]) => `${op} ${object.replace(/-[0-9a-f]{8}$/, '-<hash>')}`)
        .sort(),
    ).toEqual([
      'create Job/logging/provisioner-<hash>',
      'delete Job/logging/provisioner-<hash>',
      'update ConfigMap/logging/ilm-policy-logs-standard',
    ]);

    await deployment.up();
    const after = await generations();
    const isJob = ([object]: [string, string]) => object.startsWith('Job/');
    expect(Object.entries(after).filter((entry) => !isJob(entry))).toEqual(
      Object.entries(before).filter((entry) => !isJob(entry)),
    );
    expect(Object.entries(after).filter(isJob)).not.toEqual(Object.entries(before).filter(isJob));
  });

  test('a mistake in the environment is told without a stack trace, and nothing is touched', async () => {
    const before = await generations();
    deployment.edit(`environments/${name}.ts`, edited(), `${edited()}, hotMaxAge: '1 day' as never`);

    const result = await deployment.stack.up();
    expect(result.code).not.toBe(0);
    expect(result.stdout + result.stderr).toContain(
      `environment '${name}' is not valid (1 mistake):\n      [${name}.retention.standard.hotMaxAge] must be a time of whole seconds, minutes, hours or days (s, m, h, d), got "1 day"; write for example 12h or 30d`,
    );
    expect(result.stdout + result.stderr).not.toMatch(/at .*\.ts:\d+/);
    expect(await generations()).toEqual(before);
    deployment.edit(`environments/${name}.ts`, ", hotMaxAge: '1 day' as never", '');
  });

  test('destroy leaves nothing but the data that is protected', async () => {
    const { protectData, namespace } = deployment.environment;
    if (protectData) {
      const before = await generations();
      const refused = await deployment.stack.destroy();
      expect(refused.code).not.toBe(0);
      expect(refused.stdout + refused.stderr).toContain('protect');
      expect(await generations()).toEqual(before);
      await deployment.pulumi('state', 'unprotect', '--all', '--yes');
    }
    succeeded(await deployment.stack.destroy());

    const namespaces = (await deployment.objects('namespaces')).map(({ metadata }) => metadata.name);
    const left = await deployment.objects(
      'all',
      'configmaps',
      'secrets',
      'networkpolicies',
      'persistentvolumeclaims',
      'poddisruptionbudgets',
      'ingresses',
    );
    const ours = left.filter(
      ({ metadata }) => metadata.namespace?.startsWith('logging') && metadata.name !== 'kube-root-ca.crt',
    );
    if (protectData) {
      expect(namespaces).toContain(namespace);
      expect(new Set(ours.map(({ kind }) => kind))).toEqual(new Set(['PersistentVolumeClaim']));
      expect(ours).toHaveLength(12);
    } else {
      expect(namespaces.filter((candidate) => candidate.startsWith('logging'))).toEqual([]);
      expect(ours).toEqual([]);
      // The controller removes a volume some time after its claim.
      await expect
        .poll(() => deployment.objects('persistentvolumes'), { timeout: 60_000, interval: 1_000 })
        .toEqual([]);
    }
  });
});

function fail(message: string): never {
  throw new Error(message);
}
