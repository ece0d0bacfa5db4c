import { type ParamValue, walk } from '../../conf';
import type { ConfigurationRule } from '../rule';
import { nearest } from '../words/nearest';

/** Labels to which Fluentd itself sends events. */
const OWN = ['@ERROR', '@FLUENT_LOG', '@ROOT'];

/**
 * A label that nothing sends events to, as after a rename of one of both; Fluentd says no word about it. The documentation
 * itself had `@access_logs` in a source and `<label @access_log>`: https://github.com/fluent/fluentd-docs-gitbook/pull/455.
 */
export const unusedLabel: ConfigurationRule = {
  name: 'unused-label',
  severity: 'warning',
  reason: 'What stands in a label that nothing names does nothing.',
  check: ({ directives }) => {
    const all = [...walk(directives)];
    const params = all.flatMap(({ directive }) => Object.entries(directive.params ?? {}));
    // A file that is included may name it, and so may a value that only Fluentd knows.
    const isKnown = all.every(({ directive }) => directive.name !== '@include') && !params.some(isLaterLabel);
    if (!isKnown) return [];
    const named = new Set(
      params.flatMap(([name, value]) => [...names(value), ...(name === '@label' ? [String(value)] : [])]),
    );
    const labels = all.filter(({ directive: { name, argument } }) => name === 'label' && typeof argument === 'string');
    const known = labels.map(({ directive }) => String(directive.argument));
    // One that is only misspelt where it is named is told there.
    const misspelt = [...named].filter((label) => !known.includes(label));
    return labels
      .filter((_, index) => isUnused(known[index] ?? '', named, misspelt))
      .map(({ directive, path }) => ({
        path: [...path, directive],
        text: 'must be named by something that sends events to it, got nothing; name it as @label of a source, or remove it',
      }));
  },
};

/** Names of labels in a value, also those of plugins that nobody knows. */
function names(value: ParamValue): string[] {
  return JSON.stringify(value).match(/@\w[\w.:-]*/g) ?? [];
}

function isUnused(label: string, named: ReadonlySet<string>, misspelt: readonly string[]): boolean {
  const isOurs = label.startsWith('@') && !OWN.includes(label);
  return isOurs && !named.has(label) && nearest(label, misspelt).length === 0;
}

function isLaterLabel([name, value]: [string, ParamValue]): boolean {
  return name.endsWith('label') && typeof value === 'object';
}
