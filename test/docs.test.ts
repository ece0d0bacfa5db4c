import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';

import { environmentNames } from '../environments';
import { brokenCommands, type KnownCommands } from './rules/commands';
import { exampleMistakes } from './rules/examples';
import { brokenLinks, commandsOf, type Documents, staleQuotes, unlistedDocuments } from './rules/markdown';
import { unknownTests } from './rules/named-tests';
import { ROOT, readSourceTree, sourceTree } from './rules/source-tree';
import { propMistakes, silentThrows, undocumented } from './rules/tsdoc';

describe('the sources of this repository', () => {
  const sources = readSourceTree(
    'constructs',
    'environments',
    'stacks',
    'review',
    'package',
    'local',
    'trial',
    'codegen',
  );

  test('say what every exported symbol is for', () => {
    expect(undocumented(sources)).toEqual([]);
  });

  test('say what every prop is and what holds without it', () => {
    expect(propMistakes(sources)).toEqual([]);
  });

  test('say what throws', () => {
    expect(silentThrows(sources)).toEqual([]);
  });
});

describe('the documents of this repository', () => {
  const documents = readDocuments();
  const commands = [...documents].flatMap(([document, text]) => commandsOf(document, text));

  test('link to what exists', () => {
    expect(brokenLinks(documents, (path) => existsSync(join(ROOT, path)))).toEqual([]);
  });

  test('are listed in the README of their folder', () => {
    expect(unlistedDocuments(documents)).toEqual([]);
  });

  test('quote files as they are', () => {
    expect(staleQuotes(documents, readIfExists)).toEqual([]);
  });

  test('name tests of faults that exist', () => {
    const folder = join(ROOT, 'test/fluentd/faults');
    const sources = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
    const document = documents.get('docs/collector-faults.md') ?? '';
    expect(document).not.toBe('');
    expect(unknownTests(document, sources, ['nothing is lost ...', 'test'], 'nothing is lost')).toEqual([]);
  });

  test('name commands that exist', { timeout: 60_000 }, () => {
    expect(brokenCommands(commands, knownCommands())).toEqual([]);
  });

  test('show code that compiles', { timeout: 60_000 }, () => {
    expect(exampleMistakes(documents)).toEqual([]);
  });
});

describe('the rules for sources can fail', () => {
  test.each([
    ['export function a() {}', 'a'],
    ['export class A {}', 'A'],
    ['export interface A {}', 'A'],
    ['export type A = string;', 'A'],
    ['export const a = 1, b = 2;', 'a'],
    ['/** Internal. */\nconst a = 1;\nfunction b() {}\nexport { a, b };', 'b'],
    ['export = 1;', 'the default export'],
    ['/** */\nexport const a = 1;', 'a'],
    ['// Not a documentation comment.\nexport const a = 1;', 'a'],
  ])('%j lacks a comment', (text, name) => {
    expect(undocumented(sourceTree({ 'core/a.ts': text }))[0]).toBe(
      `core/a.ts: ${name} is exported without a comment; say in /** */ what it is for`,
    );
  });

  test.each([
    '/** One. */\nexport const a = 1;',
    '/** @throws Error always */\nexport function a() {}',
    'const a = 1;',
    "export { a } from './a';",
    "export * from './a';",
  ])('%j needs no more comment', (text) => {
    expect(undocumented(sourceTree({ 'core/a.ts': text }))).toEqual([]);
  });

  test.each([
    ['readonly a: string;', 'has no comment; say in /** */ what it is, with its unit'],
    ['/** Name. */ readonly a?: string;', 'is optional without @default; write the value, or `- ` and what happens'],
    ['/** Name. @default b */ readonly a: string;', 'is required, but has a @default; remove one of them'],
    [
      '/** Name. @default */ readonly a?: string;',
      'has a @default that says nothing; write the value, or `- ` and what happens',
    ],
    [
      '/**\n * Name.\n *\n * @default undefined\n */\nreadonly a?: string;',
      'has a @default that says nothing; write the value, or `- ` and what happens',
    ],
  ])('the member %j is refused', (member, mistake) => {
    const tree = sourceTree({ 'core/a.ts': `export interface AProps {\n${member}\n}` });
    expect(propMistakes(tree)).toEqual([`core/a.ts: AProps.a ${mistake}`]);
  });

  test.each([
    'export interface AProps {\n/** Name. */\nreadonly a: string;\n}',
    "export interface AProps {\n/**\n * Name.\n *\n * @default 'b'\n */\nreadonly a?: string; }",
    'export interface AOptions {\n/** Name. @default - none */\nreadonly a?: string;\n}',
    'interface AProps { a?: string }',
    'export interface Answer { readonly a?: string }',
  ])('%j is accepted', (text) => {
    expect(propMistakes(sourceTree({ 'core/a.ts': text }))).toEqual([]);
  });

  test.each([
    ['export function a() { if (b) throw new Error(); }', 'a'],
    ['export const a = () => { throw new Error(); };', 'a'],
    ['export class A { constructor() { refuse(this, []); } }', 'A'],
  ])('%j throws in silence', (text, name) => {
    expect(silentThrows(sourceTree({ 'core/a.ts': text }))).toEqual([
      `core/a.ts: ${name} throws; say in @throws which error, and when`,
    ]);
  });

  test.each([
    '/** @throws Error always */\nexport function a() { throw new Error(); }',
    '/**\n * A.\n *\n * @throws PropsError if b\n */\nexport class A { constructor() { refuse(this, []); } }',
    'function a() { throw new Error(); }',
    'export function a() { return 1; }',
  ])('%j says enough', (text) => {
    expect(silentThrows(sourceTree({ 'core/a.ts': text }))).toEqual([]);
  });
});

