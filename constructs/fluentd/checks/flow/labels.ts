import { type Directive, walk } from '../../conf';
import type { Mistake } from '../places';
import type { ConfigurationRule } from '../rule';
import { nearest } from '../words/nearest';

/** Parameters that name a label, in the element that `in` names or in any. */
const NAMES: readonly { readonly param: string; readonly in?: string }[] = [
  { param: '@label' },
  { param: 'timeout_label' },
  { param: 'label', in: 'rule' },
];

/** The router outside of all labels, which Fluentd has always. */
const ROOT = '@ROOT';

/**
 * Labels that are named and not there, or have no `<match>`, with which Fluentd does not start, and those that are there
 * twice. `RAW label not found` is what a forgotten `@` becomes:
 * https://github.com/uken/fluent-plugin-elasticsearch/issues/497.
 */
export const labels: ConfigurationRule = {
  name: 'labels',
  severity: 'error',
  reason: 'Fluentd does not start with a label that is not there, has no <match> or is there twice.',
  check: ({ directives }) => labelMistakes(directives),
};

function labelMistakes(directives: readonly Directive[]): Mistake[] {
  const all = [...walk(directives)].map(({ directive, path }) => [...path, directive]);
  // That of a plugin is something else: out_loki has one.
  const found = all.filter((path) => path.at(-1)?.name === 'label' && !/^(match|store)$/.test(path.at(-2)?.name ?? ''));
  const known = found.map((path) => path.at(-1)?.argument).filter((label) => typeof label === 'string');
  // What a file that is included holds is not known here.
  const isWhole = directives.every(({ name }) => name !== '@include') && known.length === found.length;
  return [
    ...(isWhole ? all.flatMap((path) => missing(path, known)) : []),
    ...found.flatMap((path) => [...twice(path, found), ...endless(path)]),
  ];
}

function missing(path: readonly Directive[], known: readonly string[]): Mistake[] {
  const { name, params = {} } = path.at(-1) ?? {};
  return NAMES.filter((place) => place.in === undefined || place.in === name).flatMap(({ param }) => {
    const label = params[param];
    if (typeof label !== 'string' || label === ROOT || known.includes(label)) return [];
    const [near] = nearest(label, known);
    const remedy = near ? `write ${near}` : `add <label ${label}>`;
    const among = known.length > 0 ? known.join(', ') : 'it has none';
    return [
      {
        path,
        param,
        text: `must be a label of this configuration (${among}), got ${JSON.stringify(label)}; ${remedy}`,
      },
    ];
  });
}

function twice(path: readonly Directive[], labels: readonly (readonly Directive[])[]): Mistake[] {
  const same = labels.filter((other) => isSame(other, path));
  if (path.at(-1)?.argument === ROOT)
    return [{ path, text: `must not be ${ROOT}, which Fluentd has itself; rename it` }];
  if (same.length === 1 || same[0] !== path) return [];
  return [
    { path, text: `must be there once, since Fluentd takes the last one only, got ${same.length}; make them one` },
  ];
}

function endless(path: readonly Directive[]): Mistake[] {
  const { children = [] } = path.at(-1) ?? {};
  if (children.some(({ name }) => name === 'match' || name === '@include')) return [];
  return [
    { path, text: 'must have <match>, since its events end nowhere, got none; add it, of the type null to drop them' },
  ];
}

/** Whether two labels are the same for one worker. */
function isSame(a: readonly Directive[], b: readonly Directive[]): boolean {
  return a.at(-1)?.argument === b.at(-1)?.argument && a.at(-2)?.argument === b.at(-2)?.argument;
}
