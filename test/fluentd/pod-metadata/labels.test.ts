import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Document } from '../elasticsearch/bulk/data-stream';
import type { StoredEvent } from '../run/account';
import { PipelineRun } from '../run/pipeline-run';
import { ApiServerStandIn } from './api-server';

let api: ApiServerStandIn;
let run: PipelineRun;
let written = 0;

const uid = (pod: string) => `00000000-0000-4000-8000-${pod.padStart(12, '0')}`;

/** A line of a pod, after all others; with an address in it. */
function write(place: string, message: string): void {
  const [namespace, pod = '', container = 'app'] = place.split('/');
  const folder = join(run.fluentd.pods, `${namespace}_${pod}_${uid(pod)}`, container);
  mkdirSync(folder, { recursive: true });
  const time = `2026-11-25T07:00:00.${String(++written).padStart(9, '0')}Z`;
  appendFileSync(join(folder, '0.log'), `${time} stdout F ${message} of a@example.com\n`);
}

/** The API server knows a pod with these labels. */
const put = (name: string, labels: Record<string, string>) => api.put({ metadata: { uid: uid(name), name, labels } });

interface Found {
  readonly message: string;
  readonly data_stream: { readonly dataset: string };
}

/** Route and message of what is stored of lines that begin with this. */
function stored(start: string): string[] {
  return (run.documents() as unknown as Found[])
    .filter(({ message }) => message.startsWith(start))
    .map(({ message, data_stream: { dataset } }) => `${dataset}: ${message}`);
}

const REDACTED = 'of [email redacted]';

const metric = async (name: string) => (await run.metrics()).get(name);

const waits = () => run.fluentd.log.filter((line) => line.includes('logs wait unread until')).length;

beforeAll(async () => {
  api = await ApiServerStandIn.start();
  run = await PipelineRun.prepare(
    {
      podMetadata: {},
      routes: [
        { name: 'kubernetes' },
        { name: 'payments', namespaces: ['shop'], labels: { team: ['pay', 'pay-*'] } },
        { name: 'web', treatments: ['web'] },
        { name: 'known', treatments: ['known'] },
      ],
      treatments: [
        { name: 'known', select: { containers: ['known'] }, redact: [{ pattern: 'email' }] },
        {
          name: 'cards',
          select: { namespaces: ['shop'], labels: { team: ['pay', 'pay-*'] } },
          except: { labels: { 'example.com/test': ['true'] } },
          redact: [{ pattern: 'email' }],
        },
        {
          name: 'web',
          select: { namespaces: ['shop'], labels: { tier: ['web'] } },
          drop: [{ reason: 'noise', where: { message: /^noise/ } }],
        },
      ],
    },
    (document: Document) => document as unknown as StoredEvent,
    api.given,
  );
});

afterAll(async () => {
  await run?.end();
  await api?.leave();
});

test('while the API server is away, who depends on labels waits unread and others go on', async () => {
  put('pay', { team: 'pay-1' });
  put('test', { team: 'pay', 'example.com/test': 'true' });
  put('web', { team: 'other', tier: 'web' });
  await api.leave();
  for (const place of ['shop/pay', 'shop/test', 'shop/web', 'plain/other', 'shop/pay/known'])
    write(place, `first ${place}`);
  write('shop/web', 'noise');
  await run.fluentd.start();
  await run.settle(2);
  expect(stored('first').sort()).toEqual([
    `known: first shop/pay/known ${REDACTED}`,
    'kubernetes: first plain/other of a@example.com',
  ]);
  await expect.poll(waits, { timeout: 20_000 }).toBe(1);
  expect(await metric('fluentd_container_logs_waiting_files')).toBe(3);
  expect(readFileSync(join(run.fluentd.state, 'container-logs.positions'), 'utf8')).not.toContain('shop_web');
});

test('when it answers, everything arrives once, treated and on its route', async () => {
  await api.comeBack();
  await run.settle(5);
  expect(stored('first').sort()).toEqual([
    `known: first shop/pay/known ${REDACTED}`,
    'kubernetes: first plain/other of a@example.com',
    `payments: first shop/pay ${REDACTED}`,
    'payments: first shop/test of a@example.com',
    'web: first shop/web of a@example.com',
  ]);
  expect(run.count).toBe(5);
  expect(await metric('fluentd_container_logs_waiting_files')).toBe(0);
  expect(await metric('fluentd_container_logs_lost_bytes_total')).toBe(0);
  expect(waits()).toBe(1);
  expect(api.asked.filter(({ path }) => !path.includes('watch'))).toHaveLength(1);
  expect(api.watching).toBe(1);
});

test('labels that change move no pod, and a new pod has its own at once', async () => {
  put('pay', { team: 'moved' });
  put('new', { team: 'pay' });
  await sleep(500);
  write('shop/pay', 'changed');
  write('shop/pay/second', 'changed second');
  write('shop/new', 'changed new');
  await run.settle(8);
  expect(stored('changed').sort()).toEqual([
    `payments: changed new ${REDACTED}`,
    `payments: changed ${REDACTED}`,
    `payments: changed second ${REDACTED}`,
  ]);
});

test.each(['terminate', 'kill'] as const)(
  'after a %s while the API server is away it goes on as before',
  async (end) => {
    await api.leave();
    await run.fluentd[end]();
    write('shop/pay', `${end}d`);
    write('shop/web', `${end}d`);
    const before = run.count;
    await run.settle(before + 2);
    expect(stored(`${end}d`).sort()).toEqual([`payments: ${end}d ${REDACTED}`, `web: ${end}d of a@example.com`]);
    expect(await metric('fluentd_container_logs_waiting_files')).toBe(0);
  },
);

test('of a pod that is gone everything is redacted that could have to be, and it takes no route by labels', async () => {
  write('shop/gone', 'gone');
  const before = run.count;
  await sleep(3_000);
  expect(run.count).toBe(before);
  await api.comeBack();
  await run.settle(before + 1);
  expect(stored('gone')).toEqual([`kubernetes: gone ${REDACTED}`]);
  expect(await metric('fluentd_container_logs_unknown_pods_total')).toBe(1);
  await api.leave();
  await run.fluentd.kill();
  write('shop/gone', 'gone for good');
  await run.settle(before + 2);
  expect(stored('gone for good')).toEqual([`kubernetes: gone for good ${REDACTED}`]);
});
