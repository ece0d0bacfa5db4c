import type { Directive } from '../../conf';
import { merged, type Section } from '../../plugins/definitions';
import type { Mistake } from '../places';
import { nearest } from './nearest';
import { type Configured, missingParams, named, paramMistakes } from './params';
import { includes, pluginNamed, WORDS } from './plugin-types';
import { textOf, valueMistake } from './values';

/** Parameters that Fluentd itself reads, of every plugin. */
export const OWN_PARAMS: readonly string[] = ['@type', '@id', '@log_level'];

/** What is wrong with the parameters and the sections of a directive. */
export function memberMistakes(configured: Configured, directive: Directive): Mistake[] {
  const { params = {}, children = [] } = directive;
  return [
    ...paramMistakes(configured, params),
    ...(includes(directive) ? [] : missingParams(configured, params)),
    ...children.flatMap((child) => sectionMistakes(configured, child)),
    ...(includes(directive) ? [] : countMistakes(configured, children)),
  ];
}

function sectionMistakes(around: Configured, directive: Directive): Mistake[] {
  const { name, argument } = directive;
  if (name.startsWith('@')) return [];
  const path = [...around.path, directive];
  const section = named(around.definition.sections, name);
  if (!section) return [{ path, text: unknownSection(around, name) }];
  if (section.open) return [];
  const configured = { ...around, path, definition: section, owner: `<${name}>`, own: [] };
  return [
    ...argumentMistakes(path, section, argument),
    ...(section.plugin ? pluginMistakes(around, configured, directive) : memberMistakes(configured, directive)),
  ];
}

/** What stands behind the name of a section. */
function argumentMistakes(path: readonly Directive[], { argument }: Section, given: Directive['argument']): Mistake[] {
  if (!argument) return [];
  if (given === undefined) {
    const text = `must have ${argument.name} behind its name, got nothing; add it`;
    return argument.required ? [{ path, word: 'required', text }] : [];
  }
  const value = textOf(given);
  const mistake = value === undefined ? undefined : valueMistake(argument, value);
  return mistake === undefined ? [] : [{ path, word: 'value', text: `${argument.name} behind its name ${mistake}` }];
}

function unknownSection({ definition, owner }: Configured, name: string): string {
  const sections = Object.keys(definition.sections ?? {});
  const [near] = nearest(name, sections);
  const known = sections.length > 0 ? sections.join(', ') : 'it has none';
  return `must be a section of ${owner} (${known}), got ${JSON.stringify(name)}; ${near ? `write ${near}` : 'remove it'}`;
}

/** A section takes what it takes itself, and what the plugin takes that it names. */
function pluginMistakes(
  around: Configured,
  configured: Configured,
  { name, params = {}, children }: Directive,
): Mistake[] {
  const { plugin: kind, type_param: param = '@type', ...section } = configured.definition as Section;
  if (kind === undefined) return [];
  // Without a word a secondary output is of the type of the first one.
  const fallback = name === 'secondary' ? around.path.at(-1)?.params?.['@type'] : section.params?.[param]?.default;
  const { type, definition, mistakes } = pluginNamed(
    { known: around.known, surroundings: around.surroundings },
    configured.path,
    kind,
    param,
    params[param] ?? fallback,
  );
  if (type === undefined || definition === undefined) return mistakes;
  return memberMistakes(
    {
      ...configured,
      definition: merged([section, definition]),
      owner: `${name === kind ? '' : `<${name}> with `}the ${WORDS[kind]} ${type}`,
      own: [...OWN_PARAMS, '@label', param],
    },
    { name, params, children },
  );
}

function countMistakes({ path, definition, owner }: Configured, children: readonly Directive[]): Mistake[] {
  return Object.entries(definition.sections ?? {}).flatMap(([name, { required, multi, alias }]) => {
    const count = children.filter((child) => child.name === name || child.name === alias).length;
    if (count === 0 && required) {
      return [{ path, word: 'required', text: `must have <${name}>, since ${owner} requires it, got none; add it` }];
    }
    return count > 1 && !multi ? [{ path, text: `must have <${name}> once at most, got ${count}; make them one` }] : [];
  });
}
