import { describe, expect, test } from 'vitest';

import { type ConfigurationRule, sentence } from '../../../../../constructs/fluentd/checks';
import type { Tags } from '../../../../../constructs/fluentd/checks/flow/automaton';
import { labelLoop } from '../../../../../constructs/fluentd/checks/flow/label-loop';
import { rewriteLoop } from '../../../../../constructs/fluentd/checks/flow/rewrite-loop';
import { someTag } from '../../../../../constructs/fluentd/checks/flow/tag-language';
import { unmatchedTag } from '../../../../../constructs/fluentd/checks/flow/unmatched-tag';
import { unreachableMatch } from '../../../../../constructs/fluentd/checks/flow/unreachable-match';
import { unusedLabel } from '../../../../../constructs/fluentd/checks/flow/unused-label';
import { parse } from '../../../../../constructs/fluentd/conf';
import { testThatEachBreaksItsRuleOnly } from '../foreign/breaks';
import { FLOW } from '../foreign/configurations';

testThatEachBreaksItsRuleOnly(FLOW);

const told = (rule: ConfigurationRule, conf: string) =>
  rule.check({ directives: parse(conf), surroundings: {} }).map(sentence);

const match = (pattern: string, more = '@type stdout') => `<match ${pattern}>\n${more}\n</match>\n`;
const source = (tag: string, more = '@type sample') => `<source>\n${more}\ntag ${tag}\n</source>\n`;
const rewrite = (pattern: string, tag: string, more = '') =>
  match(pattern, `@type rewrite_tag_filter\n${more}\n<rule>\nkey a\npattern /b/\ntag ${tag}\n</rule>`);

describe('no match is hidden by', () => {
  test.each([
    ['one that takes less', match('a.*') + match('a.**')],
    ['several that do not take all of its tags', match('a') + match('a.b') + match('a.*')],
    ['one whose pattern is known only when Fluentd starts', match('"#{ENV[\'TAG\']}"') + match('a')],
    ['a regular expression', match('/.*/') + match('a')],
    ['one of another label', `<label @A>\n${match('**')}</label>\n${match('a')}`],
  ])('%s', (_what, conf) => {
    expect(told(unreachableMatch, conf)).toEqual([]);
  });
});

test('a match is hidden by several together, and by one of all workers', () => {
  expect(told(unreachableMatch, match('a') + match('a.**') + match('{a,a.b}'))).toEqual([
    '<match {a,a.b} @type stdout> must take a tag that no <match> above it takes, got <match a.**>; move it up, or put both into one of the type copy',
  ]);
  expect(told(unreachableMatch, match('a.b') + match('a.c') + match('a.b a.c'))).toEqual([
    '<match a.b a.c @type stdout> must take a tag that no <match> above it takes, got <match a.b>, <match a.c>; move it up, or put both into one of the type copy',
  ]);
  expect(told(unreachableMatch, `${match('**')}<worker 0>\n${match('a')}</worker>`)).toHaveLength(1);
});

describe('a tag is matched', () => {
  test.each([
    ['by a path in it', source('kubernetes.*', '@type tail') + match('kubernetes.var.log.**')],
    ['by what syslog adds', source('system', '@type syslog') + match('system.*.*')],
    ['in its label', `${source('a', '@type sample\n@label @A')}<label @A>\n${match('a')}</label>`],
    ['by a file that is included', `${source('a')}@include outputs.conf\n`],
    ['as far as it is known', source('a', '@type forward') + match('b')],
    ['behind a rule', rewrite('a', 'b.$1') + match('b.*')],
  ])('%s', (_what, conf) => {
    expect(told(unmatchedTag, conf)).toEqual([]);
  });
});

test('a misspelt tag is told with the right one', () => {
  expect(told(unmatchedTag, source('SNMPTag') + match('SNMPTags'))).toEqual([
    '<source @type sample> tag must be a tag that a <match> outside of labels takes (SNMPTags), got "SNMPTag"; write SNMPTags',
  ]);
  expect(told(unmatchedTag, `${source('a', '@type sample\n@label @A')}<label @A>\n</label>`)).toEqual([
    '<source @type sample> tag must be a tag that a <match> in <label @A> takes (there is none), got "a"; add <match a>',
  ]);
});

describe('events do not come back', () => {
  test.each([
    [
      'from labels that take other tags',
      `<label @A>\n${match('a', '@type relabel\n@label @B')}</label>\n<label @B>\n${match('b', '@type relabel\n@label @A')}</label>`,
    ],
    ['past a match above', `<label @A>\n${match('**')}${match('a', '@type relabel\n@label @A')}</label>`],
  ])('%s', (_what, conf) => {
    expect(told(labelLoop, conf)).toEqual([]);
  });

  test.each([
    ['with a tag of another pattern', rewrite('kubernetes.**', 'app.${tag}')],
    ['with a label', rewrite('**', 'a', '@label @A')],
    ['to a match above', match('a') + rewrite('**', 'a')],
    ['with a prefix that is removed', rewrite('a.**', '${tag}', 'remove_tag_prefix a')],
    ['with what a field says', rewrite('a.**', '$1.${tag}')],
  ])('%s', (_what, conf) => {
    expect(told(rewriteLoop, conf)).toEqual([]);
  });
});

test.each([
  '${tag}',
  '${tag}.x',
  'kubernetes.${tag}',
  '__TAG__.x',
  '${tag_parts[0]}.x',
  '__TAG_PARTS[0]__.x',
  'kubernetes',
])('a rule with the tag %s gets its own events', (tag) => {
  expect(told(rewriteLoop, rewrite('kubernetes.**', tag))).toHaveLength(1);
});

test('a relabel without a label goes round by itself', () => {
  expect(told(labelLoop, match('**', '@type relabel'))).toEqual([
    '<match ** @type relabel> must not send events back to where they were, got @ROOT for tags such as "x"; send them to a label that ends with an output',
  ]);
});

test.each([
  [
    'a plugin that nobody knows',
    '<label @A>\n</label>\n<match **>\n@type label_router\n<route>\n@label @A\n</route>\n</match>',
  ],
  ['a file that is included', '<label @A>\n</label>\n@include a.conf\n'],
  ['a name that is known later', '<label @A>\n</label>\n<source>\n@label "#{ENV[\'A\']}"\n</source>'],
])('a label may be named by %s', (_what, conf) => {
  expect(told(unusedLabel, conf)).toEqual([]);
});

test('what would take too long to find out is not claimed', () => {
  const wide = {
    oneOf: Array.from({ length: 14 }, (_, i) => ({ sequence: ['any', { text: 'a' }, ...Array(i).fill('part')] })),
  } as Tags;

  expect(someTag([wide, wide, wide], [wide])).toSatisfy((tag) => tag === '' || tag === undefined);
});
