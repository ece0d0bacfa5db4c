import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseAllDocuments, stringify } from 'yaml';
import { type Cluster, startCluster, stopCluster } from '../../local/cluster';
import { openStack, type Stack } from '../../local/pulumi';
import { type RunResult, run } from '../../local/run';
import { devDependencies } from '../../package.json';
import { Consumer, packed, removePacked, succeeded } from '../package/consumer';

const EXAMPLES = join(__dirname, '../../examples');

/** The provider that is at hand fits one version of the SDK; other packages may be the newest that fit. */
const PULUMI = (['@pulumi/pulumi', '@pulumi/kubernetes'] as const).map((name) => `${name}@${devDependencies[name]}`);

/** A program that finds its object in the cluster. */
const ADOPTION = `
import { Provider } from '@pulumi/kubernetes';
import { Config } from '@pulumi/pulumi';
import { ApiObject, App, Chart } from 'cdk8s';
import { Cdk8sApp } from 'cdk8s-efk/pulumi';

const provider = new Provider('east', { kubeconfig: new Config().requireSecret('eastKubeconfig') });
const app = new App();
const chart = new Chart(app, 'settings', { namespace: 'default' });
const metadata = { name: 'settings' };
new ApiObject(chart, 'settings', { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { owner: 'platform' } });
/* further */
new Cdk8sApp('mine', app, {
  provider,
  objectOptions: ({ metadata: { namespace, name } }) =>
    name === 'settings' ? { import: \`\${namespace}/\${name}\` } : {},
});
`;

/** One more object for that program. */
const FURTHER = `new ApiObject(chart, 'further', {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'further' },
  data: { owner: 'search' },
});`;

/** A node set that elects masters and does nothing else. */
const MASTERS = "{ name: 'master', roles: ['master'], replicas: 3, memory: '2Gi', cpu: '1', storage: '10Gi' }";

/** What of a Kubernetes object the tests look at. */
interface KubernetesObject {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec: Record<string, unknown>;
}

let tarball = '';
const clusters: Record<'east' | 'west', Cluster | undefined> = { east: undefined, west: undefined };

beforeAll(async () => {
  tarball = await packed();
  for (const name of ['east', 'west'] as const) {
    clusters[name] = await startCluster({ name: `e2e-examples-${name}`, report: console.log });
  }
});
afterAll(async () => {
  removePacked(tarball);
  for (const name of Object.keys(clusters)) await stopCluster(`e2e-examples-${name}`);
});

function kubectl(cluster: 'east' | 'west', args: readonly string[], input?: string): Promise<RunResult> {
  return run('kubectl', ['--kubeconfig', clusters[cluster]?.kubeconfig ?? '', ...args], { input });
}

/** Applies everything in `folder`, strictly validated, without a warning. */
async function apply(folder: string, namespaces: readonly string[], ...options: string[]): Promise<string> {
  for (const namespace of namespaces) {
    const made = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } };
    printed(await kubectl('east', ['apply', '--server-side', '--filename', '-'], JSON.stringify(made)));
  }
  const result = await kubectl('east', [
    'apply',
    '--server-side',
    '--validate=strict',
    ...options,
    '--filename',
    folder,
  ]);
  expect(result.stderr).toBe('');
  return printed(result);
}

function printed({ code, stdout, stderr }: RunResult): string {
  expect(code, stdout + stderr).toBe(0);
  return stdout;
}

function objectsIn(folder: string): KubernetesObject[] {
  return readdirSync(folder).flatMap((file) =>
    parseAllDocuments(readFileSync(join(folder, file), 'utf8')).map((document) => document.toJS() as KubernetesObject),
  );
}

/** A copy of the example outside of this repository, with the packed package, compiled and, if it can be, synthesised. */
async function copyOf(example: string, dependencies: readonly string[] = []): Promise<Consumer> {
  const consumer = await Consumer.install(tarball, dependencies, join(EXAMPLES, example));
  succeeded(await consumer.run('npm', 'run', 'check'));
  if (existsSync(join(EXAMPLES, example, 'Pulumi.yaml'))) return consumer;
  succeeded(await consumer.run('npm', 'run', 'synth'));
  return consumer;
}

