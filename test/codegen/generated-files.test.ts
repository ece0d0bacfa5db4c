import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { generatedFiles } from '../../codegen/generated-files';
import { ROOT, readSourceTree } from '../rules/source-tree';

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
  );

  expect([...sources.keys()].filter((path) => path.includes('.generated.')).sort()).toEqual(Object.keys(files).sort());
});
