import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { prepareScript, preStopScript } from '../../../../constructs/elasticsearch/nodes/scripts';

const nodes = ['logs-master-0', 'logs-master-1', 'logs-master-2'];
const tuned = '1048576\n';
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'prepare-'));
  for (const directory of ['image/config/jvm.options.d', 'image/data', 'config', 'settings']) {
    mkdirSync(join(root, directory), { recursive: true });
  }
  writeFileSync(join(root, 'image/config/jvm.options'), 'jvm');
  writeFileSync(join(root, 'image/config/users'), '');
  writeFileSync(join(root, 'settings/elasticsearch.yml'), 'cluster.name: logs\n');
});

afterEach(() => rmSync(root, { recursive: true }));

/** Runs the script as the pod `pod`, with the paths of the image below a temporary directory. */
function prepare(pod: string, { allowMmap = true, maxMapCount = tuned } = {}) {
  writeFileSync(join(root, 'max_map_count'), maxMapCount);
  const script = prepareScript({ allowMmap, initialMasterNodes: nodes })
    .replaceAll('/usr/share/elasticsearch', join(root, 'image'))
    .replaceAll('/mnt', root)
    .replaceAll('/proc/sys/vm/max_map_count', join(root, 'max_map_count'));
  const { status, stderr } = spawnSync('sh', ['-c', script], {
    env: { ...process.env, POD_NAME: pod, NODE_NAME: 'worker-1' },
    encoding: 'utf8',
  });
  return { status, stderr };
}

function settings(): string {
  return readFileSync(join(root, 'config/elasticsearch.yml'), 'utf8');
}

test('the configuration is the image’s, with our settings and links into the mounted volumes', () => {
  expect(prepare('logs-hot-0')).toEqual({ status: 0, stderr: '' });

  expect(readFileSync(join(root, 'config/jvm.options'), 'utf8')).toBe('jvm');
  expect(settings()).toBe('cluster.name: logs\n');
  expect(
    ['users', 'users_roles', 'service_tokens', 'roles.yml'].map((name) => readlinkSync(join(root, 'config', name))),
  ).toEqual(['file-realm/users', 'file-realm/users_roles', 'file-realm/service_tokens', 'roles/roles.yml']);
});

test('a second run, after the node of a pod was restarted, gives the same', () => {
  prepare('logs-hot-0');
  expect(prepare('logs-hot-0')).toEqual({ status: 0, stderr: '' });

  expect(lstatSync(join(root, 'config/users')).isSymbolicLink()).toBe(true);
  expect(settings()).toBe('cluster.name: logs\n');
});

test('the first master calls the first election', () => {
  prepare('logs-master-0');
  expect(settings()).toBe(
    'cluster.name: logs\ncluster.initial_master_nodes: [logs-master-0, logs-master-1, logs-master-2]\n',
  );
});

test.each(['logs-master-1', 'logs-master-3', 'logs-hot-0'])('%s never starts a cluster', (pod) => {
  prepare(pod);
  expect(settings()).toBe('cluster.name: logs\n');
});

test('an interrupted first start is still a first start', () => {
  mkdirSync(join(root, 'image/data/_state'));
  prepare('logs-master-0');
  expect(settings()).toContain('cluster.initial_master_nodes');
});

test('a node that has been in a cluster takes part in no first election', () => {
  writeFileSync(join(root, 'image/data/.joined-cluster'), '');
  prepare('logs-master-0');
  expect(settings()).toBe('cluster.name: logs\n');
});

test('fails on a node that is not tuned, with the remedy', () => {
  const { status, stderr } = prepare('logs-hot-0', { maxMapCount: '65530\n' });
  expect(status).toBe(1);
  expect(stderr).toMatchInlineSnapshot(`
    "vm.max_map_count must be at least 262144, better 1048576, on node worker-1, got 65530; run on it:
      sysctl -w vm.max_map_count=1048576
      echo vm.max_map_count=1048576 > /etc/sysctl.d/99-elasticsearch.conf
    or set allowMmap to false, which makes searches slower
    "
  `);
});

test('warns on a node that is tuned to the minimum', () => {
  expect(prepare('logs-hot-0', { maxMapCount: '262144\n' })).toEqual({
    status: 0,
    stderr: 'vm.max_map_count on node worker-1 is 262144; Elastic recommends 1048576\n',
  });
});

test('without mapped memory any node will do', () => {
  expect(prepare('logs-hot-0', { allowMmap: false, maxMapCount: '65530\n' })).toEqual({ status: 0, stderr: '' });
});

test('a node that is in a cluster leaves the marker when it stops, another does not', async () => {
  const marker = join(root, 'image/data/.joined-cluster');
  const readiness = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => readiness.once('listening', resolve));
  const address = readiness.address();
  const script = preStopScript(0)
    .replaceAll('/usr/share/elasticsearch', join(root, 'image'))
    .replace('/8080', `/${typeof address === 'object' ? address?.port : ''}`);

  execFileSync('bash', ['-c', script]);
  expect(existsSync(marker)).toBe(true);

  rmSync(marker);
  await new Promise((resolve) => readiness.close(resolve));
  execFileSync('bash', ['-c', script]);
  expect(existsSync(marker)).toBe(false);
});
