import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Sink } from '../../trial/sink';

let sink: Sink;
beforeAll(async () => {
  sink = await Sink.start();
});
afterAll(() => sink.close());

function get(path: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(`${sink.url}${path}`, { ca: sink.authority, agent: false }, resolve).on('error', reject).end();
  });
}

test('pods that were told before and those that come are told to who watches', async () => {
  const list = await get('/api/v1/pods?fieldSelector=spec.nodeName%3Dtrial');
  const texts: string[] = [];
  for await (const text of list) texts.push(String(text));
  expect(JSON.parse(texts.join(''))).toEqual({ metadata: { resourceVersion: '0' }, items: [] });

  sink.pods.add('uid-1', 'cart', { team: 'a' });
  sink.pods.add('uid-2', 'web', {});
  const watch = await get('/api/v1/pods?watch=1&resourceVersion=1');
  let told = '';
  watch.on('data', (text) => {
    told += text;
  });
  sink.pods.add('uid-3', 'db', { tier: 'db' });
  await expect.poll(() => told.split('\n').length).toBe(3);
  const events = told
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  expect(events).toEqual([
    { type: 'ADDED', object: { metadata: { uid: 'uid-2', name: 'web', labels: {}, resourceVersion: '2' } } },
    { type: 'ADDED', object: { metadata: { uid: 'uid-3', name: 'db', labels: { tier: 'db' }, resourceVersion: '3' } } },
  ]);
  watch.destroy();
});
