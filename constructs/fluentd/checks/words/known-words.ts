import type { Directive } from '../../conf';
import { catalogue } from '../../plugins/catalogue.generated';
import type { Kind, PluginDefinition } from '../../plugins/definitions';
import type { Mistake } from '../places';
import type { Configuration } from '../rule';
import { nearest } from './nearest';
import { oldNames } from './old-names';
import type { Configured } from './params';
import { pluginNamed, WORDS } from './plugin-types';
import { memberMistakes, OWN_PARAMS } from './sections';

/** The elements that hold a plugin, and its kind. */
const PLUGINS: ReadonlyMap<string, Kind> = new Map([
  ['source', 'input'],
  ['filter', 'filter'],
  ['match', 'output'],
]);

const TOP: readonly string[] = ['source', 'filter', 'match', 'label', 'worker', 'system'];

/** What may stand in elements that hold others. */
const INSIDE: ReadonlyMap<string, readonly string[]> = new Map([
  ['label', ['filter', 'match']],
  ['worker', ['source', 'filter', 'match', 'label']],
]);

/**
 * What Fluentd does not know in a configuration, elements, plugins, parameters, sections, words and units, and what it
 * requires and does not find. Fluentd itself stops at the first of some of these when it starts, logs a warning about
 * others, and takes `500ms` for 500 minutes without a word.
 */
export function unknownWords({ directives, surroundings }: Configuration): Mistake[] {
  const world = { known: catalogue(), surroundings };
  return directives.flatMap((directive) => elementMistakes(world, [], directive, TOP));
}

/** Everything that Fluentd knows, and where it runs. */
type World = Pick<Configured, 'known' | 'surroundings'>;

function elementMistakes(
  world: World,
  around: readonly Directive[],
  directive: Directive,
  allowed: readonly string[],
): Mistake[] {
  const { name, argument, children = [] } = directive;
  const path = [...around, directive];
  if (name.startsWith('@')) return [];
  if (!allowed.includes(name)) return [{ path, text: unknownElement(name, allowed) }];
  if (name === 'system') {
    return memberMistakes({ ...world, path, definition: world.known.system, owner: '<system>', own: [] }, directive);
  }
  const kind = PLUGINS.get(name);
  if (kind) return pluginMistakes(world, path, directive, kind);
  const inside = INSIDE.get(name) ?? [];
  return [
    ...(argument === undefined ? [{ path, text: `must have a name, got none; write it behind ${name}` }] : []),
    ...children.flatMap((child) => elementMistakes(world, path, child, inside)),
  ];
}

function withoutParse({ sections = {}, ...definition }: PluginDefinition): PluginDefinition {
  const { parse: _, ...others } = sections;
  return { ...definition, sections: others };
}

function unknownElement(name: string, allowed: readonly string[]): string {
  const [near] = nearest(name, allowed);
  const remedy = near ? `write ${near}` : TOP.includes(name) ? 'move it out' : 'remove it';
  return `must be an element that can stand here (${allowed.join(', ')}), got ${JSON.stringify(name)}; ${remedy}`;
}

function pluginMistakes(world: World, path: readonly Directive[], directive: Directive, kind: Kind): Mistake[] {
  const { type, definition, mistakes } = pluginNamed(world, path, kind, '@type', directive.params?.['@type']);
  if (type === undefined || definition === undefined) return mistakes;
  const old = oldNames(kind, directive);
  const own = [...OWN_PARAMS, ...(definition.emits || kind === 'input' ? ['@label'] : []), ...old];
  const configured = { ...world, path, definition, owner: `the ${WORDS[kind]} ${type}`, own };
  // `format` makes a <parse>.
  return old.includes('format')
    ? memberMistakes({ ...configured, definition: withoutParse(definition) }, directive)
    : memberMistakes(configured, directive);
}
