import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { type AddressInfo, createServer as createPort, type Server as Port } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TlsSecret } from '../../../../constructs/core';
import { readinessScript } from '../../../../constructs/elasticsearch/nodes/readiness';
import { newValues, secretData } from '../../../../stacks/secrets';

const tls: TlsSecret = {
  kind: 'tls',
  name: 'tls',
  namespace: 'logging',
  description: '',
  authority: 'http',
  dnsNames: ['elasticsearch.logging.svc'],
};
const password = 'a "quoted" \\ one: %s$HOME';
const settled = {
  status: 'yellow',
  unassigned_shards: 2,
  delayed_unassigned_shards: 0,
  initializing_shards: 0,
  number_of_in_flight_fetch: 0,
  task_max_waiting_in_queue_millis: 0,
};
const notGreen =
  'the cluster is yellow with 2 copies unassigned, and nothing is under way; ready when that has lasted 180 s\n';

let certificate: Record<string, string>;
let root: string;
let joined: Port;
let elasticsearch: Server;
let answer: (response: ServerResponse, request: IncomingMessage) => void;
let requests: number;

beforeAll(async () => {
  certificate = secretData(tls, await newValues([tls]));
});

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'readiness-'));
  for (const directory of ['mnt/readiness', 'tmp', 'config/tls/http'])
    mkdirSync(join(root, directory), { recursive: true });
  // With the newline that editors leave.
  write('mnt/readiness/username', 'readiness\n');
  write('mnt/readiness/password', `${password}\n`);
  write('config/tls/http/ca.crt', certificate['ca.crt'] ?? '');
  container(4711);
  uptime(1_000);
  requests = 0;
  names = ['elasticsearch-ready.logging.svc', 'elasticsearch-discovery.logging.svc'];
  health({ ...settled, status: 'green', unassigned_shards: 0 });
  joined = createPort().listen(0, '127.0.0.1');
  elasticsearch = createServer({ key: certificate['tls.key'], cert: certificate['tls.crt'] }, (request, response) => {
    requests += 1;
    answer(response, request);
  }).listen(0, '127.0.0.1');
  await Promise.all(
    [joined, elasticsearch].map((server) => new Promise((resolve) => server.once('listening', resolve))),
  );
});

afterEach(() => {
  joined.close();
  elasticsearch.closeAllConnections();
  elasticsearch.close();
  rmSync(root, { recursive: true });
});

function write(path: string, content: string): void {
  writeFileSync(join(root, path), content);
}

/** The first process of the container started then, in ticks since the machine did. */
function container(start: number): void {
  const fields = Array.from({ length: 50 }, (_, i) => (i === 19 ? start : 0));
  write('stat', `1 (a (odd) name) ${fields.join(' ')}\n`);
}

function uptime(seconds: number): void {
  write('uptime', `${seconds}.25 4711.00\n`);
}

