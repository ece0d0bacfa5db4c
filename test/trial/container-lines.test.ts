import { expect, test } from 'vitest';
import { asWritten, lineAt, linesOf, writtenByRuntime } from '../../trial/container-lines';

const line = (text: string, stream: 'stdout' | 'stderr' = 'stdout') => ({ text: Buffer.from(text), stream });

test('lines are written as containerd does, and their places are known', () => {
  const { bytes, offsets, end } = writtenByRuntime([line('a'), line('x'.repeat(20_000), 'stderr'), line('b')]);
  const written = bytes.subarray(0, end).toString().trimEnd().split('\n');
  expect(written.map((text) => text.replace(/^\S+ /, '').slice(0, 10))).toEqual([
    'stdout F a',
    'stderr P x',
    'stderr F x',
    'stdout F b',
  ]);
  expect(offsets.map((offset) => bytes.subarray(offset).toString().split(' ').slice(1, 3).join(' '))).toEqual([
    'stdout F',
    'stderr P',
    'stdout F',
  ]);
});

test('what follows them completes each stream', () => {
  const { bytes, end } = writtenByRuntime([line('a'), line('b', 'stderr'), line('c')]);
  expect(bytes.subarray(end).toString().replaceAll(/^\S+ /gm, '')).toBe(
    'stdout F {"trial":"ends"}\nstderr F {"trial":"ends"}\n',
  );
});

test('a file of a runtime stays as it is, but its last line ends', () => {
  const { bytes, offsets, end } = asWritten(linesOf(Buffer.from('one\ntwo')));
  expect(bytes.toString()).toBe('one\ntwo\n');
  expect(offsets).toEqual([0, 4]);
  expect(end).toBe(8);
});

test.each([
  ['', []],
  ['a', ['a']],
  ['a\n', ['a']],
  ['a\n\nb\n', ['a', '', 'b']],
  ['\n', ['']],
])('%j has the lines %j', (text, lines) => {
  expect(linesOf(Buffer.from(text)).map(String)).toEqual(lines);
});

test('bytes that are not UTF-8 stay what they are', () => {
  const { bytes, end } = writtenByRuntime([{ text: Buffer.from('caf\xe9', 'latin1'), stream: 'stdout' }]);
  expect(bytes.subarray(end - 5, end)).toEqual(Buffer.from('caf\xe9\n', 'latin1'));
});

test('an offset is in a line', () => {
  expect([0, 3, 4, 8, 9].map((offset) => lineAt([0, 4, 9], offset))).toEqual([1, 1, 2, 2, 3]);
});
