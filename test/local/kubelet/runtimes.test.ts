import { expect, test } from 'vitest';

import { bytesOf, RUNTIMES } from '../../../local/kubelet/runtimes';

const START = 1_795_590_000_123_456_700n;

/** A clock that goes on by a second with every look. */
function ticking(): () => bigint {
  let time = START;
  return () => {
    time += 1_000_000_000n;
    return time;
  };
}

const lines = (bytes: string) => bytes.trimEnd().split('\n');

test('containerd stamps every line, cuts zeros and the line ends of Windows', () => {
  expect(lines(RUNTIMES.containerd('a\r\n\nb\n', 'stdout', ticking()))).toEqual([
    '2026-11-25T07:00:01.1234567Z stdout F a',
    '2026-11-25T07:00:02.1234567Z stdout F ',
    '2026-11-25T07:00:03.1234567Z stdout F b',
  ]);
});

test.each([
  { length: 16_384, parts: ['F 16384'] },
  { length: 16_385, parts: ['P 16384', 'F 1'] },
  { length: 40_000, parts: ['P 16384', 'P 16384', 'F 7232'] },
])('containerd cuts a line of $length bytes', ({ length, parts }) => {
  const cut = lines(RUNTIMES.containerd(`${'x'.repeat(length)}\n`, 'stderr', ticking()));
  expect(cut.map((line) => line.split(' ').slice(2)).map(([tag, text = '']) => `${tag} ${text.length}`)).toEqual(parts);
});

test('what a container leaves unfinished is a part', () => {
  expect(RUNTIMES.containerd('half', 'stdout', ticking())).toMatch(/ stdout P half\n$/);
});

test('conmon stamps all lines of one read alike, with the offset of the node', () => {
  expect(lines(RUNTIMES.crio('a\nb\nhalf', 'stderr', ticking()))).toEqual([
    '2026-11-25T16:00:01.123456700+09:00 stderr F a',
    '2026-11-25T16:00:01.123456700+09:00 stderr F b',
    '2026-11-25T16:00:01.123456700+09:00 stderr P half',
  ]);
});

test('conmon reads 8 KiB and cuts what stands there', () => {
  const [first = '', second = '', third] = lines(RUNTIMES.crio(`${'x'.repeat(10_000)}\nend\n`, 'stdout', ticking()));
  expect(first.slice(0, 46)).toBe('2026-11-25T16:00:01.123456700+09:00 stdout P x');
  expect(first).toHaveLength(45 + 8_192);
  expect(second).toHaveLength(45 + 10_000 - 8_192);
  expect(third).toBe('2026-11-25T16:00:02.123456700+09:00 stdout F end');
});

test('docker writes an object for each line', () => {
  expect(lines(RUNTIMES.docker(bytesOf('grün "q"\n'), 'stdout', ticking()))).toEqual([
    `{"log":"${bytesOf('grün')} \\"q\\"\\n","stream":"stdout","time":"2026-11-25T07:00:01.1234567Z"}`,
  ]);
});

test('docker cuts a long line without a line break', () => {
  const [first = '{}', second = '{}'] = lines(RUNTIMES.docker(`${'x'.repeat(20_000)}\n`, 'stdout', ticking()));
  expect(JSON.parse(first).log).toBe('x'.repeat(16_384));
  expect(JSON.parse(second).log).toBe(`${'x'.repeat(3_616)}\n`);
});
