import { posix } from 'node:path';
import ts from 'typescript';

import { importsOf, parse, type SourceTree, walk } from './source-tree';

const MAX_LINES = 200;
const MAX_FILES = 12;

const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** One line per file that is too long to have one reason to change. */
export function longFiles(tree: SourceTree): string[] {
  return [...tree]
    .map(([path, text]) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MAX_LINES)
    .map(({ path, lines }) => `${path}: has ${lines} lines (at most ${MAX_LINES}); split it by reason to change`);
}

/** One line per folder with too many files to take in at a glance. */
export function fullFolders(tree: SourceTree): string[] {
  const counts = new Map<string, number>();
  for (const path of tree.keys()) counts.set(posix.dirname(path), (counts.get(posix.dirname(path)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > MAX_FILES)
    .map(
      ([folder, count]) =>
        `${folder}: has ${count} files (at most ${MAX_FILES}); give a part of it a folder of its own`,
    );
}

/** One line per file or folder whose name is not in kebab-case; `.test` or `.generated` may stand before `.ts`. */
export function misnamedFiles(tree: SourceTree): string[] {
  return [...tree.keys()]
    .filter(
      (path) =>
        !path
          .replace(/\.((test|generated)\.)?ts$/, '')
          .split('/')
          .every((part) => KEBAB_CASE.test(part)),
    )
    .map((path) => `${path}: every part must be in kebab-case; rename it, e.g. node-set.ts for the class NodeSet`);
}

/**
 * One line per source file with logic that has no test: none of its own (`test/<path>.test.ts`), none of its whole folder
 * (`test/<folder>.test.ts` or `test/<folder>/<folder>.test.ts`), and none that imports it by its path.
 *
 * @param sources the files to be tested
 * @param tests files below `test/`
 * @param testedElsewhere the test of a source file, or of a folder with `/` at its end, for which that does not hold
 */
export function untestedFiles(
  sources: SourceTree,
  tests: SourceTree,
  testedElsewhere: Readonly<Record<string, string>>,
): string[] {
  const all: SourceTree = new Map([...sources, ...tests]);
  const imported = new Set(
    [...tests.keys()].flatMap((path) =>
      importsOf(all, path).flatMap(({ file, loads }) => (file && loads ? [file] : [])),
    ),
  );
  const missing = [...sources]
    .filter(([path, text]) => hasLogic(parse(path, text)) && !imported.has(path))
    .map(([path]) => ({ path, places: listedPlaces(path, testedElsewhere) ?? testPlaces(path) }))
    .filter(({ places }) => !places.some((place) => tests.has(place)))
    .map(
      ({ path, places: [place] }) =>
        `${path}: has logic, but no test; write ${place}, or name the test that covers it in test/architecture.test.ts`,
    );
  const stale = Object.keys(testedElsewhere)
    .filter((listed) => ![...sources.keys()].some((path) => isListed(path, listed)))
    .map(
      (listed) =>
        `${listed}: is listed as tested elsewhere, but does not exist; remove it from test/architecture.test.ts`,
    );
  return [...missing, ...stale];
}

function isListed(path: string, listed: string): boolean {
  return path === listed || (listed.endsWith('/') && path.startsWith(listed));
}

function listedPlaces(path: string, testedElsewhere: Readonly<Record<string, string>>): string[] | undefined {
  const entry = Object.entries(testedElsewhere).find(([listed]) => isListed(path, listed));
  return entry && [entry[1]];
}

function testPlaces(path: string): string[] {
  const folder = posix.dirname(path);
  const names = [path.replace(/\.ts$/, ''), `${folder}/${posix.basename(folder)}`, folder];
  return names.map((name) => `test/${name}.test.ts`);
}

/** Whether a file has a function of any kind with a body; data and types can only be wrong where they are used. */
function hasLogic(file: ts.SourceFile): boolean {
  let found = false;
  walk(file, (node) => {
    found ||= ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
  });
  return found;
}
