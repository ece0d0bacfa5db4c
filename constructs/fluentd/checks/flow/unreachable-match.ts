import { openingTag } from '../../conf';
import type { Mistake } from '../places';
import type { Configuration, ConfigurationRule } from '../rule';
import { leastOf, type Router, routersOf, type Step } from './routers';
import { someTag } from './tag-language';

/**
 * A `<match>` all of whose events go to those above it. People write two for everything, and wonder why only the first one
 * gets something: https://github.com/fluent/fluentd/issues/742.
 *
 * @see https://docs.fluentd.org/configuration/config-file#note-on-match-order
 */
export const unreachableMatch: ConfigurationRule = {
  name: 'unreachable-match',
  severity: 'error',
  reason: 'An event goes to the first <match> that takes its tag, and to no other one.',
  check: (configuration) =>
    hidden(configuration, 'match').map(({ step, by }) => ({
      path: step.path,
      text: `must take a tag that no <match> above it takes, got ${by}; move it up, or put both into one of the type copy`,
    })),
};

/**
 * A `<filter>` below the `<match>` that takes its events. Roles and charts that write filters behind outputs do this:
 * https://github.com/geerlingguy/ansible-role-fluentd/issues/2, https://github.com/fluent/fluentd/pull/2688.
 */
export const filterAfterMatch: ConfigurationRule = {
  name: 'filter-after-match',
  severity: 'error',
  reason: 'A <match> takes events out of the row, so that a <filter> below it never sees them.',
  check: (configuration) =>
    hidden(configuration, 'filter').map(
      ({ step, by }): Mistake => ({
        path: step.path,
        text: `must stand above the <match> that takes its events, got ${by} above it; move it up`,
      }),
    ),
};

/** The steps that no event gets to, and what is in front of them. */
function hidden({ directives }: Configuration, name: 'filter' | 'match') {
  return routersOf(directives)
    .flatMap(({ steps }: Router) => steps)
    .filter(({ directive, before }) => directive.name === name && before.length > 0)
    .filter(({ pattern, before }) => someTag([pattern.most], leastOf(before)) === undefined)
    .map((step) => ({ step, by: takers(step) }));
}

/** The matches that take what a step would get: one of them, if one is enough. */
function takers({ pattern, before }: Step): string {
  const one = before.find((match) => someTag([pattern.most], [match.pattern.least]) === undefined);
  const all = one ? [one] : before.filter((match) => someTag([pattern.most, match.pattern.least]) !== undefined);
  return all.map(({ directive }) => openingTag(directive)).join(', ');
}
