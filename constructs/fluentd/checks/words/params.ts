import type { Directive, ParamValue } from '../../conf';
import { type Catalogue, type Definition, definitionOf, type Param, type Section } from '../../plugins/definitions';
import type { Mistake } from '../places';
import type { Surroundings } from '../rule';
import { nearest } from './nearest';
import { OLD_BUFFER } from './old-names';
import { shown, textOf, valueMistake } from './values';

/** A directive that Fluentd configures, and what it knows of it. */
export interface Configured {
  /** Everything that Fluentd knows. */
  readonly known: Catalogue;

  /** Where the configuration runs. */
  readonly surroundings: Surroundings;

  /** From the outermost directive to this one. */
  readonly path: readonly Directive[];

  /** What the directive takes. */
  readonly definition: Definition;

  /** What it is, for people, e.g. `the input tail`. */
  readonly owner: string;

  /** Parameters that it takes besides. */
  readonly own: readonly string[];
}

/** Parameters that a directive takes, but not as they are. */
export function paramMistakes(configured: Configured, params: Readonly<Record<string, ParamValue>>): Mistake[] {
  const { path, own } = configured;
  return Object.entries(params)
    .filter(([name]) => !own.includes(name))
    .flatMap(([name, value]) => {
      const param = named(configured.definition.params, name);
      if (!param) return [{ path, param: name, text: unknownParam(configured, name, value) }];
      const text = paramMistake(param, value);
      return text === undefined ? [] : [{ path, param: name, word: 'value', text }];
    });
}

function paramMistake(param: Param, value: ParamValue): string | undefined {
  if (param.obsoleted !== undefined) {
    return `must not be used any more, got ${shown(value)}; Fluentd says: ${param.obsoleted.replace(/\.$/, '')}`;
  }
  const text = textOf(value);
  return text === undefined ? undefined : valueMistake(param, text);
}

function unknownParam({ known, definition, owner, own }: Configured, name: string, value: ParamValue): string {
  const [home] = Object.entries(definition.sections ?? {}).find(([, section]) => takes(known, section, name)) ?? [];
  const renamed = 'buffer' in (definition.sections ?? {}) ? OLD_BUFFER[name] : undefined;
  const [near] = nearest(name, [...own, ...Object.keys(definition.params ?? {})]);
  const remedy = renamed
    ? `write ${renamed} in <buffer>`
    : home
      ? `move it into <${home}>`
      : near
        ? `write ${near}`
        : 'correct the spelling or remove it';
  return `must be a parameter of ${owner}, got ${shown(value)}; ${remedy}`;
}

/** Whether a parameter could stand in a section, or belong to a plugin in it. */
function takes(known: Catalogue, section: Section, name: string): boolean {
  const { plugin: kind } = section;
  // An output in an output is no home for what is misspelt.
  if (kind === 'output') return false;
  const plugins = kind ? Object.keys(known.plugins[kind]).map((type) => definitionOf(known, kind, type)) : [];
  return [section, ...plugins].some((definition) => named(definition?.params, name) !== undefined);
}

/** Parameters that a directive needs and does not have. */
export function missingParams(
  { path, definition, owner }: Configured,
  params: Readonly<Record<string, ParamValue>>,
): Mistake[] {
  return Object.entries(definition.params ?? {})
    .filter(([name, { required, alias }]) => required && !(name in params) && !(alias && alias in params))
    .map(([param]) => ({
      path,
      param,
      word: 'required',
      text: `must be given, since ${owner} requires it, got nothing; add it`,
    }));
}

/** What has the name, or has it as another name. */
export function named<Value extends { readonly alias?: string }>(
  values: Readonly<Record<string, Value>> | undefined,
  name: string,
): Value | undefined {
  if (values === undefined) return undefined;
  return Object.hasOwn(values, name) ? values[name] : Object.values(values).find(({ alias }) => alias === name);
}
