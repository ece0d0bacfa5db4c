import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Log } from '../../../local/fluentd/log';
import { temporaryFolder } from '../../temporary-folder';

const running = () => false;

test('only what is written from now on counts, as full lines', () => {
  const file = join(temporaryFolder(), 'log');
  writeFileSync(file, 'of the last one\n');
  const log = new Log(file);
  expect(log.lines()).toEqual([]);
  const bytes = Buffer.from('äpfel\nbir');
  appendFileSync(file, bytes.subarray(0, 1));
  expect(log.lines()).toEqual([]);
  appendFileSync(file, bytes.subarray(1));
  expect(log.lines()).toEqual(['äpfel']);
  expect(log.tail()).toBe('äpfel\nbir');
  appendFileSync(file, 'nen\nkirschen\n');
  expect(log.lines()).toEqual(['äpfel', 'birnen', 'kirschen']);
  expect(log.tail(1)).toBe('kirschen');
});

test('a line is waited for', async () => {
  const file = join(temporaryFolder(), 'log');
  const log = new Log(file);
  setTimeout(() => writeFileSync(file, 'first\nready 1\n'), 60);
  expect(await log.waitFor(/ready/, 0, 10, running)).toBe('ready 1');
  expect(await log.waitFor(/ready/, 0, 10, running)).toBe('ready 1');
  setTimeout(() => appendFileSync(file, 'ready 2\n'), 60);
  expect(await log.waitFor(/ready/, log.lines().length, 10, running)).toBe('ready 2');
});

test('it is not waited for longer than was asked, or than something can come', async () => {
  const file = join(temporaryFolder(), 'log');
  const log = new Log(file);
  expect(await log.waitFor(/ready/, 0, 0.1, running)).toBeUndefined();
  expect(await log.waitFor(/ready/, 0, 60, () => true)).toBeUndefined();
  writeFileSync(file, 'ready\n');
  expect(await log.waitFor(/ready/, 0, 60, () => true)).toBe('ready');
});
