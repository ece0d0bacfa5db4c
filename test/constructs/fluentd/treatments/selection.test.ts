import { expect, test } from 'vitest';

import { type Selection, selectionMistakes } from '../../../../constructs/fluentd/treatments/selection';
import { said } from './said';

const mistakes = (selection?: Selection) => said(selectionMistakes(selection, ['select']));

test.each([
  undefined,
  { namespaces: ['shop', 'team-*', '3scale'] },
  { containers: ['?', '*-proxy'] },
  { labels: { team: ['a', 'b-*'] } },
])('%j is right', (selection) => {
  expect(mistakes(selection)).toBe('');
});

test('what matches nothing, or all without saying so, is refused', () => {
  expect(mistakes({})).toBe('select must name namespaces, containers or labels, got {}; name some, or leave it out');
  expect(mistakes({ namespaces: [], containers: ['app', 'App', '-a', 'a'.repeat(64)] })).toMatchInlineSnapshot(`
    "select.namespaces must not be empty, got [], which matches nothing; name one, or leave it out for all
    select.containers[1] must be a glob of DNS labels (a-z, 0-9, -, * and ?, at most 63 characters), got "App"; correct it
    select.containers[2] must be a glob of DNS labels (a-z, 0-9, -, * and ?, at most 63 characters), got "-a"; correct it
    select.containers[3] must be a glob of DNS labels (a-z, 0-9, -, * and ?, at most 63 characters), got "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"; correct it"
  `);
});
