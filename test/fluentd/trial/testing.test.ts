import { Chart, Testing } from 'cdk8s';
import { describe, expect, test } from 'vitest';
import { Fluentd } from '../../../constructs';
import { dev } from '../../../environments/dev';
import { expectPipeline } from '../../../package/testing';

const agents = new Chart(Testing.app(), 'agents', { namespace: 'agents', disableResourceNameHashes: true });
new Fluentd(agents, 'fluentd', {
  elasticsearch: { url: 'https://search.example.com:9200', majorVersion: 9 },
  routes: [{ name: 'shop', namespaces: ['shop'] }, { name: 'rest' }],
  treatments: [
    {
      name: 'web',
      select: { namespaces: ['shop'], containers: ['web'] },
      drop: [{ reason: 'health checks', where: { message: ['GET /health', 'GET /ready'] } }],
    },
    {
      name: 'payments',
      select: { namespaces: ['payments'] },
      redact: [{ pattern: 'cardNumber' }, { pattern: 'email', with: 'hash' }],
    },
  ],
});
const pipeline = expectPipeline(agents);

const labelled = new Chart(Testing.app(), 'labelled', { namespace: 'labelled', disableResourceNameHashes: true });
new Fluentd(labelled, 'fluentd', {
  elasticsearch: { url: 'https://search.example.com:9200', majorVersion: 9 },
  podMetadata: { labels: ['team'] },
  routes: [
    { name: 'pay', labels: { team: ['pay-*'] } },
    { name: 'shop', namespaces: ['shop'] },
  ],
  treatments: [{ name: 'cards', select: { labels: { data: ['card'] } }, redact: [{ pattern: 'email' }] }],
});

test('lines become documents, in their order, with fields', async () => {
  await pipeline
    .given('shop/cart', [{ level: 'error', order: 17 }, 'plain', Buffer.from('caf\xe9', 'latin1')])
    .emits([
      { 'log.level': 'error', json: { order: 17 }, stream: 'stdout' },
      'plain',
      { message: 'caf\ufffd', event: { kind: 'pipeline_error' } },
    ]);
});

test('labels of the pod select its treatment and its route, and become fields', async () => {
  const byLabels = expectPipeline(labelled);
  const line = 'mail to a@example.com';
  const cart = byLabels.given('shop/cart', line, { labels: { team: 'pay-1', data: 'card' } });
  await cart.redacts('a@example.com');
  await cart.toRoute('pay');
  await cart.emits([{ 'kubernetes.labels': { team: 'pay-1' } }]);
  const plain = byLabels.given('shop/cart', line);
  await plain.toRoute('shop');
  await plain.emits([line]);
  expect(() => byLabels.given('bank/cart', line, { labels: { team: 'x' } })).toThrow("got 'bank' with team=x");
});

test('a trace is one event', async () => {
  await pipeline
    .given('shop/cart', ['Error: x', '    at y (z.js:1:1)'], { stream: 'stderr' })
    .emits([{ message: /^Error: x\n {4}at y/, stream: 'stderr' }]);
});

test('lines are dropped for a reason, and others are not', async () => {
  const checks = pipeline.given('shop/web', ['GET /health', 'GET /ready']);
  await checks.drops('health checks');
  await checks.drops();
  await checks.emits([]);
  await expect(checks.drops('noise')).rejects.toThrow(
    'line 1 is dropped by treatments, counted as dropped records, route shop, treatment web, reason health checks',
  );
  await expect(pipeline.given('shop/web', ['GET /health', 'GET /cart']).drops()).rejects.toThrow(
    /^expected the pipeline to drop all lines of shop\/web:\n {2}line 2 is not dropped\n/,
  );
});

test('secrets are redacted, and counted by their pattern', async () => {
  const paid = pipeline.given('payments/ledger', [
    'paid with 4111 1111 1111 1111',
    { message: 'sent to jane@example.com', order: 17 },
  ]);
  await paid.redacts(['4111 1111 1111 1111', 'jane@example.com'], 'cardNumber');
  await paid.emits(['paid with [cardNumber redacted]', { 'json.order': 17 }]);
  await expect(paid.redacts('paid with', 'email')).rejects.toThrow('line 1 still has "paid with"');
  await expect(paid.redacts('4111 1111 1111 1111', 'iban')).rejects.toThrow('nothing is counted as "iban"');
});

test('what is not redacted is told', async () => {
  await expect(pipeline.given('shop/cart', 'paid with 4111 1111').redacts('4111 1111')).rejects.toThrow(
    'line 1 still has "4111 1111"',
  );
});

test('routes are those of namespaces', async () => {
  await pipeline.given('shop/cart', 'a').toRoute('shop');
  await pipeline.given('bank/ledger', 'a', { stream: 'stderr' }).toRoute('rest');
});

describe('what was given before', () => {
  const many = Array.from({ length: 300 }, (_, index) => pipeline.given('shop/cart', `line ${index}`));

  test('is tried together', async () => {
    await pipeline.ready();
    const started = performance.now();
    for (const [index, given] of many.entries()) await given.emits([`line ${index}`]);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

test('what is given alone takes less than a second', async () => {
  const started = performance.now();
  for (let index = 0; index < 10; index++)
    await pipeline.given('shop/cart', `alone ${index}`).emits([`alone ${index}`]);
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('an environment has a pipeline', async () => {
  await expectPipeline(dev).given('shop/cart', 'a').toRoute('kubernetes');
});

test.each([
  ['cart', 'a', '[given] must name a container as <namespace>/<container>, got "cart"; write for example shop/cart'],
  ['shop/cart', [], '[shop/cart] must be given lines, got none; give some'],
])('what cannot be given is told: %s %j', (container, lines, message) => {
  expect(() => pipeline.given(container as 'a/b', lines)).toThrow(message);
});
