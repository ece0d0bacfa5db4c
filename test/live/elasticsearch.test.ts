import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, Chart, Testing } from 'cdk8s';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { CredentialsSecret, SecretSpec, ServiceTokenSecret } from '../../constructs/core';
import { Elasticsearch, writerRole } from '../../constructs/elasticsearch';
import { PROVISION_SCRIPT, requestList, templateBody } from '../../constructs/lifecycle';
import {
  authorityId,
  type KeyPair,
  newValue,
  newValues,
  secretData,
  type Values,
  valuesOf,
} from '../../stacks/secrets';
import { ElasticsearchNode, freePort, javaHome, mountVolume, unpackDistribution } from './elasticsearch-node';

const missing = ['mvn', 'unzip', 'curl']
  .filter((command) => !has(command))
  .concat(javaHome() ? [] : ['Java 25 (ES_JAVA_HOME)']);
if (missing.length > 0) console.warn(`skipped, the real Elasticsearch needs ${missing.join(', ')}`);

const writer: CredentialsSecret = {
  kind: 'credentials',
  name: 'writer',
  namespace: 'logging',
  description: 'writer',
  username: 'writer',
};
const kibana: ServiceTokenSecret = {
  kind: 'service-token',
  name: 'kibana',
  namespace: 'logging',
  description: 'kibana',
  token: { account: 'elastic/kibana', tokenName: 'kibana' },
};

