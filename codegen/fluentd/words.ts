import type { ParamSchema } from './schema';

/** Suffix of the names of a kind's types. */
const KINDS: Readonly<Record<string, string>> = { sd: 'ServiceDiscovery' };

/** `rewrite_tag_filter` as `RewriteTagFilter`. */
export function pascalCase(name: string): string {
  return name.replace(/(^|_)([a-z0-9])/g, (_match, _before, letter: string) => letter.toUpperCase());
}

/** `rewrite_tag_filter` as `rewriteTagFilter`. */
export function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}

/** Name of the type of a plugin's parameters, e.g. `TailInput`. */
export function interfaceName(kind: string, type: string): string {
  return `${pascalCase(type)}${KINDS[kind] ?? pascalCase(kind)}`.replace(/([A-Z][a-z]+)\1$/, '$1');
}

/** TypeScript of the type of a parameter. */
export function typeOf({ type, value_type: values, list = [] }: ParamSchema): string {
  if (type === 'enum') return `Enum<${list.map((word) => `'${word}'`).join(' | ')}>`;
  if (type === 'array') return values === 'integer' || values === 'float' ? 'List<number>' : 'List';
  if (type === 'hash')
    return values === undefined ? 'Hash' : `Hash<${values === 'string' ? 'string' : pascalCase(values)}>`;
  return { string: 'Text', undefined: 'Any' }[String(type)] ?? pascalCase(String(type));
}

/** A property name, quoted only where TypeScript needs it. */
export function property(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`;
}

/** A documentation comment, in one line if that is short enough; none if there is nothing to say. */
export function comment(text: string | undefined, fallback: string | undefined, indent: string): string {
  const words = (text ?? '')
    .replaceAll('*/', '*\\/')
    .replace(/(^|\s)@/g, '$1\\@')
    .replace(/\s+/g, ' ')
    .trim();
  const tag = fallback === undefined ? '' : `@default ${fallback.replaceAll('*/', '*\\/')}`;
  const line = [words, tag].filter(Boolean).join(' ');
  if (line === '') return '';
  if (indent.length + line.length <= 113) return `${indent}/** ${line} */\n`;
  const lines = [...wrapped(words, 117 - indent.length), ...(words && tag ? [''] : []), ...(tag ? [tag] : [])];
  return `${indent}/**\n${lines.map((item) => `${indent} * ${item}`.trimEnd()).join('\n')}\n${indent} */\n`;
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const SIZES = [
  ['t', 2 ** 40],
  ['g', 2 ** 30],
  ['m', 2 ** 20],
  ['k', 2 ** 10],
] as const;

/** A default as it would be written; undefined if there is none. */
export function defaultOf({ type, default: value }: ParamSchema): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return `'${value.replace(/\n/g, '\\n').replace(/\t/g, '\\t')}'`;
  if (typeof value === 'number' && type === 'time' && Number.isInteger(value)) return `'${value}s'`;
  const [unit, factor] =
    SIZES.find(([, bytes]) => type === 'size' && Number(value) > 0 && Number(value) % bytes === 0) ?? [];
  return factor === undefined ? JSON.stringify(value) : `'${Number(value) / factor}${unit}'`;
}
