import { expect, test } from 'vitest';
import type { TrialEvent } from '../../../trial/events';
import { shownEvents, totalsOf } from '../../../trial/show/shown';
import { trialText } from '../../../trial/show/text';

const form = { emphasis: (_: unknown, text: string) => text, width: 60 };

function event(message: string, rest: Partial<TrialEvent>): TrialEvent {
  const record = { message, stream: 'stdout' };
  return { record, offset: 0, steps: [], outcome: { kind: 'dead letter' }, outputs: [], ...rest };
}

const EVENTS: TrialEvent[] = [
  event('Traceback\n\tat a\n\tat b', {
    steps: [
      {
        stage: 'elasticsearch_fit',
        before: { message: 'a\u001b[31mb', gone: true },
        after: { message: 'c', event: { kind: 'pipeline_error' }, empty: '' },
        counted: [{ metric: 'fluentd_elasticsearch_fit_changed_records_total', labels: { reason: 'encoding' } }],
      },
    ],
    outcome: {
      kind: 'stored',
      dataStream: 'logs-shop-default',
      document: { message: 'x'.repeat(1_000), event: { kind: 'pipeline_error' } },
    },
  }),
  event('GET /healthz', {
    offset: 30,
    steps: [
      {
        stage: 'treatments',
        before: {},
        after: undefined,
        counted: [{ metric: 'fluentd_treatments_dropped_total', labels: { treatment: 'web', rule: 'health' } }],
      },
    ],
    outcome: { kind: 'dropped', stage: 'treatments' },
  }),
  event('lost', { offset: 40 }),
  event('elsewhere', { offset: 50, outcome: { kind: 'sent' }, outputs: ['archive', 'second'] }),
];

const shown = shownEvents(EVENTS, [0, 10, 20, 30, 40, 50]);
const totals = totalsOf(shown, 6);

test('every event is shown with its lines, its changes, why, and what became of it', () => {
  expect(trialText(shown, totals, form)).toMatchInlineSnapshot(`
    "lines 1 to 3 of stdout
      Traceback
          at a
          at b
    elasticsearch_fit
      - message     a\\u001b[31mb
      + message     c
      - gone        true
      + event.kind  pipeline_error
      + empty       ""
      counted as changed records, reason encoding
    stored in logs-shop-default
        message     xxxxxxxxxxxxxxxxxxxxx ... (1,000 characters)
        event.kind  pipeline_error

    line 4 of stdout
      GET /healthz
    treatments: dropped
      counted as dropped, treatment web, rule health

    line 5 of stdout
      lost
    dead letter: it can be stored in no form

    line 6 of stdout
      elsewhere
    sent to archive, second

    6 lines, 4 events: 1 stored (1 of them changed or withheld, as pipeline_error), 1 sent elsewhere, 1 dropped, 1 dead letter
    "
  `);
});

test('totals are counted', () => {
  expect(totals).toEqual({
    lines: 6,
    events: 4,
    stored: 1,
    sent: 1,
    dropped: 1,
    deadLetters: 1,
    pipelineErrors: 1,
  });
});

test('of a long text the first lines are shown', () => {
  const long = Array.from({ length: 15 }, (_, index) => `line ${index}`).join('\n');
  const text = trialText(shownEvents([event(long, {})], [0]), totals, form);
  expect(text).toContain('  line 11\n  and 3 more lines\ndead letter');
});

test('parts are set off', () => {
  const text = trialText(shown, totals, { width: 60, emphasis: (style, part) => `<${style}>${part}</>` });
  expect(text).toContain('<title>lines 1 to 3</><minor> of stdout</>');
  expect(text).toContain('treatments<bad>: dropped</>');
  expect(text).toContain('<added>  + event.kind  pipeline_error</>');
});
