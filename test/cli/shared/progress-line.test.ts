import { expect, test } from 'vitest';

import { ProgressLine } from '../../../cli/shared/progress-line';

/** A line whose clock a test sets, and what it wrote. */
function line(isTTY: boolean) {
  const written: string[] = [];
  const clock = { time: 0 };
  const progress = new ProgressLine({ isTTY, write: (text) => written.push(text) }, () => clock.time);
  const at = (time: number, text: string) => {
    clock.time = time;
    progress.say(text);
  };
  return { at, progress, written };
}

test('a line is shown after a second, at most ten times a second, and removed', () => {
  const { at, progress, written } = line(true);
  at(999, 'too early');
  at(1_000, 'first');
  at(1_099, 'too soon');
  at(1_100, 'second');
  progress.end();
  progress.end();
  expect(written).toEqual(['\r\u001B[2Kfirst', '\r\u001B[2Ksecond', '\r\u001B[2K']);
});

test('what is quick writes nothing, and so does what no person sees', () => {
  const quick = line(true);
  quick.at(500, 'a');
  quick.progress.end();
  const piped = line(false);
  piped.at(5_000, 'a');
  piped.progress.end();
  expect([quick.written, piped.written]).toEqual([[], []]);
});
