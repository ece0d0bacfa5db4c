import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Cache } from '../../local/cache';
import { type Cluster, type ClusterOptions, clusterStatus, startCluster, stopCluster } from '../../local/cluster';
import { OperatorError } from '../../local/errors';
import { openStack, type Stack } from '../../local/pulumi';
import { run } from '../../local/run';
import { ensureTools } from '../../local/toolchain';
import { temporaryFolder } from '../temporary-folder';

const name = 'cluster-test';
const options: ClusterOptions = {
  name,
  zones: ['zone-a', 'zone-b'],
  nodesPerZone: 2,
  storageClasses: ['fast-ssd', 'fast-ssd', 'standard'],
};

let cluster: Cluster;
let kubectl: string;

beforeAll(async () => {
  kubectl = (await ensureTools(['kubectl'])).kubectl;
  await stopCluster(name);
  cluster = await startCluster(options);
});
afterAll(() => stopCluster(name));

/** Runs kubectl and returns its output; throws with what it said if it failed. */
async function kube(args: readonly string[], input?: object): Promise<string> {
  const result = await run(kubectl, ['--kubeconfig', cluster.kubeconfig, ...args], {
    input: input && JSON.stringify(input),
  });
  if (result.code !== 0) throw new Error(result.stderr);
  return result.stdout.trim();
}

/** Values of a JSONPath over a list, one a line. */
async function values(kind: string, path: string): Promise<string[]> {
  return (await kube(['get', kind, '-A', '-o', `jsonpath={range .items[*]}${path}{"\\n"}{end}`])).split('\n').sort();
}

/** Process ids of the cluster. */
function pids(): number[] {
  const components = ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kwok-controller'];
  const folder = join(cluster.folder, 'kwok', 'clusters', 'efk', 'pids');
  return components.map((component) => Number(readFileSync(join(folder, `${component}.pid`), 'utf8')));
}

test('nodes stand in the zones asked for, are ready and of a realistic size', async () => {
  const zone = '{.metadata.labels.topology\\.kubernetes\\.io/zone}';
  const ready = '{.status.conditions[?(@.type=="Ready")].status}';
  expect(
    await values('nodes', `{.metadata.name} ${zone} ${ready} {.status.allocatable.cpu} {.status.allocatable.memory}`),
  ).toEqual([
    'zone-a-1 zone-a True 16 128Gi',
    'zone-a-2 zone-a True 16 128Gi',
    'zone-b-1 zone-b True 16 128Gi',
    'zone-b-2 zone-b True 16 128Gi',
  ]);
});

test('there is one default storage class and those asked for', async () => {
  const isDefault = '{.metadata.annotations.storageclass\\.kubernetes\\.io/is-default-class}';
  expect(await values('storageclasses', `{.metadata.name} ${isDefault} {.provisioner}`)).toEqual([
    'fast-ssd false kubernetes.io/host-path',
    'standard true kubernetes.io/host-path',
  ]);
});

test('a restricted namespace refuses a privileged pod', async () => {
  const labels = { 'pod-security.kubernetes.io/enforce': 'restricted' };
  await kube(['apply', '-f', '-'], { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'restricted', labels } });
  await expect(kube(['run', 'intruder', '--image=none', '--privileged', '-n', 'restricted'])).rejects.toThrow(
    'pods "intruder" is forbidden: violates PodSecurity "restricted:latest": privileged',
  );
});

