import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import type { CertificateAuthority } from '../../../constructs/core';
import { type AuthorityPlace, authorityId, type KeyPair, newValue, valuesOf } from '../../../stacks/secrets';
import { eventually } from '../client';
import type { LiveCluster } from '../cluster';
import type { ElasticsearchNode } from '../elasticsearch-node';
import { mountVolume } from '../volume';
import { Writes } from '../writes';
import { summary } from './outages';

const DATA_STREAM = 'logs-payments-default';
const LAYERS: readonly CertificateAuthority[] = ['http', 'transport'];

/** Secrets that change under a running cluster, in the documented steps. */
export function rotation(cluster: LiveCluster): void {
  const { version } = cluster.rendered.environment;
  const authenticated = () => cluster.call('GET', '/_security/_authenticate');

  describe('rotation', () => {
    test('certificates and their authorities are replaced under writes, on every node, without a restart', async () => {
      const before = await cluster.count(DATA_STREAM);
      const retired = [...cluster.ca.matchAll(PEM)][0]?.[0] ?? '';
      const shown = await certificates(cluster);
      const writes = new Writes(cluster, DATA_STREAM, 'rotation', 800);

      // Step 1: the authority that stands by signs; everybody trusts it already. Nodes get their Secrets one by one.
      await issueCertificates(cluster, 'second');
      for (const node of cluster.nodes) {
        cluster.mountSecrets([node]);
        await writes.further(1_000);
      }
      const renewed = await eventually(
        60,
        () => certificates(cluster),
        (now) => now.every((c) => !shown.includes(c)),
      );
      expect(renewed.filter((certificate) => shown.includes(certificate))).toEqual([]);

      // Step 2: the authority that no longer signs is replaced by a new one, which stands by from now on.
      for (const layer of LAYERS) {
        const id = authorityId(layer, 'first');
        cluster.values = { ...cluster.values, [id]: await newValue({ kind: 'authority', id, authority: layer }) };
      }
      cluster.mountSecrets();
      await writes.further(5_000);
      const figures = await writes.stop();

      const lost = figures.acknowledged - ((await cluster.count(DATA_STREAM)) - before);
      console.log(`[${version}] rotation of certificates and authorities: ${lost} of ${summary(figures)}`);
      expect({ lost, refused: figures.refused }).toEqual({ lost: 0, refused: [] });
      await expect(cluster.call('GET', '/_cluster/health', { ca: retired })).rejects.toThrow();
      expect(await cluster.untilGreen(3)).toMatchObject({ status: 'green', number_of_nodes: 3 });
    });

    test('nodes of the new authority and the retired certificates find each other: one restarts and joins', async () => {
      const [node] = cluster.nodes;
      await node?.kill();
      if (node) cluster.startNode(node);
      if (node) await cluster.untilReady(node);
      expect(await cluster.untilGreen(3)).toMatchObject({ status: 'green', number_of_nodes: 3 });
    });

    test('new passwords and tokens are accepted, old ones refused, without a restart and under writes', async () => {
      const before = await cluster.count(DATA_STREAM);
      const writes = new Writes(cluster, DATA_STREAM, 'passwords', 800);
      await writes.further(2_000);
      const old = {
        elastic: cluster.basic('elasticsearch-superuser'),
        kibana: cluster.secret('kibana-service-token').token,
      };
      for (const spec of cluster.rendered.secrets.flatMap(valuesOf).filter(({ kind }) => kind === 'salted')) {
        cluster.values = { ...cluster.values, [spec.id]: await newValue(spec) };
      }
      expect((await authenticated()).status).toBe(401);

      // The probe's password is in the pods before its hash. Who is ready stays so; a container that starts waits.
      for (const { root } of cluster.nodes) {
        mountVolume(join(root, 'mnt/readiness'), cluster.secret('elasticsearch-readiness'));
      }
      const [first, ...others] = cluster.nodes as [ElasticsearchNode, ...ElasticsearchNode[]];
      rmSync(join(first.root, 'tmp/let-through'));
      expect(await Promise.all(others.map((node) => cluster.probe(node)))).toEqual(
        others.map(() => ({ code: 0, output: '' })),
      );
      const waiting = await cluster.probe(first);
      expect(waiting.code).toBe(1);
      expect(waiting.output).toMatch(
        /^the health of the cluster cannot be asked for: 401 unable to authenticate user \[readiness\] for REST request /,
      );

      // Who writes has the new password as well; the nodes get its hash one by one.
      for (const node of cluster.nodes) {
        cluster.mountSecrets([node]);
        await new Promise((resolve) => setTimeout(resolve, 5_000));
      }
      await cluster.untilReady(first, 60);

      expect((await eventually(60, authenticated, ({ status }) => status === 200)).status).toBe(200);
      const kibana = (token: string | undefined) => () =>
        cluster.call('GET', '/_security/_authenticate', { authorization: `Bearer ${token}` });
      const token = kibana(cluster.secret('kibana-service-token').token);
      expect((await eventually(60, token, ({ status }) => status === 200)).status).toBe(200);
      const stale = await eventually(60, kibana(old.kibana), ({ status }) => status === 401);
      expect(stale.status).toBe(401);
      expect((await cluster.call('GET', '/_security/_authenticate', { authorization: old.elastic })).status).toBe(401);

      await writes.further(5_000);
      const figures = await writes.stop();
      const lost = figures.acknowledged - ((await cluster.count(DATA_STREAM)) - before);
      console.log(`[${version}] rotation of passwords: ${lost} of ${summary(figures)}`);
      expect({ lost, refused: figures.refused }).toEqual({ lost: 0, refused: [] });
      expect(figures.retries).toBeGreaterThan(0);
    });
  });
}

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----\n/g;

/** Issues every certificate again, signed by the authority in `place`. */
async function issueCertificates(cluster: LiveCluster, place: AuthorityPlace): Promise<void> {
  for (const spec of cluster.rendered.secrets.flatMap(valuesOf)) {
    if (spec.kind !== 'certificate') continue;
    const authority = cluster.values[authorityId(spec.authority, place)] as KeyPair;
    cluster.values = { ...cluster.values, [spec.id]: await newValue(spec, authority) };
  }
}

/** Fingerprints of the certificates that the nodes show to clients. */
async function certificates(cluster: LiveCluster): Promise<string[]> {
  const calls = cluster.nodes.map(({ ports }) => cluster.call('GET', '/_cluster/health', { port: ports.http }));
  return (await Promise.all(calls)).map(({ certificate }) => certificate);
}
