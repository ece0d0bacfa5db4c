import { type Directive, openingTag } from '../conf';

/** A mistake in a configuration. */
export interface Mistake {
  /** From the outermost directive to the one that is wrong. */
  readonly path: readonly Directive[];

  /** The parameter that is wrong, if it is one. */
  readonly param?: string;

  /** What kind of word it is, of those that Fluentd knows; of checks of words only. */
  readonly word?: 'plugin' | 'required' | 'value';

  /** What must hold, what was given and what to do. */
  readonly text: string;
}

/** The mistake as a sentence, with its place as it is found in the file: `<label @LOGS> <match ** @type file> path must ...`. */
export function sentence({ path, param, text }: Mistake): string {
  return [...path.map(tag), param, text].filter((word) => word !== undefined).join(' ');
}

function tag(directive: Directive): string {
  const { name, params = {} } = directive;
  // Sources and matches are many: their type and their id tell them apart.
  const shown = ['source', 'filter', 'match'].includes(name) ? ['@type', '@id'] : [];
  const facts = shown.filter((key) => typeof params[key] === 'string').map((key) => ` ${key} ${params[key]}`);
  return `${openingTag(directive).slice(0, -1)}${facts.join('')}>`;
}