describe.skipIf(missing.length > 0)('a real node, run from the manifests', () => {
  const work = mkdtempSync(join(tmpdir(), 'elasticsearch-'));
  // Apart from the distribution: a node may not read its own libraries as data.
  const root = join(work, 'pod');
  const config = join(root, 'mnt/config');
  const chart = new Chart(Testing.app(), 'elasticsearch', { namespace: 'logging', disableResourceNameHashes: true });
  const cluster = new Elasticsearch(chart, 'elasticsearch', {
    nodeSets: [
      {
        name: 'all',
        roles: ['master', 'data_hot', 'data_content'],
        replicas: 1,
        memory: '2Gi',
        cpu: '1',
        storage: '1Gi',
      },
    ],
    allowMmap: false,
    users: [{ username: 'writer', roles: ['writer'] }],
    roles: { writer: writerRole(['payments']) },
    serviceTokens: [kibana.token],
  });
  const specs: SecretSpec[] = [...cluster.secrets, writer, kibana];
  let values: Values;
  let httpPort: number;
  let transportPort: number;
  let readinessPort: number;
  let node: ElasticsearchNode;

  /** Data of the ConfigMap `name`. */
  function configMap(name: string): Record<string, string> {
    const found = chart.node.findAll().find((c) => c instanceof ApiObject && c.kind === 'ConfigMap' && c.name === name);
    return (found as ApiObject).toJson().data;
  }

  function secret(name: string): Record<string, string> {
    const spec = specs.find((candidate) => candidate.name === name);
    if (!spec) throw new Error(`no secret ${name}`);
    return secretData(spec, values);
  }

  function mountSecrets(): void {
    mountVolume(join(config, 'tls/http'), secret('elasticsearch-http-tls'));
    mountVolume(join(config, 'tls/transport'), secret('elasticsearch-transport-tls'));
    mountVolume(join(config, 'file-realm'), secret('elasticsearch-file-realm'));
  }

  function preStop(): string {
    const [container] = cluster.statefulSets.map((set) => set.toJson().spec.template.spec.containers[0]);
    const [, , script] = container.lifecycle.preStop.exec.command;
    return script;
  }

  /** The settings of the pod, with what is different here: addresses, ports, and a module that is not there. */
  function localSettings(): string {
    return `${configMap('elasticsearch-all')['elasticsearch.yml']}http.port: ${httpPort}\ntransport.port: ${transportPort}\n`
      .replaceAll('/usr/share/elasticsearch', root)
      .replace('network.host: 0.0.0.0', 'network.host: 127.0.0.1')
      .replace('elasticsearch-discovery.logging.svc', `127.0.0.1:${transportPort}`)
      .replace('readiness.port: 8080', `readiness.port: ${readinessPort}`)
      .replace('ingest.geoip.downloader.enabled: false\n', '');
  }

  async function call(method: string, path: string, authorization?: string, body?: object) {
    return new Promise<{ status: number; body: Record<string, unknown> }>((resolve, reject) => {
      const sent = request(
        {
          host: 'localhost',
          port: httpPort,
          method,
          path,
          ca: secret('elasticsearch-http-tls')['ca.crt'],
          agent: false,
          headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
        },
        (answer) => {
          let text = '';
          answer.on('data', (chunk) => {
            text += chunk;
          });
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: text ? JSON.parse(text) : {} }));
        },
      );
      sent.on('error', reject);
      sent.end(body && JSON.stringify(body));
    });
  }

  function basic(name: string): string {
    const { username, password } = secret(name);
    return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  }

  async function eventually<T>(seconds: number, attempt: () => Promise<T>, done: (value: T) => boolean): Promise<T> {
    let value = await attempt();
    for (let second = 0; second < seconds && !done(value); second += 1) {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      value = await attempt();
    }
    return value;
  }

  beforeAll(async () => {
    chmodSync(work, 0o755);
    const home = unpackDistribution(work);
    values = await newValues(specs);
    [httpPort, transportPort, readinessPort] = [await freePort(), await freePort(), await freePort()];
    for (const directory of ['data', 'logs', 'tmp', 'mnt/settings'])
      mkdirSync(join(root, directory), { recursive: true });
    writeFileSync(join(root, 'mnt/settings/elasticsearch.yml'), localSettings());
    mountSecrets();
    mountVolume(join(config, 'roles'), configMap('elasticsearch-roles'));
    node = new ElasticsearchNode(home, root, {
      POD_NAME: 'elasticsearch-all-0',
      POD_IP: '127.0.0.1',
      NODE_NAME: 'worker-1',
    });
    node.prepare(configMap('elasticsearch-scripts')['prepare.sh'] ?? '');
    node.start();
    await node.untilOpen(readinessPort, 120);
  }, 600_000);

  afterAll(async () => {
    await node?.stop();
    rmSync(work, { recursive: true, force: true });
  }, 60_000);

  test('the first start forms a cluster by the list of initial masters', () => {
    expect(readFileSync(join(config, 'elasticsearch.yml'), 'utf8')).toContain(
      'cluster.initial_master_nodes: [elasticsearch-all-0]',
    );
  });

  test('nobody is let in without a password', async () => {
    expect((await call('GET', '/_cluster/health')).status).toBe(401);
  });

  test('elastic is a superuser of the file realm', async () => {
    expect(await call('GET', '/_security/_authenticate', basic('elasticsearch-superuser'))).toMatchObject({
      status: 200,
      body: { username: 'elastic', roles: ['superuser'], authentication_realm: { name: 'file1', type: 'file' } },
    });
  });

  test('a service token of the file is accepted', async () => {
    expect(await call('GET', '/_security/_authenticate', `Bearer ${secret('kibana').token}`)).toMatchObject({
      status: 200,
      body: { username: 'elastic/kibana' },
    });
  });

  test('the job applies an index template, and again', async () => {
    // Types and a setting of modules that this distribution lacks.
    const body = JSON.stringify(templateBody({ templateName: 'logs', routes: ['payments'], policyName: 'logs' }))
      .replace('"index.lifecycle.name":"logs",', '')
      .replaceAll('constant_keyword', 'keyword')
      .replace('"keyword","value":"logs"', '"keyword"')
      .replace('match_only_text', 'text');
    const directory = mkdtempSync(join(root, 'provision-'));
    const files = {
      'template.json': body,
      'requests.txt': requestList([
        { object: 'index template logs', path: '/_index_template/logs', file: 'template.json' },
      ]),
    };
    for (const [name, content] of Object.entries({
      ...files,
      ...secret('elasticsearch-superuser'),
      ...secret('elasticsearch-http-tls'),
    })) {
      writeFileSync(join(directory, name), content);
    }
    const env = {
      ...process.env,
      ELASTICSEARCH_URL: `https://localhost:${httpPort}`,
      DEADLINE_SECONDS: '20',
      OBJECTS: directory,
      CREDENTIALS: directory,
      TLS: directory,
      WORK: directory,
    };
    const run = () => execFileSync('sh', ['-c', PROVISION_SCRIPT], { env }).toString();

    expect(run()).toBe('created index template logs\n');
    expect(run()).toBe('updated index template logs\n');
  });

  test('a writer appends to its data streams and can do nothing else', async () => {
    const line = {
      '@timestamp': new Date().toISOString(),
      message: 'paid',
      _hash: 'abc',
      json: { amount: 3, nested: { a: 'b' } },
      kubernetes: { pod_name: 'p', labels: { app: 'x', 'app.kubernetes.io/name': 'y' } },
      data_stream: { type: 'logs', dataset: 'payments', namespace: 'default' },
    };

    expect((await call('POST', '/logs-payments-default/_create/1?refresh=true', basic('writer'), line)).status).toBe(
      201,
    );
    expect((await call('POST', '/logs-payments-default/_create/1', basic('writer'), line)).status).toBe(409);
    expect((await call('POST', '/logs-identity-default/_create/1', basic('writer'), line)).status).toBe(403);
    expect((await call('GET', '/logs-payments-default/_search', basic('writer'))).status).toBe(403);
    expect((await call('DELETE', '/_data_stream/logs-payments-default', basic('writer'))).status).not.toBe(200);
  });

  test('a field of the application is found by its value', async () => {
    const found = await call('POST', '/logs-payments-default/_search', basic('elasticsearch-superuser'), {
      query: {
        bool: {
          filter: [
            { term: { 'json.nested.a': 'b' } },
            { term: { 'kubernetes.labels.app': 'x' } },
            { match: { message: 'paid' } },
          ],
        },
      },
    });
    expect(found).toMatchObject({ status: 200, body: { hits: { total: { value: 1 } } } });
  });

  test('rotated passwords and certificates are taken over without a restart', async () => {
    const { certificate } = await serverCertificate();
    const authenticated = () => call('GET', '/_security/_authenticate', basic('elasticsearch-superuser'));
    const renewed = cluster.secrets.flatMap(valuesOf).filter(({ kind }) => kind !== 'authority');
    for (const value of renewed) {
      const authority = value.kind === 'certificate' ? values[authorityId(value.authority)] : undefined;
      values = { ...values, [value.id]: await newValue(value, authority as KeyPair | undefined) };
    }
    expect((await authenticated()).status).toBe(401);

    mountSecrets();

    expect((await eventually(30, authenticated, ({ status }) => status === 200)).status).toBe(200);
    const served = await eventually(30, serverCertificate, (now) => now.certificate !== certificate);
    expect(served.certificate).not.toBe(certificate);
  });

  test('after a clean stop the list of initial masters is gone and the node still forms its cluster', async () => {
    node.preStop(preStop(), readinessPort);
    await node.stop();
    expect(existsSync(join(root, 'data/.joined-cluster'))).toBe(true);

    node.prepare(configMap('elasticsearch-scripts')['prepare.sh'] ?? '');
    expect(readFileSync(join(config, 'elasticsearch.yml'), 'utf8')).not.toContain('initial_master_nodes');
    node.start();
    await node.untilOpen(readinessPort, 120);
    // Ready means joined: the shards are recovered a moment later.
    const count = () => call('GET', '/logs-payments-default/_count', basic('elasticsearch-superuser'));
    expect((await eventually(30, count, ({ status }) => status === 200)).body).toMatchObject({ count: 1 });
  }, 180_000);

  async function serverCertificate(): Promise<{ certificate: string }> {
    return new Promise((resolve, reject) => {
      const sent = request(
        { host: 'localhost', port: httpPort, path: '/', rejectUnauthorized: false, agent: false },
        (answer) => {
          const certificate = (answer.socket as import('node:tls').TLSSocket).getPeerCertificate().fingerprint256;
          answer.resume().on('end', () => resolve({ certificate }));
        },
      );
      sent.on('error', reject);
      sent.end();
    });
  }
});

function has(command: string): boolean {
  try {
    execFileSync('which', [command]);
    return true;
  } catch {
    return false;
  }
}
