import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { Tier } from '../aggregator/tier';
import type { Document } from '../elasticsearch/bulk/data-stream';
import type { StoredEvent } from '../run/account';
import { ApiServerStandIn } from './api-server';

let api: ApiServerStandIn;
let tier: Tier;

beforeAll(async () => {
  api = await ApiServerStandIn.start();
  tier = await Tier.start({
    aggregators: 1,
    options: {
      podMetadata: {},
      routes: [{ name: 'kubernetes' }, { name: 'payments', labels: { team: ['pay'] } }],
      treatments: [
        { name: 'cards', select: { labels: { data: ['card'] } }, redact: [{ pattern: 'email' }] },
        { name: 'all', drop: [{ reason: 'noise', where: { message: 'noise' } }] },
      ],
    },
    ofAgent: api.given,
    keep: (document: Document) => document as unknown as StoredEvent,
  });
});

afterAll(async () => {
  await tier?.end();
  await api?.leave();
});

test('nodes select by labels, for the treatments of an aggregator', async () => {
  const pods = { card: { data: 'card' }, pay: { team: 'pay' }, plain: {} };
  Object.entries(pods).forEach(([name, labels], index) => {
    const uid = `00000000-0000-4000-8000-00000000000${index}`;
    api.put({ metadata: { uid, name, labels } });
    const folder = join(tier.agent.pods, `shop_${name}_${uid}`, 'app');
    mkdirSync(folder, { recursive: true });
    const line = (text: string, second: number) => `2026-11-25T07:00:0${second}.000000001Z stdout F ${text}\n`;
    appendFileSync(join(folder, '0.log'), line(`${name} of a@example.com`, 1) + line('noise', 2));
  });
  await tier.agent.start();
  await tier.settle(4);
  const found = tier.documents() as unknown as { message: string; data_stream: { dataset: string } }[];
  expect(found.map(({ message, data_stream: { dataset } }) => `${dataset}: ${message}`).sort()).toEqual([
    'kubernetes: card of [email redacted]',
    'kubernetes: noise',
    'kubernetes: plain of a@example.com',
    'payments: pay of a@example.com',
  ]);
});
