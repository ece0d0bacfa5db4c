import { expect, test } from 'vitest';

import { labels } from '../../../../../constructs/fluentd/checks/flow/labels';
import { sentence } from '../../../../../constructs/fluentd/checks/places';
import type { Directive } from '../../../../../constructs/fluentd/conf';
import { filter, match, source } from '../../../../../constructs/fluentd/plugins';

const label = (argument: string, children: readonly Directive[] = [match.null('**')]): Directive => ({
  name: 'label',
  argument,
  children,
});
const to = (name: `@${string}`) => source.sample({ tag: 'a', '@label': name });

const mistakes = (...directives: Directive[]) => labels.check({ directives, surroundings: {} }).map(sentence);

test('a label that is not there is refused', () => {
  expect(mistakes(to('@LGOS'), label('@LOGS'), label('@ERROR'))).toEqual([
    '<source @type sample> @label must be a label of this configuration (@LOGS, @ERROR), got "@LGOS"; write @LOGS',
  ]);
  expect(mistakes(to('@LOGS'))).toEqual([
    '<source @type sample> @label must be a label of this configuration (it has none), got "@LOGS"; add <label @LOGS>',
  ]);
});

test('labels are named by other parameters and in sections, too', () => {
  const joined = filter.concat('**', { key: 'a', timeout_label: '@A' });
  const rewritten = match.rewriteTagFilter('**', { rule: { key: 'a', pattern: '/b/', tag: 'c', label: '@B' } });

  expect(mistakes(label('@C', [joined, rewritten]))).toEqual([
    '<label @C> <filter ** @type concat> timeout_label must be a label of this configuration (@C), got "@A"; add <label @A>',
    '<label @C> <match ** @type rewrite_tag_filter> <rule> label must be a label of this configuration (@C), got "@B"; add <label @B>',
  ]);
});

test('a label that is there twice is refused, unless it is in two workers', () => {
  expect(mistakes(label('@A'), label('@B'), label('@A'))).toEqual([
    '<label @A> must be there once, since Fluentd takes the last one only, got 2; make them one',
  ]);
  expect(
    mistakes(
      { name: 'worker', argument: '0', children: [label('@A')] },
      { name: 'worker', argument: '1', children: [label('@A')] },
    ),
  ).toEqual([]);
});

test('the label that Fluentd has itself can be named, but not be made', () => {
  expect(mistakes(to('@ROOT'))).toEqual([]);
  expect(mistakes(label('@ROOT'))).toEqual(['<label @ROOT> must not be @ROOT, which Fluentd has itself; rename it']);
});

test.each([
  ['a file that is included', [{ name: '@include', argument: 'a.conf' }]],
  [
    'a name that Fluentd finds when it starts',
    [{ name: 'label', argument: { env: 'A' }, children: [match.null('**')] }],
  ],
])('what is not known because of %s is not refused', (_what, directives) => {
  expect(mistakes(to('@A'), ...directives)).toEqual([]);
});

test('a label without an end is refused, unless a file that it includes may have one', () => {
  expect(mistakes(label('@A', [filter.dedot('**')]))).toEqual([
    '<label @A> must have <match>, since its events end nowhere, got none; add it, of the type null to drop them',
  ]);
  expect(mistakes(label('@A', [{ name: '@include', argument: 'a.conf' }]))).toEqual([]);
});
