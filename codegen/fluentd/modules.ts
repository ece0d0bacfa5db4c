import { header } from '../text-module';
import { catalogueModule } from './catalogue-module';
import { declaration, sectionDeclaration } from './interfaces';
import { kindModule } from './kind-module';
import { KIND_MODULES } from './kinds';
import { type Model, model } from './model';
import { readSchemas, type Schemas } from './schema';
import { shapes } from './shapes';
import { type SharedSection, sharedSections } from './shared';

const FOLDER = 'constructs/fluentd/plugins';

/** Hand-written modules whose names the generated ones use. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  '../conf': ['Directive'],
  './values': [
    'Any',
    'Bool',
    'Commented',
    'Emitting',
    'Enum',
    'Float',
    'Hash',
    'Integer',
    'List',
    'OneOrMore',
    'Open',
    'Plugin',
    'Regexp',
    'Size',
    'Text',
    'Time',
    'Typed',
  ],
};

/** The generated modules of `constructs/fluentd/plugins`, by path. */
export function pluginModules(schemas: Schemas = readSchemas()): Readonly<Record<string, string>> {
  const all = model(schemas);
  const bodies: Record<string, string> = {
    sections: sections(sharedSections(all)),
    system: system(all),
    ...Object.fromEntries(KIND_MODULES.map((module) => [fileName(module.name), kindModule(all, module)])),
  };
  const texts = Object.entries(bodies).map(([file, body]) => [file, `${imports(file, body, bodies)}${body}`]);
  const files = Object.entries({ ...Object.fromEntries(texts), catalogue: catalogueModule(all), shapes: shapes(all) });
  return Object.fromEntries(
    files.map(([file, text]) => [`${FOLDER}/${file}.generated.ts`, `${header('codegen/fluentd/schemas')}\n${text}`]),
  );
}

function fileName(name: string): string {
  return name.replace(/\B[A-Z]/g, '-$&').toLowerCase();
}

/** Sections of helpers that hold no plugin. */
function sections(shared: ReadonlyMap<string, SharedSection>): string {
  return [...shared.values()]
    .filter(({ section }) => section.plugin === undefined)
    .map(({ name, type, section }) => sectionDeclaration(type, name, section, shared))
    .join('\n');
}

function system(all: Model): string {
  const doc = 'What `<system>` takes: settings of Fluentd itself.';
  return declaration({ name: 'System', doc, parents: ['Commented'], definition: all.system }, sharedSections(all));
}

/** Import statements of what `body` names and does not declare. */
function imports(file: string, body: string, bodies: Readonly<Record<string, string>>): string {
  const generated = Object.entries(bodies)
    .filter(([other]) => other !== file)
    .map(
      ([other, text]) =>
        [
          `./${other}.generated`,
          [...text.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name]) => name ?? ''),
        ] as const,
    );
  const functions = /\b(source|filter|match)\('/.exec(body)?.[1];
  const lines = [...Object.entries(WRITTEN), ...generated]
    .map(([from, names]) => [from, names.filter((name) => uses(body, name)).sort()] as const)
    .filter(([, names]) => names.length > 0)
    .map(([from, names]) => [from, statement('import type', names, from)] as const);
  return [...lines, ...(functions ? [['./elements', statement('import', [functions], './elements')] as const] : [])]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, line]) => line)
    .join('')
    .concat('\n');
}

/** Whether `name` stands where a type stands, and is not declared in `body` itself. */
function uses(body: string, name: string): boolean {
  const code = body.replace(/\/\*\*[\s\S]*?\*\//g, '').replace(/'[^'\n]*'/g, '');
  return new RegExp(`\\b${name}\\b`).test(code) && !new RegExp(`^export (interface|type) ${name}\\b`, 'm').test(code);
}

function statement(keyword: string, names: readonly string[], from: string): string {
  const line = `${keyword} { ${names.join(', ')} } from '${from}';\n`;
  return line.length <= 121 ? line : `${keyword} {\n${names.map((name) => `  ${name},\n`).join('')}} from '${from}';\n`;
}