describe('the example', () => {
  let consumer: Consumer;
  afterAll(() => consumer?.remove());

  test('cdk8s-app deploys, and its workloads become ready', async () => {
    consumer = await copyOf('cdk8s-app');
    const manifests = join(consumer.folder, 'manifests');
    expect((await apply(manifests, ['search', 'agents'])).split('\n').length).toBeGreaterThan(25);

    for (const [namespace, workload] of [
      ['search', 'statefulset/logs-all'],
      ['search', 'deployment/kibana'],
      ['agents', 'daemonset/fluentd'],
    ] as const) {
      printed(await kubectl('east', ['--namespace', namespace, 'rollout', 'status', workload, '--timeout', '120s']));
    }
    consumer.remove();
  });

  test('collector-for-eck takes the authority of ECK, and reaches nothing but its cluster', async () => {
    consumer = await copyOf('collector-for-eck');
    const manifests = join(consumer.folder, 'manifests');
    await apply(manifests, ['elastic', 'agents'], '--dry-run=server');

    const objects = objectsIn(manifests);
    expect(objects.map(({ kind }) => kind)).not.toContain('StatefulSet');
    const agents = JSON.stringify(objects.find(({ kind }) => kind === 'DaemonSet')?.spec);
    expect(agents).toContain('"key":"password","name":"log-writer"');
    expect(agents).toContain(
      '{"secret":{"items":[{"key":"ca.crt","path":"ca.crt"}],"name":"logs-es-http-certs-public"}}',
    );
    expect(JSON.stringify(objects.find(({ kind }) => kind === 'NetworkPolicy')?.spec)).toContain(
      '"kubernetes.io/metadata.name":"elastic"',
    );
    consumer.remove();
  });

  test('gitops has an ExternalSecret, and a first content, for every Secret that its pods read', async () => {
    consumer = await copyOf('gitops');
    const manifests = join(consumer.folder, 'manifests');
    const objects = objectsIn(manifests);

    const mounted = objects
      .filter(({ kind }) => ['StatefulSet', 'Deployment', 'DaemonSet', 'Job'].includes(kind))
      .flatMap(({ metadata, spec }) =>
        [...JSON.stringify(spec).matchAll(/"secret(?:Name|KeyRef)":(?:\{"key":"[^"]+","name":)?"([^"]+)"/g)].map(
          ([, name]) => `${metadata.namespace}/${name}`,
        ),
      );
    const external = objects
      .filter(({ kind }) => kind === 'ExternalSecret')
      .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
    expect(mounted.length).toBeGreaterThan(8);
    expect(external).toEqual(expect.arrayContaining(mounted));

    const contents = JSON.parse(succeeded(await consumer.run('npm', 'run', '--silent', 'secrets'))) as object;
    expect(Object.keys(contents).sort()).toEqual(external.map((name) => `efk/production/${name}`).sort());

    const charts = readdirSync(manifests).filter((file) => !/^(external-secrets|namespaces)/.test(file));
    await apply(join(manifests, 'namespaces.k8s.yaml'), []);
    for (const chart of charts) await apply(join(manifests, chart), [], '--dry-run=server');

    const program = readFileSync(join(consumer.folder, 'environment.ts'), 'utf8');
    consumer.write(
      'environment.ts',
      program
        .replace("roles: ['master', 'data_content', 'data_hot', 'ingest'],", "roles: ['data'],")
        .replace('nodeSets: [', `zones: ['a', 'b', 'c'], nodeSets: [${MASTERS},`),
    );
    succeeded(await consumer.run('npm', 'run', 'synth'));
    const wave = (name: string) =>
      Number(
        objectsIn(manifests).find(({ kind, metadata }) => kind === 'StatefulSet' && metadata.name === name)?.metadata
          .annotations?.['argocd.argoproj.io/sync-wave'],
      );
    const first = wave('elasticsearch-all-a');
    const sets = ['all-a', 'all-b', 'all-c', 'master'].map((set) => wave(`elasticsearch-${set}`) - first);
    // Nothing becomes ready before the masters do.
    expect(sets).toEqual([0, 1, 2, 0]);
    const others = objectsIn(manifests).filter(({ metadata }) => ['kibana', 'fluentd'].includes(metadata.name));
    for (const { metadata } of others) {
      expect(Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'])).toBeGreaterThan(first + 2);
    }
    consumer.remove();
  });

  describe('pulumi-two-clusters', () => {
    let stack: Stack;
    beforeAll(async () => {
      // What the other examples have deployed has other namespaces, and the one of gitops was made here.
      printed(await kubectl('east', ['delete', 'namespace', 'logging', 'logging-agents', '--ignore-not-found']));
      consumer = await copyOf('pulumi-two-clusters', PULUMI);
      const kubeconfig = (name: 'east' | 'west') => readFileSync(clusters[name]?.kubeconfig ?? '', 'utf8');
      const config = {
        'logging:eastKubeconfig': kubeconfig('east'),
        'logging:westKubeconfig': kubeconfig('west'),
        'logging:westPassword': 'brought-from-elsewhere',
      };
      for (const name of ['test', 'adopt']) consumer.write(`Pulumi.${name}.yaml`, stringify({ config }));
      stack = await open('test');
    });

    function open(name: string): Promise<Stack> {
      return openStack({
        cluster: clusters.east as Cluster,
        stack: name,
        project: consumer.folder,
        report: console.log,
      });
    }

    function edit(from: string, to: string): void {
      const text = readFileSync(join(consumer.folder, 'main.ts'), 'utf8');
      expect(text).toContain(from);
      consumer.write('main.ts', text.replace(from, to));
    }

    test('deploys to both, under the same names, with a password of its own or one from elsewhere', async () => {
      printed(await stack.up());

      for (const name of ['east', 'west'] as const) {
        const path = 'jsonpath={.status.readyReplicas}';
        const set = ['--namespace', 'logging', 'get', 'statefulset', 'elasticsearch-all', '--output', path];
        expect(printed(await kubectl(name, set))).toBe('3');
      }
      expect(await stack.outputs(true)).toMatchObject({
        eastPassword: expect.stringMatching(/^[A-Za-z0-9]{43}$/),
        westPassword: 'brought-from-elsewhere',
      });
    });

    test('then changes nothing', async () => {
      expect(printed(await stack.up())).toMatch(/Resources:\n\s+\d+ unchanged\n/);
    });

    test('keeps everything when a component is renamed with an alias', async () => {
      edit(
        'new EfkStack(cluster, environment, {',
        'new EfkStack(`${cluster}-logs`, environment, { aliases: [{ name: cluster }],',
      );
      expect(printed(await stack.up())).toMatch(/Resources:\n\s+\d+ unchanged\n/);
      expect(JSON.stringify(await stack.exportState())).toContain('::east-logs/elasticsearch/StatefulSet/logging/');
    });

    test('updates only what is targeted', async () => {
      edit("memory: '512Mi'", "memory: '768Mi'");
      const urn = '**east-logs/fluentd/DaemonSet/logging-agents/fluentd';
      expect(printed(await stack.up({ args: ['--target', urn] }))).toMatch(/Resources:\n\s+~ 1 updated\n/);

      const path = 'jsonpath={.spec.template.spec.containers[0].resources.requests.memory}';
      const get = ['--namespace', 'logging-agents', 'get', 'daemonset', 'fluentd', '--output', path];
      expect(printed(await kubectl('east', get))).toBe('768Mi');
      expect(printed(await kubectl('west', get))).toBe('512Mi');
    });

    test('adopts what exists', async () => {
      printed(await kubectl('east', ['create', 'configmap', 'settings', '--from-literal', 'owner=platform']));
      consumer.write('main.ts', ADOPTION);
      expect(printed(await (await open('adopt')).up())).toMatch(/= 1 imported\n/);
    });

    test('goes on with what `pulumi import` has adopted', async () => {
      printed(await kubectl('east', ['create', 'configmap', 'further', '--from-literal', 'owner=search']));
      const adopt = await open('adopt');
      const { deployment } = (await adopt.exportState()) as { deployment: { resources: { urn: string }[] } };
      const urnOf = (name: string) => deployment.resources.find(({ urn }) => urn.endsWith(`::${name}`))?.urn;
      const env = adopt.environment();
      const parent = ['--parent', `chart=${urnOf('mine/settings')}`, '--provider', `east=${urnOf('east')}`];
      const flags = ['--stack', 'adopt', '--yes', '--skip-preview', '--protect=false', '--generate-code=false'];
      const resource = ['kubernetes:core/v1:ConfigMap', 'mine/settings/ConfigMap/default/further', 'default/further'];
      const pulumi = join(env.PULUMI_HOME ?? '', 'bin/pulumi');
      const cwd = consumer.folder;
      printed(await run(pulumi, ['import', ...resource, ...parent, ...flags, '--non-interactive'], { cwd, env }));

      edit('/* further */', FURTHER);
      const said = printed(await adopt.up());
      expect(said).not.toMatch(/created|replaced|deleted/);
      // The annotation for the provider.
      expect(said).toMatch(/ConfigMap\/default\/further updated .*\[diff: ~metadata\]/);
    });
  });
});
