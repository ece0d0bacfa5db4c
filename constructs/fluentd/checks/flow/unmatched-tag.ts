import type { ConfigurationRule } from '../rule';
import { nearest } from '../words/nearest';
import { emittedTags } from './emitted';
import { type Router, routersOf } from './routers';
import { someTag } from './tag-language';

/**
 * A tag that no `<match>` takes where its events go. Fluentd logs "no patterns matched" now and then, and drops them:
 * https://github.com/fluent/fluentd/issues/2082 has a rewritten tag with a filter for it and nothing else.
 */
export const unmatchedTag: ConfigurationRule = {
  name: 'unmatched-tag',
  severity: 'error',
  reason: 'Events whose tag no <match> takes are dropped.',
  check: ({ directives }) => {
    const routers = routersOf(directives);
    return emittedTags(directives).flatMap(({ path, tag, tags, label, worker }) => {
      // That a label is not there is another rule.
      const router =
        routers.find((candidate) => candidate.label === label && candidate.worker === worker) ??
        routers.find((candidate) => candidate.label === label && candidate.worker === undefined);
      if (!router?.isWhole || matches(router).some(({ pattern }) => someTag([tags, pattern.most]) !== undefined))
        return [];
      const where = label === undefined ? 'outside of labels' : `in <label ${label}>`;
      return [
        {
          path,
          param: 'tag',
          text: `must be a tag that a <match> ${where} takes (${patternsOf(router)}), got ${JSON.stringify(tag)}; ${remedy(router, tag)}`,
        },
      ];
    });
  },
};

function matches({ steps }: Router) {
  return steps.filter(({ directive }) => directive.name === 'match');
}

function patternsOf(router: Router): string {
  const patterns = matches(router).map(({ directive }) => String(directive.argument));
  return patterns.length > 0 ? patterns.join(', ') : 'there is none';
}

function remedy(router: Router, tag: string): string {
  const words = matches(router).flatMap(({ directive }) => String(directive.argument).split(/\s+/));
  const [near] = nearest(
    tag,
    words.filter((word) => !/[*{/]/.test(word)),
  );
  return near === undefined ? `add <match ${tag.replace(/\*|\$\{[^}]*\}|\$\d+/g, '**')}>` : `write ${near}`;
}
