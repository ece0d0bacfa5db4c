import type { Definition, ParamSchema, SectionSchema } from './schema';
import type { SharedSection } from './shared';
import { comment, defaultOf, pascalCase, property, typeOf } from './words';

/** Longest line of the formatter. */
const LINE = 120;

/** An interface that is to be written. */
export interface Declaration {
  /** Its name. */
  readonly name: string;

  /** Its documentation. */
  readonly doc: string;

  /** Names of what it extends. */
  readonly parents: readonly string[];

  /** Its members. */
  readonly definition: Definition;

  /** What stands behind the name of a section, which becomes its first member. */
  readonly argument?: SectionSchema['argument'];
}

/** TypeScript that declares an interface, after those of its sections. */
export function declaration(
  { name, doc, parents, definition, argument }: Declaration,
  shared: ReadonlyMap<string, SharedSection>,
): string {
  const before: string[] = [];
  const { params = {}, sections = {} } = definition;
  // A parameter takes the place of a section of the same name that a helper brings.
  const ofSections = Object.entries(sections)
    .filter(([key]) => !(key in params))
    .map(([key, section]) => {
      const { type, declared } = sectionType(name, key, section, shared);
      if (declared && !before.includes(declared)) before.push(declared);
      return sectionMember(key, section, type, shared.get(key)?.section);
    });
  const ofParams = Object.entries(params).flatMap(([key, param]) => paramMember(key, param));
  const members = [...(argument ? [argumentMember(argument)] : []), ...ofParams, ...ofSections];
  const opening = `export interface ${name}${parents.length > 0 ? ` extends ${parents.join(', ')}` : ''}`;
  const body = members.length > 0 ? `{\n${members.join('\n')}}` : '{}';
  return [...before, `${comment(doc, undefined, '')}${opening} ${body}\n`].join('\n');
}

/** What must not be used any more has no member; `@type` is what tells plugins apart. */
function paramMember(key: string, param: ParamSchema): string[] {
  if (param.deprecated !== undefined || param.obsoleted !== undefined || key === '@type') return [];
  return [
    `${comment(param.desc, defaultOf(param), '  ')}${inLines(`  readonly ${property(key)}${optional(param)}: ${typeOf(param)};\n`)}`,
  ];
}

function argumentMember(argument: ParamSchema & { readonly name: string }): string {
  const doc = comment(`${argument.desc ?? ''} Stands behind the name of the section.`, defaultOf(argument), '  ');
  return `${doc}  readonly ${argument.name}${optional(argument)}: ${typeOfArgument(argument)};\n`;
}

function sectionMember(key: string, section: SectionSchema, type: string, base: SectionSchema | undefined): string {
  const doc = comment([`Section \`<${key}>\`.`, ...otherDefaults(section, base)].join(' '), undefined, '  ');
  return `${doc}  readonly ${property(key)}${optional(section)}: ${section.multi ? `OneOrMore<${type}>` : type};\n`;
}

function optional({ required }: { readonly required?: boolean }): string {
  return required ? '' : '?';
}

/** What a plugin changes in the defaults of a section that others have too. */
function otherDefaults(section: SectionSchema, base: SectionSchema | undefined): string[] {
  if (!base) return [];
  const of = ({ params, argument }: SectionSchema): Record<string, ParamSchema> =>
    argument ? { [argument.name]: argument, ...params } : { ...params };
  const words = Object.entries(of(section)).flatMap(([key, param]) => {
    const value = defaultOf(param);
    return value === undefined || value === defaultOf(of(base)[key] ?? {}) ? [] : [`\`${key}: ${value}\``];
  });
  return words.length > 0 ? [`Defaults of its own: ${words.join(', ')}.`] : [];
}

/** The type of a section, and its declaration unless it has one already. */
function sectionType(
  owner: string,
  key: string,
  section: SectionSchema,
  shared: ReadonlyMap<string, SharedSection>,
): { type: string; declared?: string } {
  if (section.open) return { type: 'Open' };
  const common = shared.get(key);
  const name = `${owner.replace(/(Input|Output|Filter|Parser|Formatter|Buffer|System)$/, '')}${pascalCase(key)}`;
  if (!common || typeOfArgument(section.argument) !== typeOfArgument(common.section.argument)) {
    return { type: name, declared: sectionDeclaration(name, key, section, shared) };
  }
  const known = common.section.params ?? {};
  const added = Object.entries(section.params ?? {}).filter(
    ([param, facts]) => typeOf(facts) !== typeOf(known[param] ?? {}),
  );
  if (added.length === 0) return { type: common.type };
  const definition = { params: Object.fromEntries(added) };
  const declared = declaration({ name, doc: `What \`<${key}>\` takes only here.`, parents: [], definition }, shared);
  return { type: `${common.type} & ${name}`, declared };
}

/** The interface of a section. */
export function sectionDeclaration(
  name: string,
  key: string,
  section: SectionSchema,
  shared: ReadonlyMap<string, SharedSection>,
): string {
  const doc = `Section \`<${key}>\`.`;
  return declaration({ name, doc, parents: ['Commented'], definition: section, argument: section.argument }, shared);
}

/** Fluentd evaluates nothing behind the name of an element, so no environment variable can stand there. */
function typeOfArgument(argument: ParamSchema | undefined): string | undefined {
  if (argument?.type === 'array') return 'readonly string[]';
  return argument?.type === 'enum' ? argument.list?.map((word) => `'${word}'`).join(' | ') : argument && 'string';
}

/** A property as the formatter has it: the words of a long enumeration stand in a line of their own. */
function inLines(member: string): string {
  return member.length - 1 > LINE ? member.replace(/Enum<(.*)>;\n$/, 'Enum<\n    $1\n  >;\n') : member;
}
