import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { PipelineRun } from './run/pipeline-run';

const UID = '00000000-2222-3333-4444-555555555555';

/** Pods by namespace and name, and whether their logs are read. */
const PODS: readonly (readonly [namespace: string, pod: string, isRead: boolean])[] = [
  ['shop', 'cart-7f9c4d5b8-x2x9q', true],
  ['shop', 'cart-debug', false],
  ['shop', 'load-1', false],
  ['shop', 'load-10', true],
  ['cart', 'load-1', true],
  ['kube-system', 'coredns-0', false],
  ['kube', 'system-0', true],
  ['3scale', 'apicast-0', true],
  ['agents', 'fluentd-x2x9q', false],
  ['agents', 'fluentd-other-x2x9q', true],
];

/** Starts Fluentd with a line of every pod, and gives what is stored of them and what it said. */
async function started(options: Parameters<typeof PipelineRun.prepare>[0]) {
  const run = await PipelineRun.prepare(options);
  try {
    for (const [namespace, pod] of PODS) {
      const folder = join(run.fluentd.pods, `${namespace}_${pod}_${UID}`, 'app');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, '0.log'), '2026-11-25T07:00:00.000000001Z stdout F hello\n');
    }
    await run.fluentd.start();
    await run.settle(PODS.filter(([, , isRead]) => isRead).length);
    const pods = run.documents().map(({ kubernetes }) => `${kubernetes?.namespace_name}/${kubernetes?.pod_name}`);
    return { pods: pods.sort(), log: run.fluentd.log, metrics: await run.metrics() };
  } finally {
    await run.end();
  }
}

test('what is excluded is not read, and Fluentd says as much as it is told to', async () => {
  const exclude = { namespaces: ['kube-*'], pods: ['*-debug', 'shop/load-?'] };
  const { pods, log, metrics } = await started({ exclude, logLevel: 'debug' });

  const expected = PODS.filter(([, , isRead]) => isRead).map(([namespace, pod]) => `${namespace}/${pod}`);
  expect(pods).toEqual(expected.sort());
  expect(metrics.get('fluentd_container_logs_lost_files_total')).toBe(0);
  expect(log.filter((line) => line.includes('[debug]')).length).toBeGreaterThan(0);
});

test('with the level error Fluentd starts in silence', async () => {
  const { log } = await started({ logLevel: 'error' });

  expect(log.filter((line) => /\[(trace|debug|info|warn)\]/.test(line))).toEqual([]);
});
