import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { missingFluentd } from '../../local/fluentd';
import { PipelineRun } from '../fluentd/run/pipeline-run';
import { parseScrape } from './scrape';

/** What an ingress writes, and what an application does. */
const LINES = {
  web: [
    '10.1.2.3 - - [25/Nov/2026:07:00:00 +0000] "GET /orders/17?x=1 HTTP/1.1" 200 12 "-" "curl/8"',
    '10.1.2.3 - - [25/Nov/2026:07:00:00 +0000] "GET /orders/18 HTTP/1.1" 200 12 "-" "curl/8"',
    '10.1.2.3 - - [25/Nov/2026:07:00:00 +0000] "POST /pay HTTP/1.1" 503 12 "-" "curl/8"',
    'started',
  ],
  app: [
    '{"level":"info","message":"done","duration_ms":20,"region":"eu"}',
    '{"level":"info","message":"done","duration_ms":300,"region":"mars"}',
    '{"level":"warn","message":"slow","duration_ms":4000,"region":"eu"}',
    '{"level":"warn","message":"no duration","region":"eu"}',
  ],
};

let missing: string | undefined;
let run: PipelineRun;

beforeAll(async () => {
  missing = await missingFluentd();
  if (missing !== undefined) return;
  run = await PipelineRun.prepare(
    {
      treatments: [{ name: 'access', select: { containers: ['web'] }, parse: 'nginx' }],
      logMetrics: [
        { name: 'requests', treatments: ['access'], by: ['statusClass', 'method', 'path'] },
        { name: 'done', by: [{ label: 'region', field: 'json.region', values: ['eu'] }], buckets: [0.1, 1] },
      ],
    },
    (document) => document as never,
  );
  await run.fluentd.start();
  await run.fluentd.ready();
});

afterAll(() => run?.end());

test('requests by their template, and durations, on the real Fluentd', async ({ skip }) => {
  if (missing !== undefined) return skip(`not run here: a scrape of the real Fluentd, it needs ${missing}`);
  for (const [container, lines] of Object.entries(LINES)) write(container, lines);
  await run.settle(8);
  // Published every five seconds.
  await sleep(6_000);
  const { types, series } = parseScrape(await run.fluentd.metrics());
  const ours = series.filter(({ name }) => name.startsWith('logs_'));
  const route = 'kubernetes';
  expect(types.get('logs_requests_total')).toBe('counter');
  expect(ours.filter(({ name }) => name === 'logs_requests_total')).toEqual([
    {
      name: 'logs_requests_total',
      labels: { route, status_class: '2xx', method: 'GET', path: '/orders/:id' },
      value: 2,
    },
    { name: 'logs_requests_total', labels: { route, status_class: '5xx', method: 'POST', path: '/pay' }, value: 1 },
  ]);
  expect(types.get('logs_done_seconds')).toBe('histogram');
  const buckets = ours.filter(({ name, labels }) => name === 'logs_done_seconds_bucket' && labels.region === 'eu');
  expect(buckets.map(({ labels, value }) => [labels.le, value])).toEqual([
    ['0.1', 1],
    ['1.0', 1],
    ['+Inf', 2],
  ]);
  const sums = ours.filter(({ name }) => /_(sum|count)$/.test(name));
  expect(Object.fromEntries(sums.map(({ name, labels, value }) => [`${name} ${labels.region}`, value]))).toEqual({
    'logs_done_seconds_sum eu': 4.02,
    'logs_done_seconds_count eu': 2,
    'logs_done_seconds_sum _other': 0.3,
    'logs_done_seconds_count _other': 1,
  });
  expect(run.documents().filter((document) => '_treatment' in document)).toEqual([]);
});

/** A container writes lines now. */
function write(container: string, lines: readonly string[]): void {
  const folder = join(run.fluentd.pods, `shop_${container}-0_00000000-3333-4444-8555-666677778888`, container);
  mkdirSync(folder, { recursive: true });
  const now = new Date().toISOString().replace('Z', '000001Z');
  appendFileSync(join(folder, '0.log'), lines.map((line) => `${now} stdout F ${line}\n`).join(''));
}
