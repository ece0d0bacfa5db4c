import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

import type { LiveCluster } from '../cluster';
import { seconds } from '../describe-cluster';
import { withoutMissingModules } from '../missing-modules';
import { provision } from '../provision';
import { StatusLog } from '../status-log';
import { type WriteFigures, Writes } from '../writes';

const DATA_STREAM = 'logs-payments-default';
const DOCUMENTS = 50_000;

const KILLS = [
  ['the master', 1],
  ['the node with the primary shard', 2],
  ['a node that comes back at once', 3],
] as const;

/**
 * Nodes that go away while documents are written.
 *
 * @param kills how many of the kinds of kills, each of which takes minutes
 */
export function outages(cluster: LiveCluster, kills: number = KILLS.length): void {
  const { version } = cluster.rendered.environment;

  describe('outages', () => {
    beforeAll(() => applyTemplates(cluster));

    test.each(KILLS.slice(0, kills))('killing %s loses no acknowledged document (run %i)', async (which, run) => {
      const before = await cluster.count(DATA_STREAM);
      const writes = new Writes(cluster, DATA_STREAM, `kill-${run}`);
      await writes.until(DOCUMENTS / 4);

      const node = run === 2 ? await withPrimary(cluster) : await cluster.master();
      const killed = Date.now();
      await node.kill();
      if (run < 3) await writes.until(DOCUMENTS / 2);
      cluster.startNode(node);
      await node.untilJoined(180);
      await writes.until(DOCUMENTS);
      const figures = await writes.stop();
      const { status } = await cluster.untilGreen(3);
      const green = seconds(killed);

      const lost = figures.acknowledged - ((await cluster.count(DATA_STREAM)) - before);
      console.log(`[${version}] kill ${which}: ${lost} of ${summary(figures)}; green again ${green} after the kill`);
      expect({ status, lost, refused: figures.refused }).toEqual({ status: 'green', lost: 0, refused: [] });
      expect(figures.acknowledged).toBeGreaterThanOrEqual(DOCUMENTS);
    });
  });
}

/** A restart of every node, each let go by the readiness probe of the one before, while documents are written. */
export function rollingRestart(cluster: LiveCluster): void {
  const { version } = cluster.rendered.environment;

  describe('rolling restart', () => {
    beforeAll(() => applyTemplates(cluster));

    test('gated by the probe, the cluster is never red, writes go on and nothing is lost', async () => {
      const before = await cluster.count(DATA_STREAM);
      const writes = new Writes(cluster, DATA_STREAM, 'restart', 1_000);
      await writes.until(DOCUMENTS / 4);
      const seen = new StatusLog(cluster);
      const started = Date.now();
      const waited: string[] = [];
      for (const node of cluster.nodes) {
        node.preStop(cluster.rendered.preStop);
        await node.stop();
        expect(existsSync(join(node.root, 'data/.joined-cluster'))).toBe(true);
        cluster.startNode(node);
        await node.untilJoined(180);
        const joined = Date.now();
        const { code, output } = await cluster.probe(node);
        const { body: health } = await cluster.call('GET', '/_cluster/health');
        await cluster.untilReady(node);
        expect((await cluster.call('GET', '/_cluster/health')).body).toMatchObject({
          status: 'green',
          number_of_nodes: 3,
        });
        if (code !== 0) waited.push(output);
        console.log(
          `[${version}] ${node.podName} joined a cluster that was ${health.status}, let through ${seconds(joined)} later: ${output}`,
        );
        // It has been in the cluster: it must never form one of its own.
        expect(readFileSync(join(node.root, 'mnt/config/elasticsearch.yml'), 'utf8')).not.toContain(
          'initial_master_nodes',
        );
      }
      const took = seconds(started);
      const statuses = seen.stop();
      await writes.until(DOCUMENTS);
      const figures = await writes.stop();

      const lost = figures.acknowledged - ((await cluster.count(DATA_STREAM)) - before);
      console.log(
        `[${version}] rolling restart in ${took}, ${waited.length} of 3 nodes waited, status ${JSON.stringify(statuses)}: ${lost} of ${summary(figures)}`,
      );
      expect({ lost, refused: figures.refused, red: statuses.red }).toEqual({ lost: 0, refused: [], red: undefined });
      expect(figures.acknowledged).toBeGreaterThanOrEqual(DOCUMENTS);
      // A restart that goes by the node alone would have stopped the next one here.
      expect(waited.length).toBeGreaterThan(0);
      for (const output of waited) expect(output).toMatch(/^the cluster is yellow /);
    });
  });
}

/** Without templates, what is written makes an index that takes other documents than the data stream. */
export async function applyTemplates(cluster: LiveCluster): Promise<void> {
  const { code, errors } = await provision(cluster, withoutMissingModules(cluster.rendered.objects).objects);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
}

async function withPrimary(cluster: LiveCluster) {
  const { body } = await cluster.call('GET', `/_cat/shards/${DATA_STREAM}?format=json&h=prirep,node,state`);
  const primary = (body as { prirep: string; node: string }[]).find(({ prirep }) => prirep === 'p');
  const node = cluster.nodes.find(({ podName }) => podName === primary?.node);
  if (!node) throw new Error(`no node has the primary: ${JSON.stringify(body)}`);
  return node;
}

/** Figures in words. */
export function summary({ acknowledged, retries, longestGap, rate }: WriteFigures): string {
  return `${acknowledged} acknowledged documents lost, ${retries} bulk requests sent again, longest pause ${longestGap} ms, ${rate} documents/s`;
}
