import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Document } from '../elasticsearch/bulk/data-stream';
import type { StoredEvent } from '../run/account';
import { PipelineRun } from '../run/pipeline-run';
import { ApiServerStandIn } from './api-server';

const NAME = 'app.kubernetes.io/name';
const VERSION = 'app.kubernetes.io/version';

let api: ApiServerStandIn;
let run: PipelineRun;
let written = 0;

const uid = (pod: string) => `00000000-0000-4000-8000-${pod.padStart(12, '0')}`;

/** A line of a pod, after all others. */
function write(pod: string, message: string): void {
  const folder = join(run.fluentd.pods, `shop_${pod}_${uid(pod)}`, 'app');
  mkdirSync(folder, { recursive: true });
  const time = `2026-11-25T07:00:00.${String(++written).padStart(9, '0')}Z`;
  appendFileSync(join(folder, '0.log'), `${time} stdout F ${message}\n`);
}

const pod = (name: string, labels: Record<string, string>, annotations: Record<string, string> = {}) => ({
  metadata: { uid: uid(name), name, labels, annotations },
});

interface Described {
  readonly message: string;
  readonly kubernetes: { readonly pod_name: string; readonly labels?: object; readonly annotations?: object };
  readonly service?: object;
}

/** The document of a message. */
function found(message: string): Described | undefined {
  return (run.documents() as unknown as Described[]).find((document) => document.message === message);
}

beforeAll(async () => {
  api = await ApiServerStandIn.start();
  run = await PipelineRun.prepare(
    {
      podMetadata: { labels: ['team', NAME, VERSION], annotations: ['example.com/note'] },
      treatments: [
        { name: 'all', drop: [{ reason: 'team b', where: { 'kubernetes.labels.team': 'b', message: 'noise' } }] },
      ],
    },
    (document: Document) => document as unknown as StoredEvent,
    api.given,
  );
  api.put(
    pod('a', { team: 'a', [NAME]: 'cart', [VERSION]: '1.2', hidden: 'x' }, { 'example.com/note': 'n', big: 'x' }),
  );
  api.put(pod('b', { team: 'b' }));
  write('a', 'first');
  write('a', '{"service":{"name":"own"},"n":1}');
  write('b', 'first of b');
  write('b', 'noise');
  await run.fluentd.start();
  await run.settle(3);
});

afterAll(async () => {
  await run?.end();
  await api?.leave();
});

test('what is allowed of a pod is in its logs, and its service where they say none', () => {
  expect(found('first')).toMatchObject({
    kubernetes: { labels: { team: 'a', [NAME]: 'cart', [VERSION]: '1.2' }, annotations: { 'example.com/note': 'n' } },
    service: { name: 'cart', version: '1.2' },
  });
  expect(found('first')?.kubernetes.labels).not.toHaveProperty('hidden');
  expect(found('{"service":{"name":"own"},"n":1}')?.service).toEqual({ name: 'own', version: '1.2' });
  expect(found('first of b')?.kubernetes).toMatchObject({ labels: { team: 'b' } });
  expect(found('first of b')).not.toHaveProperty('service');
});

test('a rule of a treatment can name a label', () => {
  expect(found('noise')).toBeUndefined();
});

test('one list and one watch, of the metadata of the pods of the node alone', () => {
  expect(api.watching).toBe(1);
  expect(api.asked).toHaveLength(2);
  for (const { path, accept, token } of api.asked) {
    expect(path).toContain('fieldSelector=spec.nodeName%3Dnode-1');
    expect(accept).toContain('as=PartialObjectMetadata');
    expect(token).toBe('Bearer the token');
  }
});

test('a pod that comes, changes or goes, and a version that is forgotten', async () => {
  api.put(pod('c', { team: 'c' }));
  write('c', 'new pod');
  await run.settle(4);
  expect(found('new pod')?.kubernetes).toMatchObject({ labels: { team: 'c' } });
  api.put(pod('a', { team: 'moved' }));
  api.delete(uid('b'));
  await expect.poll(() => api.watching).toBe(1);
  write('a', 'after a change');
  write('b', 'after the end');
  await run.settle(6);
  expect(found('after a change')?.kubernetes).toMatchObject({ labels: { team: 'moved' } });
  expect(found('after the end')?.kubernetes).toMatchObject({ labels: { team: 'b' } });
  api.forget();
  await expect.poll(() => api.watching, { timeout: 10_000 }).toBe(1);
  api.put(pod('d', { team: 'd' }));
  write('d', 'after a new list');
  await run.settle(7);
  expect(found('after a new list')?.kubernetes).toMatchObject({ labels: { team: 'd' } });
});

test('while the API server is away logs go on, with what is known, and that is counted', async () => {
  await api.leave();
  await expect
    .poll(async () => (await run.metrics()).get('fluentd_pod_metadata_watch_failures_total'), { timeout: 20_000 })
    .toBeGreaterThan(0);
  write('a', 'of a known pod');
  write('e', 'of an unknown pod');
  await run.settle(9);
  expect(found('of a known pod')?.kubernetes).toMatchObject({ labels: { team: 'moved' } });
  expect(found('of an unknown pod')?.kubernetes).not.toHaveProperty('labels');
  expect((await run.metrics()).get('fluentd_pod_metadata_without_records_total')).toBe(1);

  api.put(pod('e', { team: 'e' }));
  await api.comeBack();
  await expect.poll(() => api.watching, { timeout: 40_000 }).toBe(1);
  write('e', 'of a pod that is known by now');
  await run.settle(10);
  expect(found('of a pod that is known by now')?.kubernetes).toMatchObject({ labels: { team: 'e' } });
});
