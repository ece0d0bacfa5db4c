import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Route } from '../../constructs/fluentd';
import { METRIC_TABLE } from '../../constructs/fluentd/monitoring/metric-table';
import { missingFluentd } from '../../local/fluentd';
import { PipelineRun } from '../fluentd/run/pipeline-run';
import { parseScrape, type Scrape } from './scrape';

/** Series that a node may have, with so many routes. */
const MOST = 300;
const ROUTES = 50;

/** Routes with a buffer of their own, as tenants have them. */
const BUFFERED = 10;

/** Namespaces of each route, and the levels that each uses. */
const NAMESPACES = 3;
const LEVELS = ['debug', 'info', 'warn', 'error', 'critical'];

const routes: Route[] = Array.from({ length: ROUTES }, (_, index) => ({
  name: `team_${index}`,
  namespaces: [`team-${index}-*`],
  ...(index < BUFFERED && { bufferSize: '32Mi' as const }),
}));

let missing: string | undefined;
let run: PipelineRun;

beforeAll(async () => {
  missing = await missingFluentd();
  if (missing !== undefined) return;
  run = await PipelineRun.prepare({
    routes,
    bufferSize: '1Gi',
    memory: '1Gi',
    abnormal: {},
    treatments: [
      {
        name: 'all',
        parse: 'logfmt',
        time: { field: 'json.at', format: 'iso8601' },
        drop: [{ reason: 'health', where: { 'json.path': '/healthz' } }],
        redact: [{ pattern: 'email' }],
        maxMessage: { size: '1kb' },
      },
    ],
  });
  await run.fluentd.start();
  await run.fluentd.ready();
});

afterAll(() => run?.end());

test('a node with 50 routes has at most 300 series, each as the table says', async ({ skip }) => {
  if (missing !== undefined) return skip(`not run here: a scrape of the real Fluentd, it needs ${missing}`);
  let lines = 0;
  for (let route = 0; route < ROUTES; route++) {
    for (let namespace = 0; namespace < NAMESPACES; namespace++) {
      lines += write(`team-${route}-${namespace}`, route < 2 && namespace === 0);
    }
  }
  await run.settle(lines);
  // The gauges are shown every ten seconds.
  await sleep(11_000);
  expect(run.count).toBe(lines);
  const scrape = parseScrape(await run.fluentd.metrics());
  console.log(`${scrape.series.length} series`, counts(scrape));
  expect(scrape.series.length).toBeLessThanOrEqual(MOST);

  const table = new Map(Object.values(METRIC_TABLE).map((metric) => [metric.name, metric]));
  for (const [name, type] of scrape.types) expect({ name, type }).toEqual({ name, type: table.get(name)?.type });
  for (const { name, labels } of scrape.series) {
    expect(Object.keys(labels).sort(), name).toEqual([...(table.get(name)?.labels ?? [])].sort());
  }
});

/** Series by the names of their metrics. */
function counts({ series }: Scrape): Record<string, number> {
  const names = [...new Set(series.map(({ name }) => name))];
  return Object.fromEntries(names.map((name) => [name, series.filter((each) => each.name === name).length]));
}

/** A container writes lines of all levels, and those that treatments count; how many of them are stored. */
function write(namespace: string, isRich: boolean): number {
  const texts = [
    ...LEVELS.map((level) => `level=${level} msg=hello`),
    ...(isRich
      ? [
          'level=info mail=somebody@example.com at=never',
          'level=info path=/healthz',
          'plain',
          `level=info msg=${'x'.repeat(2_000)}`,
        ]
      : []),
  ];
  const folder = join(run.fluentd.pods, `${namespace}_web-0_00000000-3333-4444-8555-666677778888`, 'web');
  mkdirSync(folder, { recursive: true });
  const now = new Date().toISOString().replace('Z', '000001Z');
  appendFileSync(join(folder, '0.log'), texts.map((text) => `${now} stdout F ${text}\n`).join(''));
  return texts.length - (isRich ? 1 : 0);
}
