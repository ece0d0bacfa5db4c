import { expect, test } from 'vitest';

import { configurationMistakes } from '../../../../constructs/fluentd/checks';
import type { Directive } from '../../../../constructs/fluentd/conf';

test('the mistakes of all checks are told at once', () => {
  const source: Directive = {
    name: 'source',
    params: { '@type': 'sample', '@id': 'a', '@label': '@LGOS', tag: 'a', rate: 'fast' },
  };

  expect(configurationMistakes([source, source, { name: 'label', argument: '@LOGS' }])).toEqual([
    ...Array(2).fill('<source @type sample @id a> rate must be a whole number, got "fast"; write for example 3'),
    ...Array(2).fill(
      '<source @type sample @id a> @label must be a label of this configuration (@LOGS), got "@LGOS"; write @LOGS',
    ),
    '<label @LOGS> must have <match>, since its events end nowhere, got none; add it, of the type null to drop them',
    '<source @type sample @id a> @id must be the id of one plugin only, got "a" again; choose another',
  ]);
});

test('nothing is wrong with nothing', () => {
  expect(configurationMistakes([])).toEqual([]);
});
