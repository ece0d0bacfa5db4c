import { expect, test } from 'vitest';

import { treatmentMistakes } from '../../../../constructs/fluentd/treatments/mistakes';
import type { Treatment } from '../../../../constructs/fluentd/treatments/treatment';
import { said } from './said';

const mistakes = (...treatments: readonly Treatment[]) => said(treatmentMistakes(treatments));

test('the first of several with one name is named', () => {
  const treatments = ['a', 'b', 'c'].map((namespace) => ({ name: 'web', select: { namespaces: [namespace] } }));
  expect(said(treatmentMistakes(treatments))).toBe(
    [1, 2]
      .map((index) => `[${index}].name must be the only treatment of its name, got "web" as at [0]; rename one`)
      .join('\n'),
  );
});

test('right treatments have no mistakes', () => {
  const drop = [{ reason: 'health checks', where: { 'url.path': ['/health', '/ready'] } }];
  expect(
    mistakes(
      { name: 'web', select: { namespaces: ['shop', 'team-*', '3scale'], containers: ['ng?nx'] }, drop },
      { name: '1', except: { namespaces: ['kube-*'] }, drop: [] },
    ),
  ).toBe('');
});

test('all mistakes of all treatments are told, with their places', () => {
  expect(
    mistakes(
      { name: 'Web', select: { namespaces: [] }, except: {} },
      { name: 'a' },
      { name: 'a', drop: [{ reason: '', where: {} }] },
    ),
  ).toMatchInlineSnapshot(`
    "[0].name must be a DNS label (a-z, 0-9 and -, first and last a letter or digit, at most 63 characters), got "Web"; rename it
    [0].select.namespaces must not be empty, got [], which matches nothing; name one, or leave it out for all
    [0].except must name namespaces, containers or labels, got {}; name some, or leave it out
    [2].drop[0].reason must say why in 1 to 63 characters, got ""; write a few words
    [2].drop[0].where must have a condition, got {}, which every line fulfils; write one for a field
    [2].name must be the only treatment of its name, got "a" as at [1]; rename one
    [2] must select a container that none before it selects, got {} after [1]; move it before, narrow the others, or remove it"
  `);
});
