import { walk } from '../../conf';
import type { ConfigurationRule } from '../rule';

/**
 * Without `<label @ERROR>`, Fluentd drops what a plugin refuses, among it documents that Elasticsearch does not take, and
 * says so in its log only: `dump an error event`. People ask where their logs are:
 * https://github.com/uken/fluent-plugin-elasticsearch/issues/467.
 *
 * @see https://docs.fluentd.org/configuration/config-file#error-label
 */
export const errorLabel: ConfigurationRule = {
  name: 'error-label',
  severity: 'warning',
  reason: 'Events that a plugin refuses go to the label @ERROR, and are dropped without it.',
  check: ({ directives }) => {
    const all = [...walk(directives)];
    const isThere = all.some(
      ({ directive: { name, argument } }) => name === '@include' || isErrorLabel(name, argument),
    );
    const first = all.find(({ directive }) => directive.name === 'match' && refuses(directive.params?.['@type']));
    if (isThere || first === undefined) return [];
    const text =
      'must have <label @ERROR> for the events that it refuses, got none; add it, with a <match **> that keeps them';
    return [{ path: [...first.path, first.directive], text }];
  },
};

function isErrorLabel(name: string, argument: unknown): boolean {
  return name === 'label' && argument === '@ERROR';
}

/** Outputs that refuse single events for what is in them. */
function refuses(type: unknown): boolean {
  return typeof type === 'string' && /^(elasticsearch|opensearch)(_|$)/.test(type);
}
