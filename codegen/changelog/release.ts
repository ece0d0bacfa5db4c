import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Fragment, fragmentMistakes, KINDS, parseFragments, readFragments } from './fragments';

/**
 * Moves the fragments below `root` into `CHANGELOG.md`, as the section of a version, newest first.
 *
 * @param date day of the release, as YYYY-MM-DD
 * @throws Error if there is no fragment, if one is not well-formed or if the version has a section; nothing is changed then
 */
export function release(root: string, version: string, date: string): void {
  const path = join(root, 'CHANGELOG.md');
  const changelog = readFileSync(path, 'utf8');
  const files = readFragments(root);
  const mistakes = fragmentMistakes(files);
  if (files.size === 0) mistakes.push('[changes] must hold a fragment, got none; write what users notice');
  if (changelog.includes(`\n## ${version} - `)) {
    mistakes.push(`[CHANGELOG.md] must not have ${version} yet; raise the version, for example: npm version minor`);
  }
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'));

  writeFileSync(path, withSection(changelog, sectionOf(parseFragments(files), version, date)));
  for (const name of files.keys()) rmSync(join(root, 'changes', name));
}

/** The section of a version in `CHANGELOG.md`. */
export function sectionOf(fragments: readonly Fragment[], version: string, date: string): string {
  const kinds = (Object.keys(KINDS) as Fragment['kind'][]).flatMap((kind) => {
    const items = fragments.filter((fragment) => fragment.kind === kind).map(({ text }) => itemOf(text));
    return items.length === 0 ? [] : [`### ${KINDS[kind]}\n\n${items.join('\n')}`];
  });
  return [`## ${version} - ${date}`, ...kinds].join('\n\n');
}

/** A fragment is written in `changes/`; its links and lines are moved to where they go on working. */
function itemOf(text: string): string {
  const [first, ...rest] = text.replaceAll('](../', '](').split('\n');
  return [`- ${first}`, ...rest.map((line) => (line === '' ? '' : `  ${line}`))].join('\n');
}

function withSection(changelog: string, section: string): string {
  const at = changelog.search(/^## /m);
  if (at < 0) return `${changelog.trimEnd()}\n\n${section}\n`;
  return `${changelog.slice(0, at)}${section}\n\n${changelog.slice(at)}`;
}
