import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, onTestFinished, test } from 'vitest';

import { missingFluentd } from '../../../local/fluentd';
import { account, nanoseconds, type StoredEvent } from '../run/account';
import { certificateOfTests } from '../run/certificate';
import { PipelineRun } from '../run/pipeline-run';
import { type StoredObject, startS3 } from './s3-server';

let missing: string | undefined;

beforeAll(async () => {
  missing = await missingFluentd({ furtherGems: true });
});

/** A pipeline whose logs go to S3 as well. */
async function withArchive() {
  const certificate = await certificateOfTests();
  const s3 = await startS3(certificate);
  const run = await PipelineRun.prepare(
    {
      limits: { eventSize: '64Ki', chunkSize: '1Mi' },
      memory: '1Gi',
      image: {
        repository: 'logging/fluentd',
        tag: '1',
        plugins: ['fluent-plugin-prometheus', 'fluent-plugin-s3'],
      },
      routes: [{ name: 'audit', to: ['archive', 'elasticsearch'] }],
      outputs: [
        {
          name: 'archive',
          s3: {
            bucket: 'archive',
            endpoint: s3.url,
            prefix: 'logs/test',
            interval: '1m',
            objectSize: '2Mi',
            credentials: { secretName: 'archive' },
            authority: { configMapName: 'ca' },
          },
          bufferSize: '256Mi',
        },
      ],
    },
    undefined,
    {
      furtherGems: true,
      files: { '/fluentd/outputs/archive/ca.crt': certificate.authority },
      environment: { OUTPUT_ARCHIVE_ACCESS_KEY: 'S3RVER', OUTPUT_ARCHIVE_SECRET_KEY: 'S3RVER' },
    },
  );
  onTestFinished(() => run.end());
  await run.fluentd.start();
  await run.fluentd.ready();
  const node = run.write({ runtime: 'containerd', containers: 4, lines: 60_000, linesPerSecond: 3_000 });
  onTestFinished(() => node.stop());
  return { run, s3, node };
}

const eventsOf = (objects: readonly StoredObject[]) =>
  objects.flatMap(({ lines }) => lines.map((line) => JSON.parse(line) as StoredEvent & { _id: string }));

/** Waits until every line is there: an object has the logs of a minute, and is written a minute later. */
async function settled(
  s3: Awaited<ReturnType<typeof startS3>>,
  written: Parameters<typeof account>[0],
): Promise<StoredObject[]> {
  // Not the number of events: on a busy machine a trace may be cut at its age.
  const lost = () => account(written, eventsOf(s3.objects())).lost;
  await expect.poll(lost, { timeout: 240_000, interval: 5_000 }).toBe(0);
  await sleep(5_000);
  return s3.objects();
}

/** Events of a stream that stand behind a later one, in the order of the keys. */
function outOfOrder(objects: readonly StoredObject[]): number {
  const last = new Map<string, { time: bigint; offset: number }>();
  let count = 0;
  for (const { '@timestamp': at = '', log, kubernetes } of eventsOf(objects)) {
    const [name, time, offset] = [kubernetes?.pod_name ?? '', nanoseconds(at), log?.offset ?? 0];
    const before = last.get(name);
    if (before && (time < before.time || (time === before.time && offset < before.offset))) count += 1;
    last.set(name, { time, offset });
  }
  return count;
}

test('every line is in exactly one object, in order, also when answers are lost, the storage is away and Fluentd is restarted', async ({
  skip,
}) => {
  if (missing) skip();
  const { run, s3, node } = await withArchive();
  s3.state.losesAnswers = 3;
  await sleep(6_000);
  s3.state.isAway = true;
  await sleep(4_000);
  s3.state.isAway = false;
  await run.fluentd.terminate();
  const written = await node.written;
  const events = written.events.reduce((sum, count) => sum + count, 0);
  const objects = await settled(s3, written);
  expect(account(written, eventsOf(objects))).toMatchObject({ lost: 0, duplicates: 0, misplaced: 0, foreign: [] });
  expect(outOfOrder(objects)).toBe(0);
  expect(s3.state.losesAnswers).toBe(0);
  expect(objects.length).toBeGreaterThan(3);
  const key = /^logs\/test\/audit\/\d{4}\/\d\d\/\d\d\/\d\d\/[0-9a-f]{32}\.gz$/;
  expect(objects.filter(({ key: given }) => !key.test(given))).toEqual([]);
  await run.settle(events);
  expect(account(written, run.documents())).toMatchObject({ lost: 0, duplicates: 0, misplaced: 0 });
});

test('a kill loses nothing, and what it repeats has the same ids', async ({ skip }) => {
  if (missing) skip();
  const { run, s3, node } = await withArchive();
  for (let kills = 0; kills < 3; kills++) {
    await sleep(4_000);
    await run.fluentd.kill();
  }
  const written = await node.written;
  const events = written.events.reduce((sum, count) => sum + count, 0);
  const objects = await settled(s3, written);
  const { lost, duplicates, foreign } = account(written, eventsOf(objects));
  expect({ lost, foreign }).toEqual({ lost: 0, foreign: [] });
  // By ids each is there once: `settled` has waited for that.
  console.log(`three kills: ${duplicates} of ${events} events are in two objects`);
  await run.settle(events);
  expect(account(written, run.documents())).toMatchObject({ lost: 0, duplicates: 0 });
});
