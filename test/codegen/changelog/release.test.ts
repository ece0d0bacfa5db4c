import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { release, sectionOf } from '../../../codegen/changelog/release';
import { temporaryFolder } from '../../temporary-folder';

const RELEASED = '# Changelog\n\nWhat users notice.\n\n## 0.1.0 - 2026-11-23\n\n### Added\n\n- Everything.\n';

/** A folder with a changelog and fragments. */
function folder(changelog: string, fragments: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  mkdirSync(join(root, 'changes'));
  const files = { 'CHANGELOG.md': changelog, 'changes/README.md': 'How to.\n' };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
  for (const [name, text] of Object.entries(fragments)) writeFileSync(join(root, 'changes', name), text);
  return root;
}

test('the section of a version has what breaks first, and its items stay in one piece', () => {
  const fragments = [
    { slug: 'a', kind: 'fixed', text: 'Logs stay.' },
    { slug: 'b', kind: 'added', text: 'See [sizing](../docs/sizing.md) for\nhow much.\n\n```sh\nefk report\n```' },
    { slug: 'c', kind: 'breaking', text: 'The prop has another name.\n\nRename it.' },
    { slug: 'd', kind: 'fixed', text: 'Logs go.' },
  ] as const;
  expect(sectionOf(fragments, '0.2.0', '2026-12-01')).toMatchInlineSnapshot(`
    "## 0.2.0 - 2026-12-01

    ### Breaking

    - The prop has another name.

      Rename it.

    ### Added

    - See [sizing](docs/sizing.md) for
      how much.

      \`\`\`sh
      efk report
      \`\`\`

    ### Fixed

    - Logs stay.
    - Logs go."
  `);
});

test('a release moves the fragments into the changelog, above the versions before', () => {
  const root = folder(RELEASED, { 'b.fixed.md': 'Logs stay.\n', 'a.fixed.md': 'Logs go.\n' });
  release(root, '0.2.0', '2026-12-01');

  expect(readdirSync(join(root, 'changes'))).toEqual(['README.md']);
  expect(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')).toBe(
    RELEASED.replace('## 0.1.0', '## 0.2.0 - 2026-12-01\n\n### Fixed\n\n- Logs go.\n- Logs stay.\n\n## 0.1.0'),
  );
});

test('the first version comes below what the changelog begins with', () => {
  const root = folder('# Changelog\n', { 'a.added.md': 'Everything.' });
  release(root, '0.1.0', '2026-11-23');

  expect(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')).toBe(
    '# Changelog\n\n## 0.1.0 - 2026-11-23\n\n### Added\n\n- Everything.\n',
  );
});

test.each([
  [{}, '0.2.0', '[changes] must hold a fragment, got none; write what users notice'],
  [
    { 'a.news.md': 'Logs stay.', 'b.added.md': '' },
    '0.1.0',
    [
      '[changes/a.news.md] the kind must be one of breaking, added, changed, fixed, removed, got "news"; rename it',
      '[changes/b.added.md] must say what users notice, got nothing; write one or two sentences',
      '[CHANGELOG.md] must not have 0.1.0 yet; raise the version, for example: npm version minor',
    ].join('\n'),
  ],
])('%j as %s is refused, and nothing changes', (fragments, version, message) => {
  const root = folder(RELEASED, fragments);

  expect(() => release(root, version, '2026-12-01')).toThrow(new Error(message));
  expect(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')).toBe(RELEASED);
  expect(readdirSync(join(root, 'changes'))).toEqual(['README.md', ...Object.keys(fragments)]);
});
