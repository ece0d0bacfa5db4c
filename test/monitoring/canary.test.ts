import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { CANARY_CONTAINER, CANARY_RULES } from '../../constructs/fluentd';
import { METRICS } from '../../constructs/fluentd/monitoring/metrics';
import { ruleFile } from '../../constructs/monitoring';
import { missingFluentd } from '../../local/fluentd';
import { PipelineRun } from '../fluentd/run/pipeline-run';
import { Watch } from './watch';

const CANARY = { namespace: 'logging-agents', container: CANARY_CONTAINER };

/** A line of the canary is written so long ago when it is read, so that five minutes without one are over sooner. In seconds. */
const AGO = 270;

let missing: string | undefined;
let run: PipelineRun;
let watch: Watch;

beforeAll(async () => {
  missing = await missingFluentd();
  if (missing !== undefined) return;
  run = await PipelineRun.prepare({ canary: CANARY });
  await run.fluentd.start();
  await run.fluentd.ready();
  const { metricsAddress: address, authority } = run.fluentd;
  watch = await Watch.start(ruleFile([CANARY_RULES]), { address, authority }, '5s');
});

afterAll(async () => {
  await watch?.end();
  await run?.end();
});

test('a line of the canary is found again in seconds; when none arrives, an alert comes, and goes when they do', async ({
  skip,
}) => {
  if (missing !== undefined) return skip(`not run here: the way of the canary, it needs ${missing}`);
  write('cart', 0);
  write(CANARY.container, 0);
  await until('the line is stored', async () => (await delay()) !== undefined);
  expect(await delay()).toBeGreaterThan(0);
  expect(await delay()).toBeLessThan(30);
  expect((await watch.query(METRICS.canaryStored)).map(({ metric }) => metric.node)).toEqual(['node-1']);
  expect(firing()).toEqual([]);

  await run.elasticsearch.leave();
  await run.fluentd.kill();
  await run.fluentd.ready();
  watch.scrape(run.fluentd.metricsAddress);
  // What was known of earlier lines is gone with the process; the next one says how it is.
  await run.elasticsearch.comeBack();
  write(CANARY.container, AGO);
  await until('the line of long ago is stored', async () => ((await delay()) ?? 0) >= AGO);
  await run.elasticsearch.leave();
  const away = performance.now();
  await until('the alert has come', async () => firing().length > 0);
  console.log(`alert ${Math.round((performance.now() - away) / 1000 + AGO)} s after the last line that arrived`);
  expect(firing()).toMatchObject([{ labels: { alertname: 'LogsDoNotArrive', severity: 'critical', node: 'node-1' } }]);

  await run.elasticsearch.comeBack();
  write(CANARY.container, 0);
  await until('the alert has gone', async () => resolved().length > 0);
});

function firing() {
  return watch.received.filter(({ status, labels }) => status === 'firing' && labels.alertname === 'LogsDoNotArrive');
}

function resolved() {
  return watch.received.filter(({ status, labels }) => status === 'resolved' && labels.alertname === 'LogsDoNotArrive');
}

/** How long the newest line took, as Prometheus knows it, if it knows anything yet. In seconds. */
async function delay(): Promise<number | undefined> {
  const [newest] = await watch.query(METRICS.canaryDelay).catch(() => []);
  return newest?.value;
}

async function until(what: string, isDone: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 120_000;
  while (!(await isDone())) {
    if (performance.now() > end) throw new Error(`not within two minutes: ${what}\n${watch.log}`);
    await sleep(500);
  }
}

/** A container has written a line, so many seconds ago. */
function write(container: string, ago: number): void {
  const folder = join(
    run.fluentd.pods,
    `${CANARY.namespace}_log-canary-x7k2p_00000000-3333-4444-8555-666677778889`,
    container,
  );
  mkdirSync(folder, { recursive: true });
  const time = new Date(Date.now() - ago * 1000).toISOString().replace('Z', '000001Z');
  appendFileSync(join(folder, '0.log'), `${time} stdout F canary\n`);
}