describe('the rules for documents can fail', () => {
  test('tests: a row of a table that no test is named after is told', () => {
    const rows = ['| test | b |', '|---|---|', '| a b | 1 |', '| it is c (twice) | 2 |', '| d | 3 |', '| e | 4 |'];
    const document = `${rows.join('\n')}\n\n| other |\n|---|\n| f |\n`;
    const sources = ["test.each(['b'])('a %s', run); test('it is c', run);", "test('so d', run)"];
    expect(unknownTests(document, sources, ['test'], 'so')).toEqual(['e']);
  });

  test('links: a file or heading that does not exist is named with its line', () => {
    const documents = new Map([
      [
        'README.md',
        '# Top\n\n[a](docs/a.md) [b](docs/b.md)\n[c](docs/a.md#second-part) [d](#top) [e](#none)\n\n[f]: gone.md',
      ],
      ['docs/a.md', '# A\n\n## Second part!\n\n[up](../README.md#top)\n<img src="a.png">'],
    ]);
    expect(brokenLinks(documents, (path) => documents.has(path))).toEqual([
      'README.md:3: links to docs/b.md, but there is no docs/b.md; correct the path',
      'README.md:4: links to #none, but README.md has no heading #none; correct the anchor',
      'README.md:6: links to gone.md, but there is no gone.md; correct the path',
      'docs/a.md:6: links to a.png, but there is no docs/a.png; correct the path',
    ]);
  });

  test('links: addresses and code are left alone', () => {
    const documents = new Map([
      ['README.md', '[a](https://example.com/x) [b](mailto:a@example.com) `[c](d.md)`\n```md\n[e](f.md)\n```'],
    ]);
    expect(brokenLinks(documents, () => false)).toEqual([]);
  });

  test('lists: a guide that nobody finds is named', () => {
    const documents = new Map([
      ['README.md', '[a](docs/a.md) [b](docs/b.md)'],
      ['docs/README.md', '[a](a.md)'],
      ['docs/a.md', ''],
      ['docs/b.md', ''],
      ['docs/decisions/0001-c.md', ''],
      ['examples/README.md', ''],
    ]);
    expect(unlistedDocuments(documents)).toEqual([
      'docs/b.md: has no link in docs/README.md; say there what it is for',
      'docs/decisions/0001-c.md: has no link in docs/decisions/README.md; say there what it is for',
    ]);
  });

  test('quotes: a fence that differs from its file is named', () => {
    const documents = new Map([
      ['README.md', '```ts file=a.ts\nconst a = 1;\n```\n\n```ts file=b.ts\nconst b = 1;\n```\n\n```ts file=c.ts\n```'],
    ]);
    const files = new Map([
      ['a.ts', 'const a = 1;\n'],
      ['b.ts', 'const b = 2;\n'],
    ]);
    expect(staleQuotes(documents, (path) => files.get(path))).toEqual([
      'README.md:5: quotes b.ts, but differs from it; copy the file',
      'README.md:9: quotes c.ts, but there is no such file; correct the path',
    ]);
  });

  const known: KnownCommands = {
    scripts: { test: 'vitest run', up: 'efk up', efk: 'efk' },
    programs: new Set(['tsc']),
    efkHelp: (subcommand) =>
      ({
        '': 'Options:\n  -h, --help',
        up: 'Options:\n  --port <number>',
        secrets: 'Usage: efk secrets <environment>',
      })[subcommand ?? ''],
    environments: ['dev', 'production'],
  };

  test.each([
    ['npm run tests', 'package.json has no script tests; use one of test, up, efk'],
    ['npm ci && npm start', 'package.json has no script start; use one of test, up, efk'],
    ['npx efk down', 'efk has no subcommand down; see efk --help'],
    ['efk up --ports 1', 'efk up has no option --ports; see efk up --help'],
    ['npm run up -- --zone a', 'efk up has no option --zone; see efk up --help'],
    ['npm run efk -- secret dev', 'efk has no subcommand secret; see efk --help'],
    ['npx madge', 'no dependency installs madge; add it, or use another program'],
    [
      'pulumi deploy',
      'pulumi has no command deploy; use one of about, cancel, config, destroy, import, login, logout, preview, refresh, stack, state, up, version, whoami',
    ],
    ['PULUMI_CONFIG_PASSPHRASE=x pulumi up --stack prod', 'there is no environment prod; use one of dev, production'],
  ])('commands: `%s` is refused, in a fence and in the text', (command, mistake) => {
    const fenced = commandsOf('README.md', `Try\n\n\`\`\`sh\n# first\n$ ${command}  # now\n\`\`\`\n`);
    expect(brokenCommands(fenced, known)).toEqual([`README.md:5: \`${command}  # now\`: ${mistake}`]);
    if (!/^(npm|npx|efk|pulumi)/.test(command)) return;
    expect(brokenCommands(commandsOf('README.md', `Try \`${command}\`.`), known)).toEqual([
      `README.md:1: \`${command}\`: ${mistake}`,
    ]);
  });

  test('commands: those that exist are accepted', () => {
    const text =
      '```sh\nnpm ci && npm test -- --project unit\nnpm run up -- \\\n  --port 1\nnpx efk secrets dev | kubectl apply -f -\nnpx tsc\npulumi up --stack <environment>\npulumi preview --stack dev\nefk --help\n```';
    expect(commandsOf('README.md', text)).toHaveLength(8);
    expect(brokenCommands(commandsOf('README.md', text), known)).toEqual([]);
  });

  test('examples: the mistakes of the compiler are named with their line, those of quotes are not', {
    timeout: 60_000,
  }, () => {
    const documents = new Map([
      [
        'README.md',
        '# A\n\n```ts\nconst a = 1;\nconst b: string = a;\n```\n```ts file=x.ts\nbroken(\n```\n```ts in=constructs/core\nimport { toSeconds } from "./units";\nconst a = toSeconds("1d");\n```',
      ],
    ]);
    expect(exampleMistakes(documents)).toEqual([
      "README.md:5: Type 'number' is not assignable to type 'string'.; correct the example",
    ]);
  });
});

