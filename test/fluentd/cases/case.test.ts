import { describe, expect, test } from 'vitest';

import { eventCases, runtimeLines, storedMessages, writtenLines } from './case';

describe.each([...eventCases()])('%s', (_, cases) => {
  test('titles tell cases apart', () => {
    const titles = cases.map(({ title }) => title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  test('every case says why, and sources are addresses', () => {
    expect(cases.filter(({ why }) => !/^\S.*[.]$/.test(why)).map(({ title }) => title)).toEqual([]);
    expect(cases.filter(({ source }) => source !== undefined && !/^https:\/\/\S+$/.test(source))).toEqual([]);
  });

  test('what is stored is what is written', () => {
    for (const given of cases.filter((it) => !it.log)) {
      for (const stream of ['stdout', 'stderr'] as const) {
        const written = writtenLines(given).filter((line) => line.stream === stream);
        const stored = storedMessages(given).filter((event) => event.stream === stream);
        expect(stored.map(({ message }) => message).join('\n')).toBe(written.map(({ text }) => text).join('\n'));
      }
    }
  });
});

const NAMED = { title: 'a', why: 'A.' };

test('events are written one after the other', () => {
  const given = { ...NAMED, events: [['a', ' b'], { lines: ['c'], stream: 'stderr' as const, after: 6, times: 2 }] };
  expect(writtenLines(given)).toEqual([
    { stream: 'stdout', text: 'a', after: 0 },
    { stream: 'stdout', text: ' b', after: 0 },
    { stream: 'stderr', text: 'c', after: 6 },
    { stream: 'stderr', text: 'c', after: 6 },
  ]);
  expect(storedMessages(given)).toEqual([
    { stream: 'stdout', message: 'a\n b' },
    { stream: 'stderr', message: 'c' },
    { stream: 'stderr', message: 'c' },
  ]);
});

test('mixed events are written in turn', () => {
  const events = [['a', ' b', ' c'], { lines: ['d', ' e'], stream: 'stderr' as const }];
  expect(writtenLines({ ...NAMED, mixed: true, events }).map(({ text }) => text)).toEqual(['a', 'd', ' b', ' e', ' c']);
});

test('long texts have parts', () => {
  const text = ['a', { repeat: 'x', times: 3 }, 'b'];
  expect(writtenLines({ ...NAMED, events: [[text]] }).map((line) => line.text)).toEqual(['axxxb']);
  expect(runtimeLines({ ...NAMED, log: [text], events: [] })).toEqual(['axxxb']);
});
