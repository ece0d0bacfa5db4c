import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

import type { SecretSpec } from '../../../constructs/core';
import { PROVISION_SCRIPT, requestList } from '../../../constructs/lifecycle';
import { newValues, secretData } from '../../../stacks/secrets';

const tls: SecretSpec = {
  kind: 'tls',
  name: 'tls',
  namespace: 'n',
  description: '',
  authority: 'http',
  dnsNames: ['localhost'],
};
const PASSWORD = 'it\'s "quoted", \\ and $HOME';

let certificate: Record<string, string>;
let otherCertificate: Record<string, string>;
let root: string;
let server: Server | undefined;
let requests: string[];

beforeAll(async () => {
  certificate = secretData(tls, await newValues([tls]));
  otherCertificate = secretData(tls, await newValues([tls]));
});

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'provision-'));
  requests = [];
  write('tls', { 'ca.crt': certificate['ca.crt'] ?? '' });
  write('credentials', { username: 'provisioner', password: `${PASSWORD}` });
  write('objects', {
    'policy.json': '{"policy":{}}',
    'template.json': '{"template":{}}',
    'requests.txt': requestList([
      { object: 'lifecycle policy standard', path: '/_ilm/policy/standard', file: 'policy.json' },
      { object: 'index template logs', path: '/_index_template/logs', file: 'template.json' },
    ]),
  });
  write('work', {});
});

afterEach(async () => {
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  server = undefined;
  rmSync(root, { recursive: true });
});

function write(directory: string, files: Record<string, string>): void {
  mkdirSync(join(root, directory), { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(root, directory, name), content);
}

/** A server that keeps what it is given, like Elasticsearch, or answers what `answer` says. */
async function serve(
  answer: (line: string) => [number, object?] | undefined = () => undefined,
  port = 0,
): Promise<number> {
  const kept = new Map<string, string>();
  server = createServer({ key: certificate['tls.key'], cert: certificate['tls.crt'] }, async (received, response) => {
    const line = `${received.method} ${received.url}`;
    const body = await text(received);
    requests.push(body ? `${line} ${body}` : line);
    const path = received.url ?? '';
    const [status, content] =
      answer(line) ??
      (received.headers.authorization !== `Basic ${Buffer.from(`provisioner:${PASSWORD}`).toString('base64')}`
        ? [401, { error: { reason: 'unable to authenticate' } }]
        : [received.method === 'PUT' || kept.has(path) ? 200 : 404, {}]);
    if (received.method === 'PUT' && status === 200) kept.set(path, body);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content ?? {}));
  });
  const listening = server;
  await new Promise<void>((resolve) => listening.listen(port, '127.0.0.1', resolve));
  return (listening.address() as AddressInfo).port;
}

async function text(message: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of message) body += chunk;
  return body;
}