function readDocuments(): Documents {
  const paths = ['.', 'changes', 'docs', 'examples']
    .filter((folder) => existsSync(join(ROOT, folder)))
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: folder !== '.', encoding: 'utf8' }).map((path) =>
        posix.join(folder, path.replaceAll('\\', '/')),
      ),
    )
    // What npm run docs:api has left is written by a program.
    .filter((path) => path.endsWith('.md') && !/node_modules\/|^docs\/api\//.test(path));
  return new Map(paths.sort().map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));
}

function readIfExists(path: string): string | undefined {
  return existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), 'utf8') : undefined;
}

function knownCommands(): KnownCommands {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Pick<KnownCommands, 'scripts'>;
  const helps = new Map<string, string>();
  const helpOf = (...words: string[]) => {
    const key = words.join(' ');
    // One process per subcommand: starting one takes most of a second.
    const help = helps.get(key) ?? spawnEfk(...words, '--help');
    helps.set(key, help);
    return help;
  };
  return {
    scripts,
    programs: new Set(readdirSync(join(ROOT, 'node_modules', '.bin'))),
    efkHelp: (subcommand) => {
      if (!subcommand) return helpOf();
      // Commander prints its own help, and no error, for a subcommand that it does not know.
      return new RegExp(`^  ${subcommand}( |$)`, 'm').test(helpOf()) ? helpOf(subcommand) : undefined;
    },
    environments: environmentNames,
  };
}

function spawnEfk(...words: string[]): string {
  const { stdout } = spawnSync(process.execPath, ['cli/efk.js', ...words], { cwd: ROOT, encoding: 'utf8' });
  return stdout;
}
