import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { exports } from '../../package.json';
import { entryPoints } from '../../typedoc.json';
import { runIn, succeeded } from './consumer';

const REPOSITORY = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'efk-api-'));

/** What the compiler knows of the entries. */
const program = ts.createProgram(
  entryPoints.map((entry) => join(REPOSITORY, entry)),
  { skipLibCheck: true },
);
const checker = program.getTypeChecker();

function page(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

// Not committed: it would change with every comment. `npm run docs:api` writes it, and this says that it can. A warning, for
// instance of a type that is used and not exported, is an error.
beforeAll(async () => {
  succeeded(await runIn(REPOSITORY, join(REPOSITORY, 'node_modules/.bin/typedoc'), '--out', folder));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the reference has a page for every entry of the package', () => {
  const published = Object.values(exports).flatMap((entry) => (typeof entry === 'string' ? [] : [entry.default]));
  expect([...entryPoints].sort()).toEqual(published.map((file) => file.replace(/^.\/dist\/(.*)\.js$/, '$1.ts')).sort());
  for (const entry of entryPoints) expect(page('README.md')).toContain(`(${moduleOf(entry)}/README.md)`);
});

test.each(entryPoints)('every symbol that %s exports is in it, with what its comment says', (entry) => {
  const file = program.getSourceFile(join(REPOSITORY, entry));
  const symbols = checker.getExportsOfModule(checker.getSymbolAtLocation(file as ts.SourceFile) as ts.Symbol);
  expect(symbols.length).toBeGreaterThan(2);

  const listed = page(`${moduleOf(entry)}/README.md`);
  expect(symbols.map(({ name }) => name).filter((name) => !new RegExp(`\\b${name}\\b`).test(listed))).toEqual([]);
  for (const symbol of symbols) {
    const [link] =
      new RegExp(`\\]\\(((?:\\.\\./)?[a-z/-]+/${symbol.name}(?:\\.md|/README\\.md))\\)`).exec(listed)?.slice(1) ?? [];
    const text = page(join(moduleOf(entry), link ?? `no page of ${symbol.name}`));
    const { flags } = symbol;
    const declared = flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    // A page of a namespace lists what is in it.
    if (declared.flags & ts.SymbolFlags.ValueModule) continue;
    const [comment] = ts.displayPartsToString(declared.getDocumentationComment(checker)).split('\n');
    expect(comment, symbol.name).toBeTruthy();
    expect(plain(text), symbol.name).toContain(plain(comment ?? ''));
  }
});

test('a prop has its comment and its default', () => {
  const props = page('index/interfaces/FluentdProps.md');
  expect(props).toContain('Disk of each node that logs may take while Elasticsearch is away.');
  expect(props).toMatch(/Default[\s\S]+'2Gi'/);
});

test('a key of an environment has its comment, although its type comes from a schema', () => {
  expect(page('environments/interfaces/EnvironmentInput.md')).toContain(
    'Whether Pulumi refuses to delete or replace what holds data',
  );
  expect(page('environments/interfaces/RouteInput.md')).toContain('Logs of a day that are expected');
});

function moduleOf(entry: string): string {
  return entry.replace(/^package\/(.*)\.ts$/, '$1');
}

/** Text without what Markdown adds. */
function plain(text: string): string {
  return text.replace(/[\\`*_]|\{@link |\}|\[|\]\([^)]*\)/g, '').replace(/\s+/g, ' ');
}
