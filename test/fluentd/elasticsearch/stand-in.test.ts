import { expect, onTestFinished, test } from 'vitest';
import { clientOf } from './client';
import { StandIn, type StandInOptions } from './stand-in';

const TIME = '2026-11-25T07:00:00.123456789Z';

/** A running stand-in that keeps documents as they are, and a client of it. */
async function started(options: Partial<StandInOptions<Buffer>> = {}) {
  const standIn = await StandIn.start<Buffer>({ keep: (_, source) => source, ...options });
  onTestFinished(() => standIn.leave());
  return { standIn, post: clientOf(standIn.endpoint) };
}

function lines(...documents: { readonly id: string; readonly [field: string]: unknown }[]): string {
  return documents
    .map(
      ({ id, ...document }) => `{"create":{"_id":"${id}"}}\n${JSON.stringify({ '@timestamp': TIME, ...document })}\n`,
    )
    .join('');
}

/** Status and error type of each document. */
function outcomes(body: unknown): unknown[] {
  const { items } = body as { items: { create: { status: number; error?: { type: string } } }[] };
  return items.map(({ create: { status, error } }) => (error ? [status, error.type] : status));
}

const BULK = '/logs-shop-default/_bulk';

test('documents are remembered by data stream and id, as they were sent', async () => {
  const { standIn, post } = await started();
  await post(BULK, lines({ id: 'a', message: 'x' }, { id: 'b' }));

  expect(standIn.dataStreams).toEqual(['logs-shop-default']);
  expect([...standIn.documents('logs-shop-default')].map(([id, source]) => [id, source.toString()])).toEqual([
    ['a', `{"@timestamp":"${TIME}","message":"x"}`],
    ['b', `{"@timestamp":"${TIME}"}`],
  ]);
});

test('an answer has what filter_path names', async () => {
  const { post } = await started();
  const path = `${BULK}?filter_path=errors,items.*.error,items.*.status`;

  expect((await post(path, lines({ id: 'a' }))).body).toEqual({ errors: false, items: [{ create: { status: 201 } }] });
  expect((await post(path, lines({ id: 'a' }))).body).toMatchObject({
    errors: true,
    items: [{ create: { status: 409, error: { type: 'version_conflict_engine_exception' } } }],
  });
  expect((await post(`${BULK}?filter_path=nothing`, lines({ id: 'b' }))).body).toEqual({});
});

test.each<[string, Record<string, unknown>]>([
  ['a time before 1970', { '@timestamp': '1969-12-31T23:59:59Z' }],
  ['a time after 2262', { '@timestamp': '2262-04-12T00:00:00Z' }],
  ['a day that does not exist', { '@timestamp': '2026-02-30T00:00:00Z' }],
  ['no time', { '@timestamp': undefined }],
  ['an id inside', { _id: 'a' }],
  ['a text that is an object', { message: {} }],
  ['an object that is a text', { kubernetes: 'x' }],
  ['flattened text', { json: 'x' }],
  ['a key with NUL', { json: { 'a\0': 1 } }],
  ['an immense key', { json: { ['k'.repeat(32_766)]: 'v' } }],
  ['another data stream', { data_stream: { type: 'metrics' } }],
])('%s is refused', async (_, document) => {
  const { post } = await started();

  expect(outcomes((await post(BULK, lines({ id: 'a', ...document }, { id: 'b' }))).body)).toEqual([
    [400, 'document_parsing_exception'],
    201,
  ]);
});

test('what the mapping has room for is stored', async () => {
  const { post } = await started();
  const json = { list: [[1], 'x', null], ['k'.repeat(1000)]: 'v'.repeat(40_000), n: 2 ** 70 };
  const other = {
    event: { kind: 'pipeline_error' },
    log: { offset: 7, flags: ['partial'] },
    unknown: { any: ['thing'] },
  };

  expect(outcomes((await post(BULK, lines({ id: 'a', json, message: null, ...other }))).body)).toEqual([201]);
});

test('the first document says what a constant is', async () => {
  const { post } = await started();
  const documents = ['shop', 'shop', 'bank'].map((dataset) => ({ id: `${Math.random()}`, data_stream: { dataset } }));

  expect(outcomes((await post(BULK, lines(...documents))).body)).toEqual([
    201,
    201,
    [400, 'document_parsing_exception'],
  ]);
});

test('the failure store takes what is refused', async () => {
  const dataStreams = () => ({ mapping: {}, failureStore: true });
  const { standIn, post } = await started({ dataStreams });

  expect((await post(BULK, lines({ id: 'a', '@timestamp': undefined }))).body).toMatchObject({
    errors: false,
    items: [{ create: { status: 201, failure_store: 'used' } }],
  });
  expect(standIn.documents('logs-shop-default').size).toBe(0);
});

test('an id that is too long refuses all', async () => {
  const { standIn, post } = await started();

  expect(await post(BULK, lines({ id: 'a' }, { id: 'b'.repeat(513) }))).toMatchObject({
    status: 400,
    body: { error: { type: 'action_request_validation_exception' } },
  });
  expect(standIn.dataStreams).toEqual([]);
});

test('the stock configuration is answered: who it is, and indices named by the documents', async () => {
  const { standIn, post } = await started();
  const action = '{"index":{"_index":"logstash-2026.11.25"}}\n{"log":"x"}\n';

  expect(await post('/')).toMatchObject({ status: 200, body: { version: { number: '9.5.0' } } });
  expect(await post('/_bulk', action)).toMatchObject({ status: 200, body: { errors: false } });
  expect(standIn.documents('logstash-2026.11.25').size).toBe(1);
});

test('who does not sign in is refused', async () => {
  const { post } = await started({ authorization: 'ApiKey a2V5' });
  const withKey = { headers: { authorization: 'ApiKey a2V5' } };

  expect(await post(BULK, lines({ id: 'a' }))).toMatchObject({
    status: 401,
    body: { error: { type: 'security_exception' } },
  });
  expect(await post(BULK, lines({ id: 'a' }), withKey)).toMatchObject({ status: 200 });
});

test('who asks before a large body is sent need not send it', async () => {
  const { standIn, post } = await started({ maxContentLength: 1000 });
  const asking = (size: number) => ({ headers: { expect: '100-continue', 'content-length': size } });
  const small = lines({ id: 'a' });

  expect(await post(BULK, 'x'.repeat(2000), asking(2000))).toMatchObject({ status: 413, body: '' });
  expect(await post(BULK, small, asking(small.length))).toMatchObject({ status: 200 });
  expect(standIn.traffic).toEqual({ requests: 2, bytes: small.length, statuses: { 200: 1, 413: 1 } });
});

test('a sink counts, and answers as long as Elasticsearch', async () => {
  const { standIn, post } = await started({ isSink: true });
  const body = lines({ id: 'a' }, { id: 'b' });

  expect(outcomes((await post(BULK, body)).body)).toEqual([201, 201]);
  expect((await post(`${BULK}?filter_path=errors`, body)).body).toMatchObject({
    items: [{ create: { status: 201 } }, {}],
  });
  expect(standIn.taken).toBe(4);
});

test('half a million documents fit', async () => {
  const { standIn, post } = await started();
  const document = `{"@timestamp":"${TIME}","message":"${'x'.repeat(500)}"}`;
  for (let request = 0; request < 50; request += 1) {
    const actions = Array.from({ length: 10_000 }, (_, index) => `{"create":{"_id":"${request}-${index}"}}`);
    await post(`${BULK}?filter_path=errors`, `${actions.join(`\n${document}\n`)}\n${document}\n`);
  }

  expect(standIn.documents('logs-shop-default').size).toBe(500_000);
});
