import type { Directive, ParamValue } from '../../conf';
import { type Catalogue, definitionOf, type Kind, type PluginDefinition } from '../../plugins/definitions';
import { officialGems } from '../../plugins/images';
import type { Mistake } from '../places';
import type { Surroundings } from '../rule';
import { nearest } from './nearest';
import { textOf } from './values';

/** Kinds of plugins, for people. */
export const WORDS: Readonly<Record<Kind, string>> = {
  input: 'input',
  filter: 'filter',
  output: 'output',
  buffer: 'buffer',
  parser: 'parser',
  formatter: 'formatter',
  storage: 'storage',
  sd: 'service discovery',
  metrics: 'metrics',
};

/** The plugin that a directive names, or what is wrong with the name; neither if only Fluentd can know, when it starts. */
export function pluginNamed(
  { known, surroundings }: { readonly known: Catalogue; readonly surroundings: Surroundings },
  path: readonly Directive[],
  kind: Kind,
  param: string,
  value: ParamValue | undefined,
): { readonly type?: string; readonly definition?: PluginDefinition; readonly mistakes: Mistake[] } {
  if (value === undefined) {
    const text = `must be given, since it names the ${WORDS[kind]}, got nothing; add it`;
    return { mistakes: includes(path.at(-1)) ? [] : [{ path, param, word: 'required', text }] };
  }
  const type = textOf(value);
  if (type === undefined) return { mistakes: [] };
  const definition = definitionOf(known, kind, type);
  const text = typeMistake(known, kind, type, surroundings);
  return text === undefined
    ? { type, definition, mistakes: [] }
    : { type, mistakes: [{ path, param, word: 'plugin', text }] };
}

/** People take an image for one that has every plugin: https://github.com/fluent/fluentd-docker-image/issues/326. */
function typeMistake(known: Catalogue, kind: Kind, type: string, { gems, plugins }: Surroundings): string | undefined {
  if (gems === 'unknown' || plugins?.includes(`${kind} ${type}`)) return undefined;
  const definition = definitionOf(known, kind, type);
  if (!definition) return unknownType(known, kind, type);
  const { gem } = definition;
  const ofImage = gems ?? officialGems() ?? [];
  if (gem === undefined || ofImage.includes(gem)) return undefined;
  return `must be ${article(kind)} that its image has, got ${JSON.stringify(type)}; build an image that has ${gem} (efk image writes its Dockerfile), or choose one that has it`;
}

function unknownType(known: Catalogue, kind: Kind, type: string): string {
  const [near] = nearest(type, Object.keys(known.plugins[kind]));
  const other = (Object.keys(WORDS) as Kind[]).find((candidate) => Object.hasOwn(known.plugins[candidate], type));
  const remedy = other
    ? `it is ${article(other)}`
    : near
      ? `write ${near}`
      : 'choose another, since its image has no such plugin';
  return `must be ${article(kind)} that Fluentd has, got ${JSON.stringify(type)}; ${remedy}`;
}

function article(kind: Kind): string {
  return `${/^[aeiou]/.test(WORDS[kind]) ? 'an' : 'a'} ${WORDS[kind]}`;
}

/** Whether a directive has parameters of a file that it includes, which are not known here. */
export function includes(directive: Directive | undefined): boolean {
  return directive?.children?.some(({ name }) => name === '@include') ?? false;
}