async function provision(port: number, variables: Record<string, string> = {}) {
  const child = spawn('sh', ['-c', PROVISION_SCRIPT], {
    env: {
      ...process.env,
      ELASTICSEARCH_URL: `https://localhost:${port}`,
      DEADLINE_SECONDS: '10',
      OBJECTS: join(root, 'objects'),
      CREDENTIALS: join(root, 'credentials'),
      TLS: join(root, 'tls'),
      WORK: join(root, 'work'),
      ...variables,
    },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { status, stdout, stderr };
}

test('creates policies before templates, and a second run leaves them the same', async () => {
  const port = await serve();

  expect(await provision(port)).toEqual({
    status: 0,
    stdout: 'created lifecycle policy standard\ncreated index template logs\n',
    stderr: '',
  });
  expect(requests).toEqual([
    'GET /_ilm/policy/standard',
    'PUT /_ilm/policy/standard {"policy":{}}',
    'GET /_index_template/logs',
    'PUT /_index_template/logs {"template":{}}',
  ]);

  expect(await provision(port)).toEqual({
    status: 0,
    stdout: 'updated lifecycle policy standard\nupdated index template logs\n',
    stderr: '',
  });
});

test('fails with the object and Elasticsearch’s own reason when one is refused', async () => {
  const reason = { error: { type: 'illegal_argument_exception', reason: 'unknown setting [index.x]' }, status: 400 };
  const port = await serve((line) => (line === 'PUT /_index_template/logs' ? [400, reason] : undefined));

  expect(await provision(port)).toEqual({
    status: 1,
    stdout: 'created lifecycle policy standard\n',
    stderr: `error: index template logs was refused: HTTP 400: ${JSON.stringify(reason)}\n`,
  });
});

test('fails when an object may not be read', async () => {
  const reason = { error: { reason: 'action is unauthorized' } };
  const port = await serve(() => [403, reason]);

  expect(await provision(port)).toEqual({
    status: 1,
    stdout: '',
    stderr: `error: lifecycle policy standard cannot be read: HTTP 403: ${JSON.stringify(reason)}\n`,
  });
});

test('waits for a cluster that starts later', async () => {
  const port = await serve();
  await new Promise((resolve) => server?.close(resolve));
  server = undefined;
  const provisioned = provision(port);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await serve(undefined, port);

  const { status, stdout } = await provisioned;
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /^waiting 1 seconds; .*\n(waiting \d seconds; .*\n)*created lifecycle policy standard\ncreated index template logs\n$/,
  );
});

test('waits for a cluster without a master, and for a rotated password', async () => {
  const answers: ([number, object] | undefined)[] = [
    [503, { error: { reason: 'master not discovered' } }],
    [401, { error: { reason: 'unable to authenticate' } }],
  ];
  const port = await serve(() => answers.shift());

  const { status, stdout } = await provision(port);
  expect(status).toBe(0);
  expect(stdout).toBe(
    [
      'waiting 1 seconds; HTTP 503: {"error":{"reason":"master not discovered"}}',
      'waiting 2 seconds; HTTP 401: {"error":{"reason":"unable to authenticate"}}',
      'created lifecycle policy standard',
      'created index template logs',
      '',
    ].join('\n'),
  );
});

test('fails when the deadline has passed, with the last problem', async () => {
  const port = await serve(() => [503, { error: { reason: 'master not discovered' } }]);

  const { status, stderr } = await provision(port, { DEADLINE_SECONDS: '2' });
  expect(status).toBe(1);
  expect(stderr).toBe(
    'error: GET /_ilm/policy/standard: gave up after 2 seconds; HTTP 503: {"error":{"reason":"master not discovered"}}\n',
  );
});

test('fails at once when another authority has signed', async () => {
  const port = await serve();
  write('tls', { 'ca.crt': otherCertificate['ca.crt'] ?? '' });

  const { status, stderr } = await provision(port);
  expect(status).toBe(1);
  expect(stderr).toContain(`error: no trusted connection to https://localhost:${port}: curl: (60) `);
  expect(requests).toEqual([]);
});

test('the password stands neither in arguments nor in messages', async () => {
  const port = await serve();
  // Stands before the real curl in PATH and writes down how it is called.
  write('bin', {
    curl: `#!/bin/sh\nprintf '%s\\n' "$@" >> ${join(root, 'arguments')}\nPATH=\${PATH#*:} exec curl "$@"\n`,
  });
  chmodSync(join(root, 'bin/curl'), 0o755);

  const { status, stdout, stderr } = await provision(port, {
    PATH: `${join(root, 'bin')}${delimiter}${process.env.PATH}`,
  });
  const everything = readFileSync(join(root, 'arguments'), 'utf8') + stdout + stderr;
  expect(status).toBe(0);
  expect(everything).toContain('/_index_template/logs');
  expect(everything).not.toContain('quoted');
  expect(everything).not.toContain(Buffer.from(`provisioner:${PASSWORD}`).toString('base64'));
});
