import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { bin, exports } from '../../package.json';
import { packed, removePacked, runIn, succeeded } from './consumer';

const BINARIES = join(__dirname, '../../node_modules/.bin');

/** Bytes. The plugins of Fluentd, with their docstrings and their types, and the dashboards take most of them. */
const MAX_SIZE = 600_000;

describe('the tarball', () => {
  let tarball = '';
  let files: string[] = [];
  beforeAll(async () => {
    tarball = await packed();
    files = succeeded(await runIn('.', 'tar', '--list', '--file', tarball))
      .trim()
      .split('\n');
  });

  afterAll(() => removePacked(tarball));

  test('is small', () => {
    expect(statSync(tarball).size).toBeLessThan(MAX_SIZE);
  });

  test('holds what is compiled and its types, and nothing else', () => {
    expect(files.filter((file) => !/^package\/dist\/.+\.(js|d\.ts)$/.test(file)).sort()).toEqual([
      'package/LICENSE',
      'package/README.md',
      'package/package.json',
    ]);
    expect(files.filter((file) => /\/(test|bench|cli|local)\//.test(file))).toEqual([]);
    expect(files).toContain(join('package', bin.efk));
    for (const [name, entry] of Object.entries(exports)) {
      if (typeof entry === 'string') continue;
      expect(files, name).toEqual(
        expect.arrayContaining([entry.default, entry.types].map((path) => join('package', path))),
      );
    }
  });

  test('names no folder of the machine that built it', async () => {
    const text = succeeded(await runIn('.', 'tar', '--extract', '--to-stdout', '--file', tarball));
    expect(text.includes(join(__dirname, '../..'))).toBe(false);
  });

  test('has nothing that publint objects to', async () => {
    expect(succeeded(await runIn('.', join(BINARIES, 'publint'), tarball, '--strict'))).toContain('All good!');
  });

  test('has types for every way in which it can be imported', async () => {
    expect(succeeded(await runIn('.', join(BINARIES, 'attw'), tarball, '--no-emoji'))).toContain('No problems found');
  });
});
