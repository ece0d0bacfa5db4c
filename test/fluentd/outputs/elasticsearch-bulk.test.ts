import { beforeAll, expect, test } from 'vitest';
import { type FluentdRuntime, findFluentd } from '../../../local/fluentd';
import type { Faults } from '../elasticsearch/faults';
import { Reader } from './reader';

const LINES = 20_000;

let runtime: FluentdRuntime;

beforeAll(async () => {
  runtime = await findFluentd({ report: console.log });
});

test.each<[string, Faults]>([
  ['nothing goes wrong', {}],
  ['a third of the documents is refused for a while', { rejectedDocuments: 1 / 3 }],
  ['half of the requests is refused', { refusedRequests: 1 / 2, status: 503 }],
  ['half of the requests has no rights', { refusedRequests: 1 / 2, status: 403 }],
  ['a third of the answers is lost', { lostAnswers: 1 / 3 }],
  ['a third of the answers is cut off', { cutAnswers: 1 / 3 }],
  ['a proxy answers a third of the requests', { pages: 1 / 3 }],
  ['a third of the connections is ended by the other side', { halfClosed: 1 / 3 }],
  ['answers come after Fluentd has given up', { delay: 3_500, lostAnswers: 1 / 2 }],
])('every line is stored once while %s', async (_, faults) => {
  const reader = await Reader.of(runtime);
  await reader.elasticsearch.fail(faults);
  await reader.start();
  reader.write(LINES);
  if (faults.delay) {
    await expect.poll(async () => (await reader.missing()).lost, { timeout: 60_000 }).toBeLessThan(LINES);
    await reader.elasticsearch.fail({});
  }

  await expect.poll(() => reader.missing(), { timeout: 120_000, interval: 500 }).toEqual({ lost: 0, twice: 0 });
});

test('every line is stored once when Elasticsearch goes and comes back', async () => {
  const reader = await Reader.of(runtime);
  await reader.start();
  reader.write(LINES / 2);
  await expect.poll(() => reader.missing(), { timeout: 60_000 }).toMatchObject({ lost: 0 });
  await reader.elasticsearch.leave();
  reader.write(LINES / 2);
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  await reader.elasticsearch.comeBack();

  await expect.poll(() => reader.missing(), { timeout: 60_000, interval: 500 }).toEqual({ lost: 0, twice: 0 });
});
