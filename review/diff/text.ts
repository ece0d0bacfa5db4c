import { structuredPatch } from 'diff';

import { openingTag, type ParsedDirective, tryParse, walk } from '../../constructs/fluentd/conf';
import type { Hunk } from './field-change';

/** Unchanged lines around a change, so that a reader sees where it is. */
const CONTEXT = 2;

/** Edits after which texts have so little in common that all of the old one and all of the new one are shown. */
const MOST_EDITS = 1_000;

/** The changed lines of a text. */
export function textHunks(before: string, after: string): Hunk[] {
  const options = { context: CONTEXT, maxEditLength: MOST_EDITS };
  const patch = structuredPatch('', '', before, after, '', '', options);
  const lines = after.split('\n');
  if (!patch) return [{ section: '', line: 1, lines: [...signed('-', before.split('\n')), ...signed('+', lines)] }];
  const directives = [...walk(tryParse(after) ?? [])].map(({ directive }) => directive);
  return patch.hunks.map((hunk) => ({
    section: sectionAt(directives, hunk.newStart),
    line: hunk.newStart,
    lines: hunk.lines.filter((line) => !line.startsWith('\\')),
  }));
}

function signed(sign: string, lines: readonly string[]): string[] {
  return lines.map((line) => sign + line);
}

/** Directives of Fluentd that are open at a line, e.g. `<label @ROUTE> <match **>`; nothing in other texts. */
function sectionAt(directives: readonly ParsedDirective[], at: number): string {
  return directives
    .filter(({ line, lastLine }) => line < at && at <= lastLine)
    .map(openingTag)
    .join(' ');
}
