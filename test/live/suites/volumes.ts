import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

import type { LiveCluster } from '../cluster';
import type { ElasticsearchNode } from '../elasticsearch-node';
import { Writes } from '../writes';
import { applyTemplates } from './outages';

const DATA_STREAM = 'logs-payments-default';

/** Volumes that are lost: there is one cluster, and never a second one. */
export function volumes(cluster: LiveCluster): void {
  const uuid = async () => (await cluster.call('GET', '/_cluster/state/metadata?filter_path=cluster_uuid')).body;
  const first = () => cluster.nodes.at(-1) as ElasticsearchNode;
  const killAll = () => Promise.all(cluster.nodes.map((node) => node.kill()));

  describe('volumes', () => {
    beforeAll(() => applyTemplates(cluster));

    test('the first master with a new volume joins the cluster that is there', async () => {
      const before = await uuid();
      const writes = new Writes(cluster, DATA_STREAM, 'volumes');
      await writes.until(5_000);
      const { acknowledged } = await writes.stop();
      const documents = await cluster.count(DATA_STREAM);
      expect(documents).toBeGreaterThanOrEqual(acknowledged);

      await first().kill();
      rmSync(join(first().root, 'data'), { recursive: true });
      await restart(cluster, [first()]);
      expect(await cluster.untilGreen(3)).toMatchObject({ status: 'green', number_of_nodes: 3 });
      expect(await uuid()).toEqual(before);
      expect(await cluster.count(DATA_STREAM)).toBe(documents);
    });

    test('it does so when all of them start again at once', async () => {
      const before = await uuid();
      const documents = await cluster.count(DATA_STREAM);
      await killAll();
      rmSync(join(first().root, 'data'), { recursive: true });
      await restart(cluster, cluster.nodes);
      expect(await cluster.untilGreen(3)).toMatchObject({ status: 'green', number_of_nodes: 3 });
      expect(await uuid()).toEqual(before);
      expect(await cluster.count(DATA_STREAM)).toBe(documents);
    });

    test('a majority of masters with new volumes waits for the first master', async () => {
      const before = await uuid();
      const others = cluster.nodes.slice(0, -1);
      await killAll();
      for (const { root } of others) renameSync(join(root, 'data'), join(root, 'kept'));
      for (const node of others) cluster.startNode(node);
      // Nodes that may form a cluster do so within seconds after they have found each other.
      const joined = await Promise.allSettled(others.map((node) => node.untilJoined(60)));
      expect(joined.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      expect(others.map(({ running }) => running)).toEqual([true, true]);

      await killAll();
      for (const { root } of others) {
        rmSync(join(root, 'data'), { recursive: true });
        renameSync(join(root, 'kept'), join(root, 'data'));
      }
      await restart(cluster, cluster.nodes);
      expect(await cluster.untilGreen(3)).toMatchObject({ status: 'green', number_of_nodes: 3 });
      expect(await uuid()).toEqual(before);
    });
  });
}

async function restart(cluster: LiveCluster, nodes: readonly ElasticsearchNode[]): Promise<void> {
  for (const node of nodes) cluster.startNode(node);
  await Promise.all(nodes.map((node) => cluster.untilReady(node)));
}
