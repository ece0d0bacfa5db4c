import { createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';

import { COLLECTOR_RULES, type FluentdImage, type NamedOutput } from '../../../constructs/fluentd';
import { METRICS } from '../../../constructs/fluentd/monitoring/metrics';
import { missingFluentd } from '../../../local/fluentd';
import { parseScrape } from '../../monitoring/scrape';
import { certificateOfTests } from '../run/certificate';
import { PipelineRun } from '../run/pipeline-run';

/** Time in which it must be seen that a destination is away. In seconds. */
const VISIBLE = 60;

const OWN_IMAGE: FluentdImage = {
  repository: 'logging/fluentd',
  tag: '1',
  plugins: ['fluent-plugin-grafana-loki', 'fluent-plugin-kafka', 'fluent-plugin-prometheus', 'fluent-plugin-s3'],
};

/** A server that accepts connections, for all of them. */
async function server() {
  const sockets = new Set<Socket>();
  const made = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  const leave = () => {
    made.close();
    for (const socket of sockets) socket.destroy();
  };
  onTestFinished(leave);
  const address = made.address();
  return { port: typeof address === 'object' && address ? address.port : 0, leave };
}

/** An output of every kind that has a server; of those that this machine has the gems for. */
function outputs(port: number, all: boolean): NamedOutput[] {
  const url = `https://localhost:${port}`;
  const credentials = { secretName: 'any' };
  const authority = { configMapName: 'ca' };
  const own = { bufferSize: '256Mi', whenFull: 'dropOldest' } as const;
  const ofGems: NamedOutput[] = [
    { name: 'archive', s3: { bucket: 'logs', endpoint: url, credentials, authority, interval: '1h' }, ...own },
    { name: 'stream', kafka: { brokers: [`localhost:${port}`], topic: 'logs', credentials, authority }, ...own },
    { name: 'loki', loki: { url, credentials, authority }, ...own },
  ];
  return [
    ...(all ? ofGems : []),
    { name: 'web', http: { url, credentials, authority }, ...own },
    { name: 'second', elasticsearch: { url, credentials, authority }, ...own },
  ];
}

test('a destination of every kind that is away is seen within a minute, by its name', async () => {
  const all = (await missingFluentd({ furtherGems: true })) === undefined;
  const { port, leave } = await server();
  const made = outputs(port, all);
  const names = made.map(({ name }) => name);
  const { authority } = await certificateOfTests();
  const variables = names.flatMap((name) =>
    ['USERNAME', 'PASSWORD', 'ACCESS_KEY', 'SECRET_KEY'].map((what) => [`OUTPUT_${name.toUpperCase()}_${what}`, 'any']),
  );
  const run = await PipelineRun.prepare(
    {
      memory: '2Gi',
      bufferSize: '4Gi',
      ...(all && { image: OWN_IMAGE }),
      routes: [{ name: 'kubernetes', to: ['elasticsearch', ...names] }],
      outputs: made,
    },
    undefined,
    {
      furtherGems: all,
      files: Object.fromEntries(names.map((name) => [`/fluentd/outputs/${name}/ca.crt`, authority])),
      environment: Object.fromEntries(variables),
    },
  );
  onTestFinished(() => run.end());
  await run.fluentd.start();
  await run.fluentd.ready();
  const values = async (metric: string) =>
    Object.fromEntries(
      parseScrape(await run.fluentd.metrics())
        .series.filter(({ name }) => name === metric)
        .map(({ labels: { output = '' }, value }) => [output, value]),
    );
  const each = (value: number) => Object.fromEntries(names.map((name) => [name, value]));
  const patience = { timeout: VISIBLE * 1_000, interval: 500 };
  await expect.poll(() => values(METRICS.reachable), patience).toEqual(each(1));

  leave();
  const left = performance.now();
  await expect.poll(() => values(METRICS.reachable), patience).toEqual(each(0));
  console.log(`${names.join(', ')}: seen after ${((performance.now() - left) / 1_000).toFixed(1)} s`);

  // The stack's own is used all the time, and says since when it cannot be.
  await run.elasticsearch.leave();
  const node = run.write({ runtime: 'containerd', containers: 1, lines: 200, linesPerSecond: 100 });
  onTestFinished(() => node.stop());
  await expect.poll(async () => (await values(METRICS.failing)).elasticsearch, patience).toBeGreaterThan(0);

  const text = await run.fluentd.metrics();
  const asked = JSON.stringify(COLLECTOR_RULES.filter(({ name }) => name === 'fluentd-outputs')).match(/fluentd_\w+/g);
  expect([...new Set(asked)].filter((name) => !text.includes(`# TYPE ${name} `))).toEqual([]);
});
