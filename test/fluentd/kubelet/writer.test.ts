import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

import { temporaryFolder } from '../../temporary-folder';
import { ContainerLog } from './container-log';
import { linesOf } from './events';
import { folderOf } from './load';
import { startNode } from './node';

const ROTATED = /^0\.log\.\d{8}-\d{6}$/;

test('the kubelet renames, compresses what it renamed before, and keeps five files', async () => {
  const folder = join(temporaryFolder(), 'app');
  const log = new ContainerLog(folder);
  for (let round = 0; round < 6; round++) {
    log.write(`round ${round}\n`);
    await log.rotate({ maxSize: 1, maxFiles: 5 });
    // Names have whole seconds.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  log.write('last\n');
  log.close();
  const files = readdirSync(folder).sort();
  expect(files.map((name) => name.replace(/\d{8}-\d{6}/, 'time'))).toEqual([
    '0.log',
    '0.log.time.gz',
    '0.log.time.gz',
    '0.log.time.gz',
    '0.log.time',
  ]);
  const text = (name: string) => {
    const bytes = readFileSync(join(folder, name));
    return String(name.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  };
  expect(files.filter((name) => name !== '0.log').map(text)).toEqual([2, 3, 4, 5].map((round) => `round ${round}\n`));
  expect(text('0.log')).toBe('last\n');
});

test('a small log is not rotated, and what a compression left behind is no log', async () => {
  const folder = temporaryFolder();
  const log = new ContainerLog(folder);
  log.write('x\n');
  writeFileSync(join(folder, '0.log.20261125-070000.tmp'), 'half');
  await log.rotate({ maxSize: 3, maxFiles: 2 });
  expect(readdirSync(folder).sort()).toEqual(['0.log', '0.log.20261125-070000.tmp']);
  await log.rotate({ maxSize: 2, maxFiles: 2 });
  log.close();
  expect(readdirSync(folder).filter((name) => ROTATED.test(name))).toHaveLength(1);
});

test('of a container that was started again only the last run stays', () => {
  const folder = temporaryFolder();
  const log = new ContainerLog(folder);
  log.restart();
  expect(readdirSync(folder)).toEqual(['0.log', '1.log']);
  log.restart();
  log.close();
  expect(readdirSync(folder)).toEqual(['1.log', '2.log']);
});

test('the logs of a pod go with it', () => {
  const pods = temporaryFolder();
  const log = new ContainerLog(folderOf(pods, 3));
  log.remove();
  expect(readdirSync(pods)).toEqual([]);
});

test('a node writes every line of every container once, in order', async () => {
  const pods = temporaryFolder();
  const node = startNode({ pods, runtime: 'containerd', containers: 3, lines: 3_000, linesPerSecond: 20_000 });
  const { events, lines, bytes } = await node.written;
  await node.stop();
  const texts = events.map((_, index) => readFileSync(join(folderOf(pods, index), '0.log'), 'utf8'));
  for (const [index, text] of texts.entries()) {
    const expected = Array.from({ length: events[index] ?? 0 }, (_, place) => linesOf(index, place)).flat();
    const written = text.trimEnd().split('\n');
    expect(written.map((line) => line.slice(line.indexOf(' F ') + 3))).toEqual(expected);
    expect(written.map((line) => line.split(' ')[0])).toEqual(written.map((line) => line.split(' ')[0]).sort());
  }
  expect(texts.join('').split('\n')).toHaveLength(lines + 1);
  expect(texts.join('')).toHaveLength(bytes);
  expect(
    readdirSync(pods)
      .map((name) => basename(name))
      .sort()[0],
  ).toBe('team-0_web-0_00000000-1111-4222-8333-444455556666');
});

test('a node keeps the pace', async () => {
  const pods = temporaryFolder();
  const started = performance.now();
  const node = startNode({ pods, runtime: 'crio', containers: 8, lines: 30_000, linesPerSecond: 30_000 });
  await node.written;
  const seconds = (performance.now() - started) / 1_000;
  await node.stop();
  expect(seconds).toBeGreaterThan(0.9);
  expect(seconds).toBeLessThan(10);
});
