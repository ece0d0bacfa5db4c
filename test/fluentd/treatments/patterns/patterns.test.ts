import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { patternMistakes, rubyPattern } from '../../../../constructs/fluentd/treatments/patterns';
import { type FluentdRuntime, findFluentd, missingFluentd } from '../../../../local/fluentd';
import { patternAndTexts } from './arbitrary-pattern';

const PATTERNS = 3000;
const SCRIPT = join(__dirname, 'match_patterns.rb');

const folder = mkdtempSync(join(tmpdir(), 'patterns-'));
let runtime: FluentdRuntime;
let missing: string | undefined;

beforeAll(async () => {
  missing = await missingFluentd();
  if (missing === undefined) runtime = await findFluentd({ report: console.log });
});
beforeEach(({ skip }) => skip(missing !== undefined, `it needs ${missing}`));
afterAll(() => rmSync(folder, { recursive: true }));

/** Where a pattern matches a text, in characters, and what its groups are; those without a text took no part. */
type Match = { at: [number, number]; groups: Record<string, string | null> } | null;

test(`${PATTERNS} patterns match the same in JavaScript and in Ruby`, async () => {
  const taken = fc.sample(
    patternAndTexts.filter(({ pattern }) => patternMistakes(pattern, []).length === 0),
    PATTERNS,
  );
  const file = join(folder, 'patterns.json');
  writeFileSync(file, JSON.stringify(taken.map(({ pattern, texts }) => ({ source: rubyPattern(pattern), texts }))));
  const { code, stdout, stderr } = await runtime.run('ruby', [SCRIPT, file], { folders: [folder, __dirname] });
  expect(code, stderr).toBe(0);

  const inRuby: Match[][] = JSON.parse(stdout);
  const different = taken.flatMap(({ pattern, texts }, index) =>
    texts.flatMap((text, at) => {
      const expected = matchOf(pattern, text);
      if (expected === 'between halves') return [];
      const found = Array.isArray(inRuby[index]) ? inRuby[index][at] : inRuby[index];
      return JSON.stringify(expected) === JSON.stringify(found)
        ? []
        : [{ pattern: String(pattern), ruby: rubyPattern(pattern), text, expected, found }];
    }),
  );
  expect(different.slice(0, 5)).toEqual([]);
  // That nothing matches would be no proof.
  expect(inRuby.flat().filter((match) => match !== null).length).toBeGreaterThan(PATTERNS);
});

/** V8 finds an empty text between the halves of a character too, against the standard. */
function matchOf(pattern: RegExp, text: string): Match | 'between halves' {
  const match = pattern.exec(text);
  if (!match) return null;
  if (/[\ud800-\udbff]$/.test(text.slice(0, match.index)) && /^[\udc00-\udfff]/.test(text.slice(match.index)))
    return 'between halves';
  const begin = Array.from(text.slice(0, match.index)).length;
  return {
    at: [begin, begin + Array.from(match[0]).length],
    groups: Object.fromEntries(Object.entries(match.groups ?? {}).map(([name, value]) => [name, value ?? null])),
  };
}
