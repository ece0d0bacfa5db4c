import { App } from 'cdk8s';
import { expectPipeline } from 'cdk8s-efk/testing';
import { beforeAll, test } from 'vitest';
import { Agents } from './agents';

const pipeline = expectPipeline(new Agents(new App(), 'agents'));

// The first time on a machine a Fluentd is installed, which can take minutes.
beforeAll(() => pipeline.ready(), 600_000);

// What is given here is tried together, when the first test asks.
const health = pipeline.given('shop/nginx', ['GET /health 200', 'GET /ready 200']);
const failures = pipeline.given('shop/nginx', ['GET /health 503']);
const declined = pipeline.given('shop/cart', [{ level: 'error', order: { id: 17 } }, 'payment declined']);
const trace = pipeline.given('shop/cart', ['Error: declined', '    at pay (/app/cart.js:17:9)'], { stream: 'stderr' });

test('health checks are dropped', () => health.drops('health checks'));

test('health checks that fail are kept', () => failures.emits(['GET /health 503']));

test('what the shop writes as JSON can be searched', () =>
  declined.emits([{ 'log.level': 'error', json: { order: { id: 17 } } }, 'payment declined']));

test('a stack trace is one document', () =>
  trace.emits([{ message: /^Error: declined\n {4}at pay/, stream: 'stderr' }]));

test('logs of the shop go to its data stream, all others to that of the platform', async () => {
  await declined.toRoute('shop');
  await pipeline.given('kube-system/coredns', 'plugin/ready: ready').toRoute('kubernetes');
});
