import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Yaml } from 'cdk8s';
import { afterAll, expect, test } from 'vitest';

import { DASHBOARDS } from '../../codegen/dashboards/files';
import { missingFluentd } from '../../local/fluentd';
import { findPrometheus } from '../../local/prometheus';
import { run } from '../../local/run';
import { expressions, type TestedDashboard } from '../codegen/dashboards/panels';
import { PipelineRun } from '../fluentd/run/pipeline-run';
import { Watch } from './watch';

type Name = keyof typeof DASHBOARDS;

const askedBy = (name: Name) => expressions(DASHBOARDS[name] as unknown as TestedDashboard);

const folder = mkdtempSync(join(tmpdir(), 'efk-dashboards-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('Prometheus reads every expression', async () => {
  const { promtool } = await findPrometheus();
  const file = join(folder, 'rules.yaml');
  const rules = Object.keys(DASHBOARDS)
    .flatMap(askedBy)
    .map(({ expr }, index) => ({ record: `dashboards:expression:${index}`, expr }));
  writeFileSync(file, Yaml.stringify({ groups: [{ name: 'dashboards', rules }] }));
  const { code, stdout, stderr } = await run(promtool, ['check', 'rules', file]);
  expect({ code, stderr }, stdout).toEqual({ code: 0, stderr: '' });
});

/** What has nothing to show, since it did not happen: dead letters, refusals, pauses, debug logs, redaction, formats that fail, a canary. */
const SILENT = [
  'Logging: collectors / Delay of the canary / A',
  'Logging: collectors / Nodes / G',
  'Logging: collectors / Documents sent again / A',
  'Logging: one node / Dead letters / A',
  'Logging: one node / Reading stopped / A',
  'Logging: ingest / Debug and trace / A',
  'Logging: ingest / Redacted and withheld / A',
  'Logging: ingest / Redacted and withheld / B',
  'Logging: ingest / Not understood / A',
  'Logging: ingest / Not understood / B',
];

test('panels of the collector show something of a real one', async ({ skip }) => {
  const missing = await missingFluentd();
  if (missing !== undefined) return skip(`not run here: what the dashboards show, it needs ${missing}`);
  const pipeline = await PipelineRun.prepare({
    abnormal: {},
    treatments: [
      {
        name: 'shop',
        select: { namespaces: ['shop'] },
        drop: [{ reason: 'health', where: { message: /healthz/ } }],
        maxMessage: { size: '1kb' },
      },
    ],
  });
  let watch: Watch | undefined;
  try {
    await pipeline.fluentd.start();
    await pipeline.fluentd.ready();
    const { metricsAddress: address, authority } = pipeline.fluentd;
    watch = await Watch.start({ groups: [] }, { address, authority }, '2s');
    for (let second = 0; second < 12; second++) {
      write(pipeline.fluentd.pods, [
        `{"log.level":"error","number":${second}}`,
        'GET /healthz',
        `${second}`.repeat(3_000),
      ]);
      await sleep(1_000);
    }
    const silent: string[] = [];
    for (const { place, expr } of ['collectors', 'node', 'ingest'].flatMap(askedBy)) {
      if ((await watch.query(expr)).length === 0) silent.push(place);
    }
    expect(silent).toEqual(SILENT);
  } finally {
    await watch?.end();
    await pipeline.end();
  }
});

/** A container writes lines now. */
function write(pods: string, lines: readonly string[]): void {
  const container = join(pods, 'shop_cart-0_00000000-3333-4444-8555-666677778888', 'cart');
  mkdirSync(container, { recursive: true });
  const time = new Date().toISOString().replace('Z', '000001Z');
  appendFileSync(join(container, '0.log'), lines.map((line) => `${time} stdout F ${line}\n`).join(''));
}
