import { expect, test } from 'vitest';
import { Way } from '../../trial/events';
import type { SentDocument } from '../../trial/sink';

const STAGES = [
  { place: 0, type: 'treatments', isOutput: false },
  { place: 1, type: 'elasticsearch_fit', isOutput: false },
  { place: 2, type: 'elasticsearch_bulk', isOutput: true },
  { place: 3, type: 'dead_letters', isOutput: true },
];

const COUNTED = [{ metric: 'fluentd_treatments_dropped_records_total', labels: { rule: 'health' } }];
const SENT: SentDocument = { dataStream: 'logs-shop-default', document: { message: 'b' } };

function way(places: readonly number[], sent?: SentDocument): Way {
  const made = new Way(STAGES, () => sent);
  for (const place of places) {
    made.add({ place, record: { message: `at ${place}`, log: { offset: 7 } }, counted: place === 0 ? COUNTED : [] });
  }
  return made;
}

test('an event that leaves no stage is dropped there', () => {
  expect(way([0]).isUnderWay).toBe(false);
  expect(way([0]).event()).toEqual({
    record: { message: 'at 0', log: { offset: 7 } },
    offset: 7,
    steps: [
      { stage: 'treatments', before: { message: 'at 0', log: { offset: 7 } }, after: undefined, counted: COUNTED },
    ],
    outcome: { kind: 'dropped', stage: 'treatments' },
    outputs: [],
  });
});

test('one at the output is under way until it arrives', () => {
  expect(way([0, 1, 2]).isUnderWay).toBe(true);
  const stored = way([0, 1, 2], SENT);
  expect(stored.isUnderWay).toBe(false);
  const { steps, outcome } = stored.event();
  expect(outcome).toEqual({ kind: 'stored', ...SENT });
  expect(steps.map(({ stage, after }) => [stage, after?.message])).toEqual([
    ['treatments', 'at 1'],
    ['elasticsearch_fit', 'at 2'],
  ]);
});

test('one in the label of errors is a dead letter', () => {
  expect(way([0, 1, 2, 3]).isUnderWay).toBe(false);
  expect(way([0, 1, 2, 3]).event().outcome).toEqual({ kind: 'dead letter' });
});

test('one that goes to several outputs, and one that goes to others alone', () => {
  const stages = [
    { place: 0, type: 'copy', isOutput: false },
    { place: 1, type: 'elasticsearch_bulk', isOutput: true },
    { place: 2, type: 's3', isOutput: true, output: 'archive' },
    { place: 3, type: 'elasticsearch_bulk', isOutput: true, output: 'second' },
  ];
  const through = (places: readonly number[], sent?: SentDocument) => {
    const made = new Way(stages, () => sent);
    for (const place of places) made.add({ place, record: {}, counted: [] });
    return made;
  };
  expect(through([0, 1, 2]).isUnderWay).toBe(true);
  expect(through([0, 1, 2], SENT).event()).toMatchObject({
    steps: [],
    outcome: { kind: 'stored', ...SENT },
    outputs: ['archive'],
  });
  expect(through([0, 2, 3]).isUnderWay).toBe(false);
  expect(through([0, 2, 3]).event()).toMatchObject({ outcome: { kind: 'sent' }, outputs: ['archive', 'second'] });
});

test('what comes again is the same', () => {
  const twice = way([0, 1]);
  twice.add({ place: 0, record: { message: 'again' }, counted: [] });
  expect(twice.event().record.message).toBe('at 0');
});

test('an event must have been somewhere', () => {
  expect(() => way([]).event()).toThrow(new Error('a record must have passed a directive'));
});
