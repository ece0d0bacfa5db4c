import type { Directive } from '../../conf';
import type { Mistake } from '../places';
import type { ConfigurationRule } from '../rule';
import { ALL, type Tags } from './automaton';
import { rewritten } from './emitted';
import { routersOf, type Step } from './routers';
import { someTag } from './tag-language';
import { tagPattern } from './tag-pattern';

/**
 * A `rewrite_tag_filter` that takes its own new tags: it goes on without end while the tag grows, and drops the events
 * without a word where the tag stays the same. Both are asked about again and again:
 * https://github.com/fluent/fluent-plugin-rewrite-tag-filter/issues/83,
 * https://github.com/fluent/fluent-plugin-rewrite-tag-filter/issues/94.
 */
export const rewriteLoop: ConfigurationRule = {
  name: 'rewrite-loop',
  severity: 'error',
  reason: 'Events with a new tag begin again at the top, so that the <match> that gave it may take them once more.',
  check: ({ directives }) =>
    routersOf(directives).flatMap(({ steps, label }) => steps.flatMap((step) => again(step, label))),
};

/** Rules whose events certainly come back. */
function again({ path, directive, pattern, before }: Step, around: string | undefined): Mistake[] {
  const { name, argument, params = {}, children = [] } = directive;
  if (name !== 'match' || params['@type'] !== 'rewrite_tag_filter') return [];
  return children.flatMap((rule) => {
    const { tag, label = params['@label'] ?? around } = rule.params ?? {};
    if (rule.name !== 'rule' || typeof tag !== 'string' || label !== around) return [];
    const tags = rewritten(tag, (hole) => placeholder(hole, directive));
    const leaves =
      someTag([tags], [pattern.least]) !== undefined ||
      before.some((above) => someTag([tags, above.pattern.most]) !== undefined);
    if (leaves) return [];
    const text = `must be a tag that its own <match> does not take (${argument ?? '**'}), got ${JSON.stringify(tag)}; begin it with another word, or give the rule a label`;
    return [{ path: [...path, rule], param: 'tag', text }];
  });
}

/** What a placeholder can become in events that the `<match>` takes. */
function placeholder(hole: string, { argument, params = {} }: Directive): Tags {
  const isChanged = 'remove_tag_prefix' in params || 'remove_tag_regexp' in params;
  if (isChanged || typeof argument !== 'string' || /[\s/\\{]/.test(argument)) return ALL;
  if (hole === '${tag}' || hole === '__TAG__') return within(tagPattern(argument).most);
  const index = Number(/^(?:\$\{tag_parts\[|__TAG_PARTS\[)(\d+)\]/.exec(hole)?.[1] ?? Number.NaN);
  const parts = argument.split('.').slice(0, index + 1);
  // Behind a star, parts are not where they stand in the pattern.
  return parts.length === index + 1 && parts.every((part) => !part.includes('*')) ? { text: parts[index] ?? '' } : ALL;
}

/** A tag as a part of another one, which need not begin with it. */
function within(tags: Tags): Tags {
  if (tags === 'start') return { sequence: [] };
  if (typeof tags === 'string' || 'text' in tags) return tags;
  return 'oneOf' in tags ? { oneOf: tags.oneOf.map(within) } : { sequence: tags.sequence.map(within) };
}
