import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { ROOT } from './rules/source-tree';
import { forbiddenForms } from './rules/words';

/** Folders that others or programs fill, those of the collector, and the rule itself. */
const UNREAD =
  /^(\.git|node_modules|dist|manifests|docs\/api)$|(^|\/)node_modules$|^test\/(rules\/words|words\.test)\.ts$/;

/** What people have written, by path. */
function texts(folder = ''): [path: string, text: string][] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (UNREAD.test(path)) return [];
    if (entry.isDirectory()) return texts(path);
    return /\.(ts|js|md|rb|ya?ml)$|^\.ci\/run$/.test(path) ? [[path, readFileSync(join(ROOT, path), 'utf8')]] : [];
  });
}

test('what is written here has one form for each word', () => {
  expect(forbiddenForms(new Map(texts()))).toEqual([]);
});

test('a form that is not written here is named with its line, and what to write', () => {
  const found = forbiddenForms(
    new Map([
      ['a.ts', '// One.\n// It can not be, and is made anew.'],
      ['b.rb', '# What it can\n# not do.'],
      ['c.md', 'Whoever asks.'],
    ]),
  );
  expect(found).toEqual([
    'a.ts:2: has "can not"; write cannot',
    'a.ts:2: has "anew"; write again',
    'b.rb:1: has "can not"; write cannot',
    'c.md:1: has "Whoever"; name who it is, or write those who',
  ]);
});

test('words that only look like them are left alone', () => {
  expect(forbiddenForms(new Map([['a.md', 'It cannot renew a canoe, nor can a note.']]))).toEqual([]);
});
