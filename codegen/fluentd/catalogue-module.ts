import type { Model } from './model';
import type { Definition, ParamSchema, SectionSchema } from './schema';
import { property } from './words';

const KINDS = ['input', 'filter', 'output', 'buffer', 'parser', 'formatter', 'storage', 'sd', 'metrics'];

/**
 * The module with everything that a configuration can be wrong about. A function returns it, so that it costs nothing
 * until it is asked for.
 */
export function catalogueModule({ bases, system, plugins }: Model): string {
  const byKind = Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      Object.fromEntries(
        plugins
          .filter((plugin) => plugin.kind === kind)
          .map(({ type, gem, own: { like, emits, ...own } }) => [
            type,
            { like, ...(isFurther(gem) && { gem }), ...(emits && { emits }), ...facts(own) },
          ]),
      ),
    ]),
  );
  const catalogue = {
    bases: Object.fromEntries(Object.entries(bases).map(([name, base]) => [name, facts(base)])),
    system: facts(system),
    plugins: byKind,
  };
  return `import type { Catalogue } from './definitions';

/** All that Fluentd knows. */
export function catalogue(): Catalogue {
  return ${literal(catalogue, '  ', 0)};
}
`;
}

/** Whether a gem is neither Fluentd itself nor the folder of our own plugins. */
function isFurther(gem: string): boolean {
  return gem !== 'fluentd' && gem !== 'efk';
}

/** Without what is only for people to read. */
function facts({ params = {}, sections = {} }: Definition): object {
  return {
    ...(Object.keys(params).length > 0 && { params: mapped(params, paramFacts) }),
    ...(Object.keys(sections).length > 0 && { sections: mapped(sections, sectionFacts) }),
  };
}

function sectionFacts({ params, sections, argument, ...section }: SectionSchema): object {
  return {
    ...section,
    ...(argument && { argument: { name: argument.name, ...paramFacts(argument, argument.name) } }),
    ...facts({ params, sections }),
  };
}

function paramFacts(param: ParamSchema, name: string): object {
  const { type = 'any', value_type, list, required, alias, secret, obsoleted, default: fallback } = param;
  return {
    type,
    ...(value_type && { value_type }),
    ...(list && { list }),
    ...(required && { required }),
    ...(alias && { alias }),
    ...(secret && { secret }),
    ...(obsoleted && { obsoleted }),
    ...(name === '@type' && typeof fallback === 'string' && { default: fallback }),
  };
}

function mapped<Value>(values: Readonly<Record<string, Value>>, map: (value: Value, name: string) => object): object {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value, name)]));
}

/** A value as TypeScript, as the formatter lays it out: in one line if that has at most `room` characters. */
function literal(value: unknown, indent: string, room: number): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const inner = `${indent}  `;
  const members = Array.isArray(value)
    ? value.map((item) => literal(item, inner, 0))
    : Object.entries(value).map(([key, item]) => member(property(key), item, inner));
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{ ', ' }'];
  const line = `${open}${members.join(', ')}${close}`;
  if (line.length <= room && !/\n|\{.*\{/.test(line)) return line;
  return `${open.trim()}\n${members.map((text) => `${inner}${text},\n`).join('')}${indent}${close.trim()}`;
}

function member(name: string, value: unknown, indent: string): string {
  // Without the colon, the space and the comma.
  const room = 120 - indent.length - name.length - 3;
  const text = literal(value, indent, room);
  return `${name}:${typeof value === 'string' && text.length > room ? `\n${indent}  ` : ' '}${text}`;
}

/** A string in the quotes that need no escape, single ones if both do. */
function quoted(text: string): string {
  return text.includes("'") && !text.includes('"') ? JSON.stringify(text) : `'${text.replace(/[\\']/g, '\\$&')}'`;
}