test.runIf(process.platform === 'linux')('every port is open on the loopback interface only', async () => {
  // Columns of /proc/net/tcp: local address, remote address, state (0A: listening), inode.
  const sockets = new Set<string>();
  for (const pid of pids()) {
    for (const link of (await run('ls', ['-l', `/proc/${pid}/fd`])).stdout.matchAll(/socket:\[(\d+)\]/g))
      sockets.add(link[1] ?? '');
  }
  const listening = ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/net/${table}`, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((columns) => columns[3] === '0A' && sockets.has(columns[9] ?? ''))
      .map((columns) => columns[1]?.split(':')[0]),
  );
  expect(listening.length).toBeGreaterThanOrEqual(6);
  expect(new Set(listening)).toEqual(new Set(['0100007F']));
});

test('the kubeconfig and the folder are for their owner only', () => {
  expect(statSync(cluster.kubeconfig).mode & 0o777).toBe(0o600);
  expect(statSync(cluster.folder).mode & 0o777).toBe(0o700);
});

test('a cluster that runs is used again, with what is asked for now', async () => {
  const before = pids();
  const again = await startCluster({ ...options, storageClasses: ['slow-hdd'] });
  expect(again).toEqual({ ...cluster, reused: true });
  expect(pids()).toEqual(before);
  expect(await values('storageclasses', '{.metadata.name}')).toEqual(['fast-ssd', 'slow-hdd', 'standard']);
});

test('a busy port is one sentence, and nothing is left', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await expect(startCluster({ name: `${name}-busy`, port })).rejects.toThrow(
    new OperatorError(
      `[port] the API server needs a free port, ${port} is used by another program; end it or choose another with --port`,
    ),
  );
  server.close();
  await stopCluster(`${name}-busy`);
  expect(await clusterStatus(`${name}-busy`)).toBe('absent');
});

/**
 * A project that deploys a set of pods with volumes.
 *
 * @param stuck name of a further pod that no node can hold, so that the deployment waits until it is ended
 */
function writeProject(folder: string, stuck?: string): void {
  mkdirSync(join(folder, 'stacks'), { recursive: true });
  const modules = join(folder, 'node_modules');
  if (!existsSync(modules)) symlinkSync(join(__dirname, '..', '..', 'node_modules'), modules);
  const program = `
    const { StatefulSet } = require('@pulumi/kubernetes/apps/v1');
    const { Pod } = require('@pulumi/kubernetes/core/v1');
    const { Config, secret } = require('@pulumi/pulumi');
    const labels = { app: 'search' };
    new StatefulSet('search', {
      metadata: { name: 'search', namespace: 'default' },
      spec: {
        replicas: 2, serviceName: 'search', selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers: [{ name: 'c', image: 'none', resources: { requests: { memory: '60Gi' } } }] } },
        volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Ti' } } } }],
      },
    });
    if (${stuck !== undefined}) {
      const containers = [{ name: 'c', image: 'none', resources: { requests: { memory: '500Gi' } } }];
      new Pod('${stuck}', { metadata: { name: '${stuck}', namespace: 'default' }, spec: { containers } });
    }
    exports.colour = new Config('trial').require('colour');
    exports.password = secret('s3cret');`;
  writeFileSync(join(folder, 'stacks', 'deploy.js'), program);
  writeFileSync(join(folder, 'package.json'), '{"name": "trial"}');
  writeFileSync(join(folder, 'Pulumi.yaml'), 'name: trial\nmain: stacks/deploy.js\nruntime: nodejs\n');
  writeFileSync(join(folder, 'Pulumi.dev.yaml'), 'config:\n  trial:colour: green\n');
}

test('Pulumi deploys; the committed configuration is read and not written', async () => {
  const project = temporaryFolder();
  writeProject(project);
  const stack = await openStack({ cluster, stack: 'dev', project });

  const preview = await stack.preview();
  expect(preview.stdout, preview.stderr).toContain('+ 2 to create');
  const lines: string[] = [];
  const up = await stack.up({ onLine: (line) => lines.push(line) });
  expect(up, up.stdout + up.stderr).toMatchObject({ code: 0 });
  expect(lines.join('\n')).toContain('+ 2 created');

  expect(await values('pods', '{.metadata.name} {.status.phase}')).toEqual(['search-0 Running', 'search-1 Running']);
  expect(await values('persistentvolumeclaims', '{.metadata.name} {.status.phase}')).toEqual([
    'data-search-0 Bound',
    'data-search-1 Bound',
  ]);
  expect(await stack.outputs()).toEqual({ colour: 'green', password: '[secret]' });
  expect(await stack.outputs(true)).toEqual({ colour: 'green', password: 's3cret' });
  expect(JSON.stringify(await stack.exportState())).not.toContain('s3cret');
  expect((await stack.refresh()).stdout).toContain('2 unchanged');
  expect(readFileSync(join(project, 'Pulumi.dev.yaml'), 'utf8')).toBe('config:\n  trial:colour: green\n');
  expect(statSync(join(cluster.folder, 'pulumi', 'passphrase')).mode & 0o777).toBe(0o600);
});

test('a Pulumi that was killed does not block the next one, one that works does', async () => {
  const project = temporaryFolder();
  writeProject(project, 'killed');
  const said: string[] = [];
  const open = (): Promise<Stack> => openStack({ cluster, stack: 'dev', project, report: (line) => said.push(line) });

  const running = (await open()).up();
  await expect.poll(() => kube(['get', 'pods', '-o', 'name']), { timeout: 30_000 }).toContain('pod/killed');

  const message =
    /^\[stack dev\] one operation at a time, process (\d+) runs one; wait for it or stop it: kill -INT \1$/;
  const refused = await open()
    .then((other) => other.up())
    .catch((error: Error) => error);
  expect((refused as Error).message).toMatch(message);

  const pid = Number(message.exec((refused as Error).message)?.[1]);
  process.kill(pid, 'SIGKILL');
  expect((await running).code).not.toBe(0);

  writeProject(project);
  const next = await (await open()).up();
  expect(next, next.stdout + next.stderr).toMatchObject({ code: 0 });
  expect(said).toEqual([`stack dev: process ${pid} was killed during an operation, removing its lock (pulumi cancel)`]);
});

test('an operation that is interrupted ends in order', async () => {
  const project = temporaryFolder();
  writeProject(project, 'interrupted');
  const stack = await openStack({ cluster, stack: 'dev', project });
  const controller = new AbortController();
  const running = stack.up({ signal: controller.signal });
  await expect.poll(() => kube(['get', 'pods', '-o', 'name']), { timeout: 30_000 }).toContain('pod/interrupted');
  controller.abort();
  expect((await running).code).not.toBe(0);
  writeProject(project);
  expect(await stack.up()).toMatchObject({ code: 0 });
  expect(await kube(['get', 'pods', '-o', 'name'])).not.toContain('pod/interrupted');
});

test('a cluster that died is made again', async () => {
  for (const pid of pids()) process.kill(pid, 'SIGKILL');
  expect(await clusterStatus(name)).toBe('broken');
  const lines: string[] = [];
  cluster = await startCluster({ ...options, report: (line) => lines.push(line) });
  expect(cluster.reused).toBe(false);
  expect(lines).toEqual([
    `cluster ${name}: not running any more, removing what it left`,
    `cluster ${name}: starting, a few seconds`,
  ]);
  expect(await clusterStatus(name)).toBe('running');
});

test('stopping removes processes, folder and volumes', async () => {
  const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
  await kube(['apply', '-f', '-'], {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'c', namespace: 'default' },
    spec: claim,
  });
  const volumes = [{ name: 'v', persistentVolumeClaim: { claimName: 'c' } }];
  const containers = [{ name: 'c', image: 'none' }];
  await kube(['apply', '-f', '-'], {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p', namespace: 'default' },
    spec: { containers, volumes },
  });
  await kube(['wait', 'pod/p', '--for=condition=Ready', '--timeout=30s', '-n', 'default']);
  const [path = ''] = await values('persistentvolumes', '{.spec.hostPath.path}');
  expect(existsSync(path)).toBe(true);

  const before = pids();
  expect(await stopCluster(name)).toEqual([path, cluster.folder]);
  expect([path, cluster.folder].filter(existsSync)).toEqual([]);
  expect(before.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
  expect(await clusterStatus(name)).toBe('absent');
  expect(await stopCluster(name)).toEqual([]);
  expect(await new Cache().clusters()).not.toContain(name);
});
