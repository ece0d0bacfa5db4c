import { expect, test } from 'vitest';

import { linesOf } from '../kubelet/events';
import { account, longestDelay, nanoseconds } from './account';

const TEXT = [0, 1].flatMap((container) => Array.from({ length: 96 }, (_, place) => linesOf(container, place))).flat();

/** Two containers with 96 events each: all kinds of them. The runtime added 40 bytes to each line. */
const WRITTEN = { events: [96, 96], lines: 200, bytes: TEXT.join('\n').length + 1 + 200 * 40, seconds: 1 };

function documents() {
  return [0, 1].flatMap((container) =>
    Array.from({ length: 96 }, (_, place) => ({
      '@timestamp': `2026-11-25T07:00:00.${String(place).padStart(9, '0')}Z`,
      message: linesOf(container, place).join('\n'),
      log: { offset: place * 100 },
    })),
  );
}

const clean = { written: 200, stored: 192, lost: 0, lostBytes: 0, duplicates: 0, misplaced: 0, foreign: [] };

test('everything is there once', () => {
  expect(account(WRITTEN, documents())).toEqual(clean);
});

test('the order of documents does not matter, their times and offsets do', () => {
  const shuffled = documents().reverse();
  expect(account(WRITTEN, shuffled)).toEqual(clean);
  const equal = documents().map((document) => ({ ...document, '@timestamp': '2026-11-25T07:00:00Z' }));
  expect(account(WRITTEN, equal)).toEqual(clean);
  const [first, second, ...others] = equal;
  const swapped = [{ ...first, log: second?.log }, { ...second, log: first?.log }, ...others];
  expect(account(WRITTEN, swapped)).toEqual({ ...clean, misplaced: 1 });
});

test('a line that is missing is lost, an event that is there twice is a duplicate', () => {
  const [first, ...others] = documents();
  expect(account(WRITTEN, others)).toEqual({
    ...clean,
    stored: 191,
    lost: 1,
    lostBytes: 41 + linesOf(0, 0).join().length,
  });
  expect(account(WRITTEN, [...documents(), first ?? {}])).toEqual({ ...clean, stored: 193, duplicates: 1 });
});

test('a trace in pieces is foreign, but its lines are there', () => {
  const pieces = documents().flatMap((document) =>
    document.message.split('\n').map((message) => ({ ...document, message })),
  );
  const { foreign, ...counts } = account(WRITTEN, pieces);
  expect(counts).toEqual({ ...clean, stored: 200, foreign: undefined });
  expect(foreign).toHaveLength(5);
  expect(foreign[1]).toBe('java.lang.IllegalStateException: no stock for item 83');
});

test('an event that was never written is foreign', () => {
  const { foreign } = account(WRITTEN, [...documents(), { message: linesOf(0, 96).join('\n') }]);
  expect(foreign).toHaveLength(1);
});

test('the longest delay is between the time of a line and that of storing it', () => {
  const storedAt = Date.parse('2026-11-25T07:00:02.500Z');
  const delays = ['2026-11-25T07:00:01Z', '2026-11-25T16:00:00.1+09:00'].map((time) => ({
    '@timestamp': time,
    storedAt,
  }));
  expect(longestDelay(delays)).toBe(2.4);
});

test.each([
  ['2026-11-25T07:00:00.123456789Z', 1_795_590_000_123_456_789n],
  ['2026-11-25T16:00:00.5+09:00', 1_795_590_000_500_000_000n],
  ['2026-11-25T07:00:00Z', 1_795_590_000_000_000_000n],
  ['yesterday', 0n],
])('%s in nanoseconds', (time, expected) => {
  expect(nanoseconds(time)).toBe(expected);
});
