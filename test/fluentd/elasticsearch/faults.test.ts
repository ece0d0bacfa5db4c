import { expect, onTestFinished, test } from 'vitest';
import { clientOf } from './client';
import { Draws, type Faults } from './faults';
import { StandIn } from './stand-in';

const BULK = '/logs-shop-default/_bulk';

async function started() {
  const standIn = await StandIn.start({ keep: ({ message }) => message });
  onTestFinished(() => standIn.leave());
  return { standIn, post: clientOf(standIn.endpoint) };
}

function lines(count: number): string {
  const document = '{"@timestamp":"2026-11-25T07:00:00Z","message":"m"}';
  return Array.from({ length: count }, (_, index) => `{"create":{"_id":"${index}"}}\n${document}\n`).join('');
}

/** What a request gets while something goes wrong, and how many documents are stored then. */
async function sent(faults: Faults, count = 1) {
  const { standIn, post } = await started();
  standIn.faults = faults;
  const { status, body } = await post(BULK, lines(count), { timeout: 1000 });
  return { status, body, stored: standIn.documents('logs-shop-default').size };
}

test.each<[string, Faults, { readonly status: number; readonly stored: number }]>([
  ['nothing', {}, { status: 200, stored: 1 }],
  ['an unavailable node', { refusedRequests: 1 }, { status: 503, stored: 0 }],
  ['an overload', { refusedRequests: 1, status: 429 }, { status: 429, stored: 0 }],
  ['no rights', { refusedRequests: 1, status: 403 }, { status: 403, stored: 0 }],
  ['a lost answer', { lostAnswers: 1 }, { status: 0, stored: 1 }],
  ['a cut answer', { cutAnswers: 1 }, { status: 0, stored: 1 }],
  ['a connection that is closed on one side', { halfClosed: 1 }, { status: 0, stored: 0 }],
  ['a page of a proxy', { pages: 1 }, { status: 200, stored: 0 }],
])('%s', async (_, faults, expected) => {
  expect(await sent(faults)).toMatchObject(expected);
});

test('a share of the documents is refused for a while', async () => {
  const { stored, body } = await sent({ rejectedDocuments: 1 / 3 }, 3000);
  const { items } = body as { items: { create: { status: number } }[] };

  expect(items.filter(({ create }) => create.status === 429).length).toBe(3000 - stored);
  expect(stored).toBeGreaterThan(1900);
  expect(stored).toBeLessThan(2100);
});

test('documents are refused for what is in them', async () => {
  const refuse = ({ message }: Readonly<Record<string, unknown>>) => (message === 'm' ? 'told to' : undefined);

  expect(await sent({ refuse })).toMatchObject({
    body: { items: [{ create: { status: 400, error: { type: 'document_parsing_exception' } } }] },
    stored: 0,
  });
});

test('answers come late', async () => {
  const started = performance.now();
  await sent({ delay: 300 });

  expect(performance.now() - started).toBeGreaterThan(290);
});

test('connections are refused while it is away, and its address stays', async () => {
  const { standIn, post } = await started();
  const { url } = standIn.endpoint;
  await post(BULK, lines(1));
  await standIn.leave();
  expect(await post(BULK, lines(1))).toMatchObject({ status: 0 });

  await standIn.comeBack();
  expect(standIn.endpoint.url).toBe(url);
  expect(await post(BULK, lines(1))).toMatchObject({ status: 200 });
});

test('draws are the same in every run', () => {
  const draw = () => {
    const draws = new Draws();
    return Array.from({ length: 1000 }, () => draws.isIn(0.3));
  };

  expect(draw()).toEqual(draw());
  expect(draw().filter(Boolean).length).toBeGreaterThan(250);
  expect(draw().filter(Boolean).length).toBeLessThan(350);
});
