import { merged } from '../../constructs/fluentd/plugins/definitions';
import { declaration } from './interfaces';
import type { KindModule } from './kinds';
import type { Model, Plugin } from './model';
import type { Definition } from './schema';
import { type SharedSection, sharedSections } from './shared';
import { camelCase, comment, interfaceName, property } from './words';

/** TypeScript with the typed parameters of the plugins of one kind. */
export function kindModule(all: Model, module: KindModule): string {
  const shared = sharedSections(all);
  const plugins = all.plugins.filter(({ kind }) => kind === module.kind);
  return [
    ...bases(all, module, shared),
    ...plugins.flatMap((plugin) => [
      pluginDeclaration(all, module, plugin, shared),
      ...(module.directive ? [pluginFunction(module.directive, plugin)] : []),
    ]),
    pluginMap(module, plugins),
    ...module.sections.map((name) => sectionTypes(module, shared.get(name) as SharedSection, shared)),
  ].join('\n');
}

/** What all plugins of the kind take. */
function bases(all: Model, { kind, bases: names }: KindModule, shared: ReadonlyMap<string, SharedSection>): string[] {
  return Object.entries(names).map(([base, name], index) => {
    const before = Object.values(names)[index - 1];
    const doc = before ? `What every ${kind} takes that has a buffer.` : `What every ${kind} takes.`;
    const parents = [before ?? (kind === 'input' ? 'Emitting' : 'Plugin')];
    return declaration({ name, doc, parents, definition: all.bases[base] ?? {} }, shared);
  });
}

function pluginDeclaration(
  all: Model,
  module: KindModule,
  { kind, type, gem, own, all: everything }: Plugin,
  shared: ReadonlyMap<string, SharedSection>,
): string {
  // The last base extends the others.
  const base = own.like.filter((name) => name.includes(' ') || name in module.bases).at(-1);
  const inlined = own.like.filter((name) => !name.includes(' ') && !(name in module.bases));
  const { params, sections } = merged([...inlined.map((name) => all.bases[name] ?? {}), own]);
  const emits = own.emits && kind === 'output' ? ['Emitting'] : [];
  return declaration(
    {
      name: interfaceName(kind, type),
      doc: `Parameters of the ${kind} \`${type}\`${origin(gem)}.`,
      parents: [base === undefined ? 'Plugin' : parent(all, module, base, params), ...emits],
      // With what a section has from a base.
      definition: { params, sections: pick(everything.sections, Object.keys(sections ?? {})) },
    },
    shared,
  );
}

/** The interface of a base, without the parameters that are no longer required. */
function parent(all: Model, module: KindModule, base: string, params: Definition['params']): string {
  const [kind = '', type] = base.split(' ');
  if (type === undefined) return module.bases[base] ?? 'Plugin';
  const before = all.plugins.find((plugin) => plugin.kind === kind && plugin.type === type)?.all.params;
  const loosened = Object.entries(params ?? {})
    .filter(([name, { required }]) => !required && before?.[name]?.required)
    .map(([name]) => `'${name}'`);
  const name = interfaceName(kind, type);
  return loosened.length > 0 ? `Omit<${name}, ${loosened.join(' | ')}>` : name;
}

function origin(gem: string): string {
  if (gem === 'fluentd') return '';
  return gem === 'efk' ? ', which is ours' : `, of ${gem}`;
}

function pick<Value>(values: Readonly<Record<string, Value>> = {}, names: readonly string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

function pluginFunction(directive: string, { kind, type, all }: Plugin): string {
  const params = interfaceName(kind, type);
  const mayBeEmpty = ![...Object.values(all.params ?? {}), ...Object.values(all.sections ?? {})].some(
    (it) => it.required,
  );
  const argument = directive === 'source' ? '' : 'pattern: string, ';
  const list = `(${argument}params: ${params}${mayBeEmpty ? ' = {}' : ''}): Directive`;
  const call = `${directive}('${type}', ${argument === '' ? '' : 'pattern, '}params)`;
  // The only type that cannot be the name of a constant.
  const name = type === 'null' ? 'nullOutput' : camelCase(type);
  const line = `const ${name} = ${list} => ${call};`;
  return [
    comment(`\`<${directive}>\` with \`@type ${type}\`.`, undefined, ''),
    type === 'null' ? '' : 'export ',
    line.length <= 113 ? line : line.replace(' => ', ' =>\n  '),
    '\n',
    type === 'null' ? `\nexport { ${name} as null };\n` : '',
  ].join('');
}

function pluginMap({ kind, name }: KindModule, plugins: readonly Plugin[]): string {
  const members = plugins.map(({ type }) => `  readonly ${property(type)}: ${interfaceName(kind, type)};\n`);
  return `/** Parameters of every ${kind}, by type. */\nexport interface ${name} {\n${members.join('')}}\n`;
}

/** A section that holds a plugin: what it takes itself, and any plugin of the kind. */
function sectionTypes(
  { kind, name: map }: KindModule,
  { name, type, section }: SharedSection,
  shared: ReadonlyMap<string, SharedSection>,
): string {
  // Fluentd refuses both in a secondary output.
  const plugins = name === 'secondary' ? `{ [Type in keyof ${map}]: Omit<${map}[Type], 'buffer' | 'secondary'> }` : map;
  const typed = `Typed<${plugins}${section.type_param ? `, '${section.type_param}'` : ''}>`;
  const doc = comment(`Section \`<${name}>\`, with any ${kind}.`, undefined, '');
  const { '@type': _type, ...params } = section.params ?? {};
  if (Object.keys(params).length === 0 && !section.argument) return `${doc}export type ${type} = ${typed};\n`;
  const own = declaration(
    {
      name: `${type}Section`,
      doc: `What \`<${name}>\` takes whatever its type.`,
      parents: [],
      definition: { params },
      argument: section.argument,
    },
    shared,
  );
  return `${own}\n${doc}export type ${type} = ${type}Section & ${typed};\n`;
}
