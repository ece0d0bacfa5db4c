import type { Model } from './model';
import type { Definition, SectionSchema } from './schema';

/** Names of the elements whose parameters are those of a plugin of the kind. */
const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  input: ['source'],
  filter: ['filter'],
  output: ['match', 'store', 'secondary'],
  buffer: ['buffer'],
  parser: ['parse', 'pattern'],
  formatter: ['format'],
  storage: ['storage'],
  sd: ['service_discovery'],
};

/**
 * What the typed functions must know to make directives of their parameters: little, because everybody loads it.
 *
 * @throws Error if the parameters of two plugins cannot be told apart
 */
export function shapes(all: Model): string {
  const found = { hashes: new Set<string>(), sections: new Set<string>(), arguments: new Map<string, string>() };
  const visit = (element: string, { params = {}, sections = {} }: Definition): void => {
    for (const [name, { type }] of Object.entries(params)) if (type === 'hash') found.hashes.add(`${element} ${name}`);
    for (const [name, section] of Object.entries(sections)) {
      found.sections.add(`${element} ${name}`);
      visitSection(name, section);
    }
  };
  const visitSection = (name: string, section: SectionSchema): void => {
    const argument = section.argument?.name;
    if (argument && (found.arguments.get(name) ?? argument) !== argument) {
      throw new Error(
        `what stands behind <${name}> must have one name, got ${found.arguments.get(name)} and ${argument}`,
      );
    }
    if (argument) found.arguments.set(name, argument);
    visit(name, section);
  };
  visit('system', all.system);
  for (const { kind, all: definition } of all.plugins) {
    for (const element of ELEMENTS[kind] ?? []) visit(element, definition);
  }
  const both = [...found.hashes].filter((name) => found.sections.has(name));
  if (both.length > 0) throw new Error(`a parameter must not have the name of a section, got ${both.join(', ')}`);
  return `/** What stands behind the name of a section, by that name. */
export const ARGUMENTS: ReadonlyMap<string, string> = new Map([
${[...found.arguments]
  .sort()
  .map(([name, argument]) => `  ['${name}', '${argument}'],\n`)
  .join('')}]);

/** Parameters whose values are written as JSON, with the element in which they stand; other objects are sections. */
export const HASHES: ReadonlySet<string> = new Set([
${[...found.hashes]
  .sort()
  .map((name) => `  '${name}',\n`)
  .join('')}]);
`;
}
