import { X509Certificate } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { COLLECTOR_RULES } from '../../../constructs/fluentd';
import { METRICS } from '../../../constructs/fluentd/monitoring/metrics';
import { aggregatorRules } from '../../../constructs/fluentd/monitoring/rules/aggregator-rules';
import { freePorts } from '../../../local/cluster/ports';
import { parseScrape } from '../../monitoring/scrape';
import { certificateOfTests } from '../run/certificate';
import type { FluentdPod } from '../run/fluentd-pod';
import { Tier } from './tier';

/** Abnormal logs that each writes: those of an incident. */
const ABNORMAL = 10;

/** Lines of the container that are not. */
const NORMAL = 5;

/** Metrics of inputs that are not here, which tests of theirs see. */
const OF_OTHER_INPUTS: readonly string[] = [METRICS.inputLag, METRICS.inputReadErrors, METRICS.lostInputBytes];

let tier: Tier;
let aggregator: FluentdPod;
let port: number;

beforeAll(async () => {
  const [udp = 0, tls = 0] = await freePorts(2);
  port = tls;
  const { certificate, privateKey } = await certificateOfTests();
  const counted = { abnormal: {}, logMetrics: [{ name: 'lines', by: ['level'] }] } as const;
  const from = { cidrs: ['127.0.0.0/8'] };
  tier = await Tier.start({
    aggregators: 1,
    // As in an environment, where both count the same.
    options: counted,
    ofAggregators: {
      ...counted,
      routes: [{ name: 'kubernetes' }, { name: 'network', namespaces: [] }],
      inputs: [{ name: 'switches', route: 'network', syslog: { from, udp, tls } }],
    },
    files: {
      '/fluentd/inputs/switches/tls.crt': certificate,
      '/fluentd/inputs/switches/tls.key': privateKey,
    },
  });
  aggregator = tier.aggregators[0] as FluentdPod;
  await tier.agent.start();
  await tier.agent.ready();
});

afterAll(() => tier?.end());

/** A series of one of both, by its labels. */
async function value(of: FluentdPod, name: string, labels: Readonly<Record<string, string>>) {
  const found = parseScrape(await of.metrics()).series.find(
    (series) =>
      series.name === name && Object.entries(labels).every(([label, text]) => (series.labels[label] ?? '') === text),
  );
  return found?.value;
}

test('abnormal logs of containers and of inputs are found where they are treated, and none is counted twice', async () => {
  const folder = join(tier.agent.pods, 'shop_cart-0_00000000-3333-4444-8555-666677778888', 'cart');
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < ABNORMAL + NORMAL; number++) {
    const time = new Date().toISOString().replace('Z', '000001Z');
    const level = number < ABNORMAL ? 'error' : 'info';
    appendFileSync(join(folder, '0.log'), `${time} stdout F {"log.level":"${level}","number":${number}}\n`);
  }
  const { authority } = await certificateOfTests();
  const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', ca: authority });
  for (let number = 0; number < ABNORMAL; number++) {
    socket.write(`<11>1 ${new Date().toISOString()} switch-1 door 1 - - port ${number} is down\n`);
  }
  socket.end();

  const abnormal = (labels: Record<string, string>) => () => value(aggregator, METRICS.abnormal, labels);
  const patience = { timeout: 60_000, interval: 500 };
  await expect.poll(abnormal({ namespace: 'shop', container: 'cart' }), patience).toBe(ABNORMAL);
  await expect.poll(abnormal({ route: 'network', namespace: '', container: '' }), patience).toBe(ABNORMAL);

  const all = [tier.agent, aggregator].map(async (pod) =>
    parseScrape(await pod.metrics()).series.filter(({ name }) => name === 'logs_lines_total'),
  );
  const [onNode = [], behind = []] = await Promise.all(all);
  expect(onNode).toEqual([]);
  expect(behind.reduce((sum, { value }) => sum + value, 0)).toBe(2 * ABNORMAL + NORMAL);
});

test('what is delivered is counted on both', async () => {
  const sent = (of: FluentdPod, output: string) => () => value(of, METRICS.sentChunks, { output });
  const patience = { timeout: 60_000, interval: 500 };
  await expect.poll(sent(tier.agent, 'aggregators'), patience).toBeGreaterThan(0);
  await expect.poll(sent(aggregator, 'elasticsearch'), patience).toBeGreaterThan(0);
});

test('every certificate with which they serve says when it expires', async () => {
  const { certificate } = await certificateOfTests();
  const end = Date.parse(new X509Certificate(certificate).validTo) / 1_000;
  for (const name of ['metrics', 'agents', 'switches']) {
    expect(await value(aggregator, METRICS.ownCertificateExpires, { certificate: name }), name).toBe(end);
  }
  expect(await value(tier.agent, METRICS.ownCertificateExpires, { certificate: 'metrics' })).toBe(end);
});

test('together they serve every metric that the rules of inputs and aggregators ask for', async () => {
  const texts = await Promise.all([tier.agent.metrics(), aggregator.metrics()]);
  const served = new Set(texts.flatMap((text) => [...text.matchAll(/^# TYPE (\w+) /gm)].map(([, name]) => name)));
  const groups = [
    ...COLLECTOR_RULES.filter(({ name }) => name === 'fluentd-inputs'),
    aggregatorRules({ namespace: 'logging', name: 'fluentd-aggregator' }),
  ];
  const asked = new Set(JSON.stringify(groups).match(/(?<![\w:])fluentd_\w+(?![\w:])/g));
  expect(asked.size).toBeGreaterThan(8);
  expect([...asked].filter((name) => !served.has(name) && !OF_OTHER_INPUTS.includes(name))).toEqual([]);
});
