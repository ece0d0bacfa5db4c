import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import type { LiveCluster } from '../cluster';
import { line } from '../writes';

/** What the provisioner asks of a cluster. */
const CLUSTER_ACTIONS = [
  'cluster:monitor/main',
  ...['ilm', 'slm'].flatMap((kind) => ['get', 'put', 'delete'].map((action) => `cluster:admin/${kind}/${action}`)),
  ...['get', 'put', 'delete'].map((action) => `cluster:admin/component_template/${action}`),
  ...['get', 'put', 'delete', 'simulate_index'].map((action) => `indices:admin/index_template/${action}`),
];

/** What the provisioner, and lifecycle policies with its rights, do to a data stream and its indices. */
const INDEX_ACTIONS = [
  ...['create', 'lifecycle/get', 'lifecycle/put', 'options/get', 'options/put'].map(
    (action) => `indices:admin/data_stream/${action}`,
  ),
  ...[
    'resolve/index',
    'mappings/get',
    'mapping/put',
    'settings/update',
    'rollover',
    'forcemerge',
    'resize',
    'delete',
  ].map((action) => `indices:admin/${action}`),
  'indices:monitor/settings/get',
  'indices:monitor/stats',
];

/** Who gets in, and what they may do. */
export function security(cluster: LiveCluster): void {
  const fluentd = () => cluster.basic('fluentd-credentials');

  describe('security', () => {
    test('three nodes form one cluster over TLS, by the list of initial masters, and elect one master', async () => {
      expect(await cluster.untilGreen(3)).toMatchObject({ status: 'green', number_of_nodes: 3 });
      const masters = await Promise.all(
        cluster.nodes.map(({ ports }) => cluster.call('GET', '/_cluster/state/master_node', { port: ports.http })),
      );
      const ids = masters.map(({ body }) => [body.cluster_uuid, body.master_node].join(' '));
      expect(new Set(ids).size).toBe(1);
      const lists = cluster.nodes.map(({ podName, root }) => [
        podName,
        /^cluster\.initial_master_nodes: (.*)/m.exec(
          readFileSync(join(root, 'mnt/config/elasticsearch.yml'), 'utf8'),
        )?.[1],
      ]);
      expect(lists).toEqual([
        ['elasticsearch-node-2', undefined],
        ['elasticsearch-node-1', undefined],
        ['elasticsearch-node-0', '[elasticsearch-node-0, elasticsearch-node-1, elasticsearch-node-2]'],
      ]);
    });

    test('a client without the authority does not connect', async () => {
      await expect(cluster.call('GET', '/_cluster/health', { ca: undefined })).rejects.toMatchObject({
        code: expect.stringMatching(/SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER/),
      });
    });

    test('a client without TLS does not connect', async () => {
      const port = cluster.nodes[0]?.ports.http;
      await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
    });

    test('a client without credentials, or with wrong ones, is refused', async () => {
      const wrong = `Basic ${Buffer.from('fluentd:wrong').toString('base64')}`;
      expect((await cluster.call('GET', '/_cluster/health', { authorization: undefined })).status).toBe(401);
      expect((await cluster.call('GET', '/_cluster/health', { authorization: wrong })).status).toBe(401);
    });

    test('elastic is a superuser of the file realm', async () => {
      expect((await cluster.call('GET', '/_security/_authenticate')).body).toMatchObject({
        username: 'elastic',
        roles: ['superuser'],
        authentication_realm: { name: 'file1', type: 'file' },
      });
    });

    test('the service token authenticates as Kibana on every node', async () => {
      const authorization = `Bearer ${cluster.secret('kibana-service-token').token}`;
      for (const { ports } of cluster.nodes) {
        const answer = await cluster.call('GET', '/_security/_authenticate', { authorization, port: ports.http });
        expect(answer).toMatchObject({ status: 200, body: { username: 'elastic/kibana' } });
      }
    });

    test("the probe's user asks for the health of the cluster and can do nothing else", async () => {
      const authorization = cluster.basic('elasticsearch-readiness');
      const as = async (method: string, path: string) => (await cluster.call(method, path, { authorization })).status;

      expect(await as('GET', '/_cluster/health')).toBe(200);
      for (const path of ['/_cluster/state', '/_cluster/settings', '/_nodes', '/_search', '/_security/user']) {
        expect(await as('GET', path), path).toBe(403);
      }
    });

    test("Fluentd's user appends to the data streams of its routes and can do nothing else", async () => {
      const as = (method: string, path: string, body?: object) =>
        cluster.call(method, path, { authorization: fluentd(), ...(body && { body }) });

      expect((await as('POST', '/logs-payments-default/_create/first', line('first'))).status).toBe(201);
      expect((await as('POST', '/logs-payments-default/_create/first', line('first'))).status).toBe(409);
      expect((await as('POST', '/logs-other-default/_create/first', line('first'))).status).toBe(403);
      expect((await as('POST', '/elsewhere/_doc', line('first'))).status).toBe(403);
      expect((await as('GET', '/logs-payments-default/_search')).status).toBe(403);
      expect((await as('POST', '/logs-payments-default/_update/first', { doc: {} })).status).toBe(403);
      expect((await as('DELETE', '/logs-payments-default')).status).not.toBe(200);
      expect((await as('PUT', '/_index_template/own', { index_patterns: ['x'] })).status).toBe(403);
      expect((await as('GET', '/_security/user')).status).toBe(403);
    });

    test("Fluentd's user makes no data stream, and every document of one that is not there may come again", async () => {
      const { body } = await cluster.call('POST', '/logs-payments-other/_bulk', {
        authorization: fluentd(),
        body: `{"create":{"_index":"logs-payments-default"}}\n${JSON.stringify(line('x'))}\n{"create":{}}\n${JSON.stringify(line('x'))}\n`,
      });
      expect(body.items).toMatchObject([
        { create: { status: 201 } },
        { create: { status: 403, error: { type: 'security_exception' } } },
      ]);
    });

    test('the exporter asks how the cluster is, and can neither read nor write a log', async () => {
      const authorization = cluster.basic('elasticsearch-exporter-credentials');
      const as = async (method: string, path: string, body?: object) =>
        (await cluster.call(method, path, { authorization, ...(body && { body }) })).status;

      for (const path of ['/_cluster/health', '/_nodes/stats', '/_cluster/settings', '/_data_stream/_stats']) {
        expect(await as('GET', path), path).toBe(200);
      }
      expect(await as('GET', '/logs-payments-default/_search')).toBe(403);
      expect(await as('POST', '/logs-payments-default/_create/exporter', line('exporter'))).toBe(403);
      expect(await as('PUT', '/_cluster/settings', { persistent: { 'action.auto_create_index': true } })).toBe(403);
      expect(await as('GET', '/_security/user')).toBe(403);
    });

    test.each([
      ['a reader', 'reader-alice', ['payments'], ['kubernetes']],
      ['Grafana', 'grafana-elasticsearch-credentials', ['payments', 'kubernetes'], []],
    ])('%s reads logs, those of its routes, and changes none', async (_, secret, read, others) => {
      const authorization = cluster.basic(secret);
      const as = async (method: string, path: string, body?: object) =>
        (await cluster.call(method, path, { authorization, ...(body && { body }) })).status;

      for (const route of read) {
        expect(await as('GET', `/logs-${route}-default/_search`), route).toBe(200);
        expect(await as('POST', `/logs-${route}-default/_create/reader`, line('reader')), route).toBe(403);
        expect(await as('DELETE', `/logs-${route}-default`), route).not.toBe(200);
      }
      for (const route of others) expect(await as('GET', `/logs-${route}-default/_search`), route).toBe(403);
      expect(await as('GET', '/_nodes/stats')).toBe(403);
    });

    test('privileges of actions that the distribution lacks are as the provisioner and Fluentd need them', async () => {
      const privileges = async (authorization: string) => {
        const body = {
          cluster: CLUSTER_ACTIONS,
          index: [{ names: ['logs-payments-default'], privileges: INDEX_ACTIONS }],
        };
        const answer = await cluster.call('POST', '/_security/user/_has_privileges', { authorization, body });
        const granted = { ...answer.body.cluster, ...answer.body.index['logs-payments-default'] };
        return Object.keys(granted).filter((action) => granted[action]);
      };
      expect((await privileges(cluster.basic('provisioner-credentials'))).sort()).toEqual(
        [...CLUSTER_ACTIONS, ...INDEX_ACTIONS].sort(),
      );
      expect(await privileges(fluentd())).toEqual(['cluster:monitor/main']);
    });
  });
}
