import { describe, expect, test } from 'vitest';

import { fragmentMistakes, parseFragments, readFragments } from '../../../codegen/changelog/fragments';
import { changedSinceRelease, missingFragment } from '../../../codegen/changelog/unreleased';
import { ROOT } from '../../rules/source-tree';

describe('the changes of this repository', () => {
  const fragments = readFragments(ROOT);
  const changed = changedSinceRelease(ROOT);

  test('are well-formed', () => {
    expect(fragmentMistakes(fragments)).toEqual([]);
  });

  test.skipIf(changed === undefined)('are there if shipped code differs from the last release', () => {
    expect(missingFragment(changed ?? [], fragments.size)).toEqual([]);
  });
});

const mistakesIn = (name: string, text: string) => fragmentMistakes(new Map([[name, text]]));

test.each([
  ['one-file.added.md', 'Logs of the last hour stay.\n'],
  ['one-file.fixed.md', '`efk diff` says it.\n\nIn two paragraphs, with [a link](../docs/sizing.md).'],
  ['1234-code.changed.md', 'Write this:\n\n```sh\n# a comment\nnpm test\n```'],
  ['one-file.removed.md', 'The option is gone, and *nothing* replaces it.'],
  ['one-file.breaking.md', 'The prop has another name.\n\nRename it.'],
])('%s with %j is well-formed', (name, text) => {
  expect(mistakesIn(name, text)).toEqual([]);
});

test.each([
  ['notes.txt', 'must be named <slug>.<kind>.md, with no other dot, got "notes.txt"; rename it'],
  ['notes.md', 'must be named <slug>.<kind>.md, with no other dot, got "notes.md"; rename it'],
  ['one.two.added.md', 'must be named <slug>.<kind>.md, with no other dot, got "one.two.added.md"; rename it'],
  ['One_file.added.md', 'the slug must be in kebab-case, got "One_file"; rename it'],
  ['one-file.feature.md', 'the kind must be one of breaking, added, changed, fixed, removed, got "feature"; rename it'],
  [
    'one-file.toString.md',
    'the kind must be one of breaking, added, changed, fixed, removed, got "toString"; rename it',
  ],
])('the name %s is refused', (name, mistake) => {
  expect(mistakesIn(name, 'Logs stay.')).toEqual([`[changes/${name}] ${mistake}`]);
});

test.each([
  ['\n', 'must say what users notice, got nothing; write one or two sentences'],
  ['# Logs\n\nThey stay.', 'must be paragraphs, without headings and lists, got "# Logs"; write sentences'],
  ['- Logs stay.', 'must be paragraphs, without headings and lists, got "- Logs stay."; write sentences'],
  ['logs stay.', 'must be sentences, from a capital letter to a full stop; write what users notice'],
  ['Logs stay', 'must be sentences, from a capital letter to a full stop; write what users notice'],
])('the text %j is refused', (text, mistake) => {
  expect(mistakesIn('one-file.added.md', text)).toEqual([`[changes/one-file.added.md] ${mistake}`]);
});

test('a change that breaks says what to do', () => {
  expect(mistakesIn('one-file.breaking.md', 'The prop has another name.')).toEqual([
    '[changes/one-file.breaking.md] must say in a second paragraph what to do about a change that breaks; add it after an empty line',
  ]);
});

test('all mistakes are told at once', () => {
  const files = new Map([
    ['One.news.md', 'logs'],
    ['two.added.md', ''],
  ]);
  expect(fragmentMistakes(files)).toEqual([
    '[changes/One.news.md] the slug must be in kebab-case, got "One"; rename it',
    '[changes/One.news.md] the kind must be one of breaking, added, changed, fixed, removed, got "news"; rename it',
    '[changes/One.news.md] must be sentences, from a capital letter to a full stop; write what users notice',
    '[changes/two.added.md] must say what users notice, got nothing; write one or two sentences',
  ]);
});

test('a fragment is its name and its text', () => {
  expect(parseFragments(new Map([['one-file.added.md', 'Logs stay.\n']]))).toEqual([
    { slug: 'one-file', kind: 'added', text: 'Logs stay.' },
  ]);
});
