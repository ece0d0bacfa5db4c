import { beforeAll, expect, onTestFinished, test } from 'vitest';

import { missingFluentd } from '../../../local/fluentd';
import { account, type StoredEvent } from '../run/account';
import { certificateOfTests } from '../run/certificate';
import { PipelineRun } from '../run/pipeline-run';
import { type Loki, type LokiStream, startLoki, startRecorder } from './loki-server';

/** Path of a real Loki. Debian's package of this name is another program. */
const LOKI = process.env.EFK_LOKI;

let missing: string | undefined;

beforeAll(async () => {
  missing = await missingFluentd({ furtherGems: true });
  if (!LOKI) console.log('not run here: the test with a real Loki, it needs the path of one in EFK_LOKI');
});

const eventsOf = (streams: readonly LokiStream[]) =>
  streams.flatMap(({ values }) => values.map(([, line]) => JSON.parse(line) as StoredEvent & { readonly _id: string }));

/** Sends what containers write, and returns the streams when nothing is missing in them. */
async function sendTo({ url, streams }: Loki): Promise<readonly LokiStream[]> {
  const { authority } = await certificateOfTests();
  const run = await PipelineRun.prepare(
    {
      limits: { eventSize: '64Ki', chunkSize: '1Mi' },
      memory: '1Gi',
      image: {
        repository: 'logging/fluentd',
        tag: '1',
        plugins: ['fluent-plugin-grafana-loki', 'fluent-plugin-prometheus'],
      },
      routes: [{ name: 'kubernetes', to: ['loki', 'elasticsearch'] }],
      outputs: [
        {
          name: 'loki',
          loki: {
            ...{ url, tenant: 'team', labels: { cluster: 'eu' } },
            ...{ credentials: { secretName: 'loki' }, authority: { configMapName: 'ca' } },
          },
          bufferSize: '64Mi',
        },
      ],
    },
    undefined,
    {
      furtherGems: true,
      files: { '/fluentd/outputs/loki/ca.crt': authority },
      environment: { OUTPUT_LOKI_USERNAME: 'writer', OUTPUT_LOKI_PASSWORD: 'secret' },
    },
  );
  onTestFinished(() => run.end());
  await run.fluentd.start();
  await run.fluentd.ready();
  const node = run.write({ runtime: 'containerd', containers: 4, lines: 10_000, linesPerSecond: 2_000 });
  onTestFinished(() => node.stop());
  const written = await node.written;
  const lost = async () => account(written, eventsOf(await streams())).lost;
  await expect.poll(lost, { timeout: 90_000, interval: 1_000 }).toBe(0);
  const found = await streams();
  expect(account(written, eventsOf(found))).toMatchObject({ lost: 0, duplicates: 0, misplaced: 0, foreign: [] });
  const labels = [...new Set(found.flatMap(({ stream }) => Object.keys(stream)))];
  expect(labels).toEqual(expect.arrayContaining(['cluster', 'container', 'namespace', 'route']));
  expect(new Set(found.map(({ stream }) => JSON.stringify(stream))).size).toBeLessThanOrEqual(4);
  return found;
}

test('what the plugin pushes, to a recorder that is no Loki: every line once, with few labels', async ({ skip }) => {
  if (missing) skip();
  const recorder = await startRecorder(await certificateOfTests());
  const streams = await sendTo(recorder);
  expect(Object.keys(streams[0]?.stream ?? {}).sort()).toEqual(['cluster', 'container', 'namespace', 'route']);
  expect([...recorder.seen.credentials]).toEqual([`Basic ${Buffer.from('writer:secret').toString('base64')}`]);
  expect([...recorder.seen.tenants]).toEqual(['team']);
  expect(recorder.seen.requests).toBeGreaterThan(2);
  for (const { values } of streams) {
    for (const [time, line] of values) {
      expect(
        BigInt(Date.parse((JSON.parse(line) as StoredEvent)['@timestamp'] ?? '')) - BigInt(time) / 1_000_000n,
      ).toBe(0n);
    }
  }
});

test('a real Loki has every line', async ({ skip }) => {
  if (missing || !LOKI) return skip();
  await sendTo(await startLoki(LOKI, await certificateOfTests()));
});
