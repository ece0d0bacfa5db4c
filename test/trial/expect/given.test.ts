import { AssertionError } from 'node:assert';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../../review/errors';
import type { Outcome, TrialEvent } from '../../../trial/events';
import { Given } from '../../../trial/expect/given';

const TEXTS = ['GET /health', 'paid with 4111 1111 1111 1111'];

function stored(message: string, dataset = 'shop'): Outcome {
  return { kind: 'stored', dataStream: `logs-${dataset}-default`, document: { message, data_stream: { dataset } } };
}

const DROPPED: Outcome = { kind: 'dropped', stage: 'treatments' };

/** What is given of {@link TEXTS}, of which this became. */
function given(outcomes: readonly Outcome[], labels: readonly string[] = []): Given {
  const events = outcomes.map((outcome, index): TrialEvent => {
    const record = { message: TEXTS[index], stream: 'stdout' };
    const counted = labels.map((reason) => ({
      metric: 'fluentd_treatments_dropped_records_total',
      labels: { reason },
    }));
    return {
      record,
      offset: index * 10,
      steps: [{ stage: 'treatments', before: record, after: record, counted }],
      outcome,
      outputs: [],
    };
  });
  const lines = TEXTS.map((text) => Buffer.from(text));
  return new Given('shop/cart', lines, [0, 10], async () => events);
}

/** What an expectation says, without what became of every line. */
async function said(expectation: Promise<void>): Promise<string> {
  const error: unknown = await expectation.then(
    () => undefined,
    (reason) => reason,
  );
  if (error === undefined) return '';
  expect(error).toBeInstanceOf(AssertionError);
  expect((error as Error).stack).toContain(__filename);
  return (error as Error).message.split('\n\n')[0] ?? '';
}

describe('emits', () => {
  test('what is stored, in its order', async () => {
    await given([stored('a'), stored('b')]).emits(['a', { message: 'b' }]);
    await given([DROPPED, stored('b')]).emits(['b']);
    await given([DROPPED, DROPPED]).emits([]);
  });

  test('tells what differs, is missing, and is too much', async () => {
    expect(await said(given([stored('a'), stored('b')]).emits(['a', { message: 'c', json: { x: 1 } }]))).toBe(
      `expected the pipeline to emit 2 documents of shop/cart, which differ:
  2. line 2: message is "b", expected "c"
  2. line 2: json is not there, expected {"x":1}`,
    );
    expect(await said(given([stored('a')]).emits(['a', 'b']))).toBe(
      `expected the pipeline to emit 2 documents of shop/cart, got 1:
  2. there is none, expected "b"`,
    );
    expect(await said(given([stored('a'), stored('b')]).emits([/a/].map((message) => ({ message }))))).toBe(
      `expected the pipeline to emit 1 document of shop/cart, got 2:
  2. line 2 is not expected`,
    );
  });

  test('shows what became of the lines, and both sides to those who compare them', async () => {
    const error = await given([stored('a'), stored('b')])
      .emits(['b', 'a'])
      .catch((reason: AssertionError) => reason);
    expect(error).toMatchObject({
      operator: 'emits',
      expected: ['b', 'a'],
      actual: [{ message: 'a' }, { message: 'b' }],
      message: expect.stringContaining('line 1 of stdout\n  GET /health\nstored in logs-shop-default\n'),
    });
  });
});

test('frames of a trace that was logged are not taken for those of the test', async () => {
  const trace = 'Error: x\n    at y (z.js:1:1)';
  const event = { record: { message: trace }, offset: 0, steps: [], outcome: stored(trace), outputs: [] };
  const error = await new Given('shop/cart', [Buffer.from(trace)], [0], async () => [event])
    .drops()
    .catch((reason: Error) => reason);
  const frames = String((error as Error).stack).match(/^\s*at .*$/gm);
  expect(frames?.[0]).toContain(__filename);
  expect((error as Error).message).toContain('      at y (z.js:1:1)');
});

describe('drops', () => {
  test('all lines, for a reason', async () => {
    await given([DROPPED, DROPPED], ['health']).drops();
    await given([DROPPED, DROPPED], ['health']).drops('health');
  });

  test('tells what is stored, and what is dropped for another reason', async () => {
    expect(await said(given([DROPPED, stored('b')], ['health']).drops('noise'))).toBe(
      `expected the pipeline to drop all lines of shop/cart as "noise":
  line 1 is dropped by treatments, counted as dropped records, reason health
  line 2 is not dropped`,
    );
    expect(await said(given([]).drops())).toBe(
      'expected the pipeline to drop all lines of shop/cart:\n  none of the lines became an event',
    );
  });
});

describe('redacts', () => {
  test('a text that is in no document', async () => {
    await given([stored('a'), stored('paid with ****')], ['card']).redacts('4111 1111 1111 1111', 'card');
  });

  test('tells where it still is, what is not stored, and what is not counted', async () => {
    const texts = ['4111', 'paid with'];
    expect(await said(given([DROPPED, stored('paid by 4111')], ['iban']).redacts(texts, 'card'))).toBe(
      `expected the pipeline to redact "4111", "paid with":
  line 1 is not stored
  line 2 still has "4111"
  nothing is counted as "card": counted as dropped records, reason iban; counted as dropped records, reason iban`,
    );
  });

  test('shows nothing of a text that was not given', () => {
    expect(() => given([]).redacts('4222')).toThrow(
      new InputError('[redacts] must be texts of the given lines, got "4222"; write it as it is in a line'),
    );
  });
});

test('toRoute tells where the others go', async () => {
  await given([stored('a'), stored('b')]).toRoute('shop');
  expect(await said(given([stored('a', 'payments'), { kind: 'dead letter' }]).toRoute('shop'))).toBe(
    `expected the pipeline to store shop/cart by the route "shop":
  line 1 goes to the route "payments"
  line 2 is not stored`,
  );
});

test('where nobody looked everything is as it is expected', async () => {
  const skipped = new Given('shop/cart', [Buffer.from('a')], [0], async () => undefined);
  await skipped.emits(['b']);
  await skipped.drops();
});
