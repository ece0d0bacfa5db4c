import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { generatedFiles, writeStale } from '../../codegen/generated-files';
import { ROOT, readSourceTree } from '../rules/source-tree';
import { temporaryFolder } from '../temporary-folder';

const files = generatedFiles();

test.each(Object.keys(files))('%s is what its sources say; if not, run: npm run generate', (path) => {
  expect(readFileSync(join(ROOT, path), 'utf8')).toBe(files[path]);
});

test('every *.generated.ts is made by npm run generate', () => {
  const sources = readSourceTree(
    'cli',
    'codegen',
    'constructs',
    'environments',
    'local',
    'package',
    'review',
    'stacks',
    'trial',
  );

  expect([...sources.keys()].filter((path) => path.includes('.generated.')).sort()).toEqual(Object.keys(files).sort());
});

test('only files that are stale or missing are written', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a'), 'new');
  writeFileSync(join(folder, 'b'), 'old');
  const { mtimeMs } = statSync(join(folder, 'a'));

  expect(writeStale(folder, { a: 'new', b: 'new', c: 'new' })).toEqual(['b', 'c']);
  expect(['a', 'b', 'c'].map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(['new', 'new', 'new']);
  expect(statSync(join(folder, 'a')).mtimeMs).toBe(mtimeMs);
});
