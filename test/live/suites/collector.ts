import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';

import { findFluentd, missingFluentd } from '../../../local/fluentd';
import { startNode } from '../../fluentd/kubelet/node';
import { account, type StoredEvent } from '../../fluentd/run/account';
import { certificateOfTests } from '../../fluentd/run/certificate';
import { FluentdPod } from '../../fluentd/run/fluentd-pod';
import type { LiveCluster } from '../cluster';
import { applyTemplates } from './outages';

/** What the writer of the tests calls its pods. */
const PODS = { prefix: { 'kubernetes.pod_name': 'web-' } };

const LOAD = { runtime: 'containerd', containers: 8, lines: 20_000, linesPerSecond: 2_000 } as const;

const ROTATION = { everySeconds: 3, maxSize: 100_000, maxFiles: 5 };

/** Documents that are found at a time. */
const PAGE = 5_000;

/** Longest time until everything is stored. In seconds. */
const PATIENCE = 300;

/** The collector as it is deployed, on the real Fluentd, in front of nodes that go away. */
export function collector(cluster: LiveCluster): void {
  describe('the collector', () => {
    let missing: string | undefined;
    beforeAll(async () => {
      missing = await missingFluentd();
      await applyTemplates(cluster);
    });

    test('stores every event once, in its order, while nodes and Fluentd itself are killed', async ({ skip }) => {
      if (missing !== undefined)
        return skip(`not run here: the collector with real Elasticsearch, it needs ${missing}`);
      const fluentd = await collectorOf(cluster);
      const node = startNode({ ...LOAD, pods: fluentd.pods, rotation: ROTATION });
      onTestFinished(() => node.stop());
      await fluentd.start();
      await sleep(3_000);
      const [, victim] = cluster.nodes;
      await victim?.kill();
      await fluentd.kill();
      await sleep(3_000);
      if (victim) cluster.startNode(victim);
      await fluentd.kill();
      const written = await node.written;
      const events = written.events.reduce((sum, count) => sum + count, 0);
      for (let second = 0; (await stored(cluster)).length < events && second < PATIENCE; second += 5)
        await sleep(5_000);
      await cluster.untilGreen(3);

      const { lost, duplicates, misplaced, foreign } = account(written, await stored(cluster));
      console.log(`[${cluster.rendered.environment.version}] collector: ${lost} of ${written.lines} lines lost`);
      expect({ lost, duplicates, misplaced, foreign }).toEqual({ lost: 0, duplicates: 0, misplaced: 0, foreign: [] });
    });
  });
}

/** A Fluentd with the configuration of the environment, which ends with the test. */
async function collectorOf(cluster: LiveCluster): Promise<FluentdPod> {
  const folder = mkdtempSync(join(tmpdir(), 'efk-collector-'));
  const { 'fluent.conf': conf = '' } = cluster.rendered.configMap('fluentd');
  const { username = '', password = '' } = cluster.secret('fluentd-credentials');
  const fluentd = new FluentdPod(await findFluentd(), {
    folder,
    configuration: {
      // Of the three nodes the first is never killed.
      conf: conf.replace(/(^\s*url) \S+$/m, `$1 https://localhost:${cluster.nodes[0]?.ports.http}`),
      plugins: cluster.rendered.configMap('fluentd-plugins'),
    },
    certificate: await certificateOfTests(),
    authority: cluster.ca,
    user: { username, password },
  });
  onTestFinished(async () => {
    await fluentd.remove();
    rmSync(folder, { recursive: true, force: true });
  });
  return fluentd;
}

/** All documents of the writer's pods, page by page. */
async function stored(cluster: LiveCluster): Promise<StoredEvent[]> {
  await cluster.call('POST', '/logs-*/_refresh');
  const { body } = await cluster.call('POST', '/logs-*/_pit?keep_alive=2m');
  const found: StoredEvent[] = [];
  let after: unknown[] | undefined;
  do {
    const search = { size: PAGE, query: PODS, pit: { id: body.id, keep_alive: '2m' }, sort: ['_shard_doc'] };
    const page = await cluster.call('POST', '/_search', {
      body: { ...search, track_total_hits: false, ...(after && { search_after: after }) },
    });
    const hits: { _source: StoredEvent; sort: unknown[] }[] = page.body.hits.hits;
    found.push(...hits.map(({ _source }) => _source));
    after = hits.length === PAGE ? hits.at(-1)?.sort : undefined;
  } while (after);
  await cluster.call('DELETE', '/_pit', { body: { id: body.id } });
  return found;
}