function health(body: object, status = 200): void {
  answer = (response) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** What DNS knows: by default another pod serves. */
let names: readonly string[];

/** Runs the script as the kubelet does, with the paths and ports of the pod replaced. */
async function probe(): Promise<{ code: number; output: string }> {
  const port = (server: Port | Server) => (server.address() as AddressInfo | null)?.port ?? 1;
  const script = readinessScript({
    url: 'https://elasticsearch.logging.svc:9200',
    readyHost: 'elasticsearch-ready.logging.svc',
    discoveryHost: 'elasticsearch-discovery.logging.svc',
  })
    .replace('/127.0.0.1/8080', `/127.0.0.1/${port(joined)}`)
    .replace(':9200/', `:${port(elasticsearch)}/`)
    // In place of `getent ahosts <name>`.
    .replace('#!/bin/bash', `#!/bin/bash\ngetent() { [[ ' ${names.join(' ')} ' == *" $2 "* ]]; }`)
    .replaceAll('/tmp/', `${root}/tmp/`)
    .replaceAll('/usr/share/elasticsearch', root)
    .replaceAll('/proc/1/stat', join(root, 'stat'))
    .replaceAll('/proc/uptime', join(root, 'uptime'))
    .replaceAll('/mnt/', `${root}/mnt/`);
  write('readiness.sh', script);
  return new Promise((resolve) => {
    const child = execFile('/bin/bash', [join(root, 'readiness.sh')], (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
    );
  });
}

const ready = { code: 0, output: '' };
const notReady = (output: string) => ({ code: 1, output });

test('a node in a cluster that is green is ready', async () => {
  expect(await probe()).toEqual(ready);
});

test('a node that has not joined is not, and nothing is asked', async () => {
  await new Promise((resolve) => joined.close(resolve));
  expect(await probe()).toEqual(notReady('the node is not in a cluster\n'));
  expect(requests).toBe(0);
});

test('the health is asked for as the user of the Secret, whose password is in no argument of a process', async () => {
  let seen: IncomingMessage | undefined;
  let processes = '';
  answer = (response, request) => {
    seen = request;
    processes = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
    response.end(JSON.stringify({ status: 'green' }));
  };

  expect(await probe()).toEqual(ready);
  expect(seen?.url).toBe(
    '/_cluster/health?master_timeout=6s&filter_path=status,unassigned_shards,delayed_unassigned_shards,initializing_shards,number_of_in_flight_fetch,task_max_waiting_in_queue_millis',
  );
  expect(seen?.headers.authorization).toBe(`Basic ${Buffer.from(`readiness:${password}`).toString('base64')}`);
  expect(processes).toContain('curl --config -');
  expect(processes).not.toContain('quoted');
});

test('once let through, a container is ready as long as it is in a cluster, whatever the health', async () => {
  await probe();
  health({ ...settled, status: 'red', initializing_shards: 3 });
  expect(await probe()).toEqual(ready);
  expect(requests).toBe(1);

  await new Promise((resolve) => joined.close(resolve));
  expect(await probe()).toEqual(notReady('the node is not in a cluster\n'));
});

test('the next container of the pod waits again, on the volume of the one before', async () => {
  await probe();
  container(4712);
  health({ ...settled, initializing_shards: 1 });
  expect(await probe()).toMatchObject({ code: 1 });
});

test.each([
  [{ initializing_shards: 3 }, '2 copies unassigned (0 delayed), 3 initializing'],
  [{ delayed_unassigned_shards: 2 }, '2 copies unassigned (2 delayed), 0 initializing'],
  [{ number_of_in_flight_fetch: 1 }, '2 copies unassigned (0 delayed), 0 initializing'],
])('not while copies are on their way or awaited, however long it takes: %o', async (counts, text) => {
  health({ ...settled, ...counts });
  expect(await probe()).toEqual(notReady(`the cluster is yellow and recovers: ${text}\n`));
  uptime(100_000);
  expect(await probe()).toEqual(notReady(`the cluster is yellow and recovers: ${text}\n`));
});

test('not while the master is behind', async () => {
  health({ ...settled, task_max_waiting_in_queue_millis: 30_001 });
  const text = 'the cluster is yellow and its master is behind: a task waits for 30001 ms\n';
  expect(await probe()).toEqual(notReady(text));
  uptime(100_000);
  expect(await probe()).toEqual(notReady(text));
});

test('copies that do not come back are waited for three minutes, and not again', async () => {
  health(settled);
  expect(await probe()).toEqual(notReady(notGreen));
  uptime(1_179);
  expect(await probe()).toEqual(notReady(notGreen));
  uptime(1_180);
  expect(await probe()).toEqual(ready);

  uptime(1_185);
  expect(await probe()).toEqual(ready);
  expect(requests).toBe(3);
});

test('a whole cluster that starts red does not stay without endpoints', async () => {
  health({ ...settled, status: 'red' });
  expect(await probe()).toEqual(notReady(notGreen.replace('yellow', 'red')));
  uptime(1_180);
  expect(await probe()).toEqual(ready);
});

test.each<[string, () => void]>([
  ['something is under way in between', () => health({ ...settled, initializing_shards: 1 })],
  ['nobody knows for a while', () => health({}, 503)],
])('the three minutes begin again when %s', async (_, happens) => {
  health(settled);
  await probe();
  uptime(1_100);
  happens();
  expect(await probe()).toMatchObject({ code: 1 });
  health(settled);
  uptime(1_180);
  expect(await probe()).toEqual(notReady(notGreen));
  uptime(1_360);
  expect(await probe()).toEqual(ready);
});

test('the three minutes of one container are not those of the next', async () => {
  health(settled);
  await probe();
  container(4712);
  uptime(1_180);
  expect(await probe()).toEqual(notReady(notGreen));
});

const recovering = { ...settled, initializing_shards: 1 };
const recovers = notReady('the cluster is yellow and recovers: 2 copies unassigned (0 delayed), 1 initializing\n');
const nobody = ['elasticsearch-discovery.logging.svc'];

test('while no pod serves, one copy of every shard is enough, after half a minute', async () => {
  names = nobody;
  health(recovering);
  expect(await probe()).toEqual(recovers);
  uptime(1_029);
  expect(await probe()).toEqual(recovers);
  uptime(1_030);
  expect(await probe()).toEqual(ready);
});

test.each<[string, () => void]>([
  ['a shard has none', () => health({ ...recovering, status: 'red' })],
  ['another pod serves in between', () => (names = [...nobody, 'elasticsearch-ready.logging.svc'])],
  ['DNS does not work', () => (names = [])],
  ['the health is not known in between', () => health({}, 503)],
])('not when %s', async (_, happens) => {
  names = nobody;
  health(recovering);
  await probe();
  uptime(1_020);
  happens();
  expect(await probe()).toMatchObject({ code: 1 });
  uptime(1_040);
  expect(await probe()).toMatchObject({ code: 1 });

  names = nobody;
  health(recovering);
  expect(await probe()).toEqual(recovers);
  uptime(1_070);
  expect(await probe()).toEqual(ready);
});

test('a password that Elasticsearch does not know yet is said with its own words', async () => {
  const reason = 'unable to authenticate user [readiness] for REST request [/_cluster/health]';
  const error = { root_cause: [{ type: 'security_exception', reason }], type: 'security_exception', reason };
  health({ error, status: 401 }, 401);
  expect(await probe()).toEqual(notReady(`the health of the cluster cannot be asked for: 401 ${reason}\n`));
});

test('without a master nobody knows the health', async () => {
  health({ error: { type: 'master_not_discovered_exception', reason: null }, status: 503 }, 503);
  expect(await probe()).toEqual(
    notReady(
      'the health of the cluster cannot be asked for: 503 {"error":{"type":"master_not_discovered_exception","reason":null},"status":503}\n',
    ),
  );
});

test('a node that does not answer is given up before the kubelet gives up', async () => {
  answer = () => {};
  const started = Date.now();
  const { code, output } = await probe();
  expect(Date.now() - started).toBeLessThan(10_000);
  expect(code).toBe(1);
  expect(output).toMatch(
    /^the health of the cluster cannot be asked for: curl: \(28\) Operation timed out after \d+ milliseconds with 0 bytes received\n$/,
  );
});

test('a node with a certificate of another authority is not believed', async () => {
  write('config/tls/http/ca.crt', secretData(tls, await newValues([tls]))['ca.crt'] ?? '');
  const { code, output } = await probe();
  expect(code).toBe(1);
  expect(output).toMatch(/^the health of the cluster cannot be asked for: curl: \(60\) SSL certificate problem: .+\n$/);
});

test('an answer that is something else is shown', async () => {
  health({ unexpected: true });
  expect(await probe()).toEqual(notReady('the health of the cluster has no status: {"unexpected":true}\n'));
});
