import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { abnormalRule, COLLECTOR_RULES } from '../../constructs/fluentd';
import { METRICS } from '../../constructs/fluentd/monitoring/metrics';
import { ruleFile, SCRAPE_INTERVAL } from '../../constructs/monitoring';
import { missingFluentd } from '../../local/fluentd';
import type { Node } from '../fluentd/kubelet/node';
import { PipelineRun } from '../fluentd/run/pipeline-run';
import { Watch } from './watch';

/** Within so long of the tenth abnormal log somebody must know. In seconds. */
const LATEST = 180;

/** Lines of others, a second; `EFK_FAULTS=full` is the load that is promised. */
const TRAFFIC = process.env.EFK_FAULTS === 'full' ? 5_000 : 500;

/** Groups of rules for parts that this pipeline does not have; tests of outputs and of aggregators run some that have them. */
const ELSEWHERE = ['fluentd-outputs', 'fluentd-inputs'];

let missing: string | undefined;
let run: PipelineRun;
let node: Node;
let watch: Watch;

beforeAll(async () => {
  missing = await missingFluentd();
  if (missing !== undefined) return;
  run = await PipelineRun.prepare({ abnormal: {}, canary: { namespace: 'shop', container: 'cart' } });
  await run.fluentd.start();
  await run.fluentd.ready();
  const { metricsAddress: address, authority } = run.fluentd;
  const rules = ruleFile([...COLLECTOR_RULES, { name: 'abnormal-logs', rules: [abnormalRule({})] }]);
  watch = await Watch.start(rules, { address, authority }, SCRAPE_INTERVAL);
  node = run.write({ runtime: 'containerd', containers: 8, lines: TRAFFIC * LATEST, linesPerSecond: TRAFFIC });
});

afterAll(async () => {
  await node?.stop();
  await watch?.end();
  await run?.end();
});

test('ten abnormal logs within three minutes raise one alert, nine raise none', async ({ skip }) => {
  if (missing !== undefined) return skip(`not run here: the way from a log to an alert, it needs ${missing}`);
  for (let count = 1; count <= 10; count++) {
    if (count < 10) log('bank', 'nine', `{"log.level":"error","number":${count}}`);
    log('shop', 'cart', `{"log.level":"${count % 2 ? 'error' : 'critical'}","number":${count}}`);
    log('shop', 'calm', `{"log.level":"warn","number":${count}}`);
  }
  const tenth = performance.now();
  const seconds = () => Math.round((performance.now() - tenth) / 1000);
  while (abnormal().length === 0 && seconds() < LATEST) await sleep(200);
  const took = seconds();
  console.log(`alert ${took} s after the tenth abnormal log, beside ${TRAFFIC} lines a second`);
  expect(abnormal(), watch.log).toMatchObject([
    {
      status: 'firing',
      labels: { alertname: 'AbnormalLogs', severity: 'critical', namespace: 'shop', container: 'cart' },
      annotations: { summary: 'shop/cart has written 10 abnormal logs within 3m' },
    },
  ]);
  expect(took).toBeLessThan(LATEST);
});

test('a restart of Fluentd counts nothing again, and it serves every metric that rules ask for', async ({ skip }) => {
  if (missing !== undefined) return skip(`not run here: the way from a log to an alert, it needs ${missing}`);
  await run.fluentd.kill();
  await run.fluentd.ready();
  watch.scrape(run.fluentd.metricsAddress);
  await sleep(70_000);
  expect(abnormal().filter(({ status }) => status === 'firing')).toHaveLength(1);
  expect(
    (await watch.query(`sum by (container) (${METRICS.abnormal}{namespace=~"shop|bank"})`)).filter(
      ({ value }) => value >= 10,
    ),
  ).toEqual([]);

  const served = (await run.fluentd.metrics()).matchAll(/^# TYPE (\w+) /gm);
  const names = new Set([...served].map(([, name]) => name));
  // Not those in the names of recording rules, `pod_output:fluentd_...:seconds`.
  const rules = COLLECTOR_RULES.filter(({ name }) => !ELSEWHERE.includes(name));
  const asked = JSON.stringify(rules).match(/(?<![\w:])fluentd_\w+(?![\w:])/g) ?? [];
  expect(asked.filter((name) => !names.has(name))).toEqual([]);
});

/** What was said of our workloads; the traffic beside them has errors and traces of its own. */
function abnormal() {
  const ours = ['shop', 'bank'];
  return watch.received.filter(
    ({ labels }) => labels.alertname === 'AbnormalLogs' && ours.includes(labels.namespace ?? ''),
  );
}

/** A container writes a line now. */
function log(namespace: string, container: string, line: string): void {
  const folder = join(run.fluentd.pods, `${namespace}_${container}-0_00000000-3333-4444-8555-666677778888`, container);
  mkdirSync(folder, { recursive: true });
  appendFileSync(join(folder, '0.log'), `${new Date().toISOString().replace('Z', '000001Z')} stdout F ${line}\n`);
}
