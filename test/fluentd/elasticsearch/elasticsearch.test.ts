import { expect, onTestFinished, test } from 'vitest';
import { clientOf } from './client';
import { Elasticsearch } from './elasticsearch';
import type { OwnProcessOptions } from './own-process';

const BULK = '/logs-shop-default/_bulk';

async function started(options?: OwnProcessOptions) {
  const elasticsearch = await Elasticsearch.start(options);
  onTestFinished(() => elasticsearch.stop());
  return { elasticsearch, post: clientOf(elasticsearch.endpoint) };
}

function line(id: string, message: string): string {
  return `{"create":{"_id":"${id}"}}\n{"@timestamp":"2026-11-25T07:00:00Z","message":"${message}"}\n`;
}

test('in a process of its own it says what it kept of messages', async () => {
  const { elasticsearch, post } = await started({ kept: 'c\\d+-\\d+' });
  await post(BULK, line('a', 'info c1-7 reserved') + line('b', 'another'));

  expect(await elasticsearch.report()).toMatchObject({
    kept: { 'logs-shop-default': ['c1-7', ''] },
    traffic: { requests: 1, statuses: { 200: 1 } },
  });
});

test('it fails as it is told', async () => {
  const { elasticsearch, post } = await started();
  await elasticsearch.fail({ refusedRequests: 1, status: 429 });
  expect((await post(BULK, line('a', 'x'))).status).toBe(429);
  await elasticsearch.leave();
  expect((await post(BULK, line('a', 'x'))).status).toBe(0);
  await elasticsearch.comeBack();
  await elasticsearch.fail({}, /bad/);

  expect((await post(`${BULK}?filter_path=items.*.status`, line('a', 'x') + line('b', 'bad'))).body).toEqual({
    items: [{ create: { status: 201 } }, { create: { status: 400 } }],
  });
});

test('what is asked at the same time is answered in turn', async () => {
  const { elasticsearch, post } = await started({ isSink: true });
  await post(BULK, line('a', 'x'));
  const [, report, , another] = await Promise.all([
    elasticsearch.fail({}),
    elasticsearch.report(),
    elasticsearch.leave(),
    elasticsearch.report(),
  ]);

  expect([report.taken, another.taken]).toEqual([1, 1]);
});
