import {
  type Directive,
  type EnvVariable,
  type Evaluated,
  type ParamValue,
  RESERVED_PARAMS,
  STRICT,
} from './directive';
import { isAscii, joined } from './evaluated';
import { endOfRuby } from './ruby';

const INDENT = '  ';

/** Characters with which an unquoted value stays itself: no `#` (comment), no brackets (JSON), no quotes, no spaces. */
const BARE = /^[\w@$%*./:+-][\w@$%*./:+,=-]*$/;

/** Patterns and keys, which may be several, that stay themselves without quotes. */
const BARE_ARGUMENT = /^[^>#\s"'][^>#\s]*( [^>#\s]+)*$/;

/** Names of parameters that stay themselves without quotes. */
const BARE_NAME = /^[^\s"'<#][^\s#]*$/;

/**
 * Text of `fluent.conf`.
 *
 * @throws RangeError if a name, the name of an environment variable or embedded Ruby cannot be written
 */
export function render(directives: readonly Directive[]): string {
  return `${directives.map((directive) => lines(directive).join('\n')).join('\n\n')}\n`;
}

function lines(directive: Directive): string[] {
  const { name, argument = '', comment, params = {}, children = [] } = directive;
  const above = comment?.split(/\r\n?|\n/).map((line) => `# ${line}`) ?? [];
  if (name === '@include') return [...above, `@include ${literal(argument)}`];
  if (!/^\w+$/.test(name)) throw new RangeError(`name of a directive must be a word, got ${JSON.stringify(name)}`);
  return [
    ...above,
    openingTag(directive),
    // Not split at line breaks: the lines of a value are part of it, an indentation would change it.
    ...Object.entries(params).map(([key, value]) => `${INDENT}${paramName(key, name)} ${literal(value)}`),
    ...children.flatMap(lines).map((line) => INDENT + line),
    `</${name}>`,
  ];
}

/** The line that opens a directive, e.g. `<match **>`. */
export function openingTag({ name, argument = '' }: Directive): string {
  if (argument === '') return `<${name}>`;
  return `<${name} ${typeof argument === 'string' && BARE_ARGUMENT.test(argument) ? argument : literal(argument)}>`;
}

function paramName(key: string, directive: string): string {
  if (key.startsWith('@') && !RESERVED_PARAMS.includes(key) && (key === '@include' || STRICT.includes(directive))) {
    throw new RangeError(`parameter of <${directive}> with @ must be ${RESERVED_PARAMS.join(', ')}, got ${key}`);
  }
  return BARE_NAME.test(key) ? key : quoted(key);
}

/** `value` as Fluentd's parser reads it back (lib/fluent/config/literal_parser.rb of v1.19). */
function literal(value: ParamValue): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoted(value);
  if ('env' in value) return environment(value);
  if ('evaluated' in value) return interpolated(value.evaluated);
  // Quoted as a whole, because since 1.18 `#{}` is evaluated inside a bare JSON array.
  return quoted(JSON.stringify(value));
}

function quoted(value: string): string {
  if (BARE.test(value)) return value;
  return /[\r\n]/.test(value) ? `"\\\n${escaped(value)}"` : `'${value.replace(/[\\']/g, '\\$&')}'`;
}

/**
 * Content of double quotes. Only they can hold line breaks, and only behind a character that is not an escape sequence;
 * elsewhere a line break is written `\n`, followed by a backslash that joins the next line.
 */
function escaped(value: string): string {
  const [last = '', ...others] = value.split('\n').reverse();
  const inLine = (line: string) => line.replace(/[\\"]|#(?=\{)/g, '\\$&').replaceAll('\r', '\\r');
  const broken = others.reverse().map((line) => inLine(line) + (/[^\\"\r]$/.test(line) ? '\n' : '\\n\\\n'));
  return broken.join('') + inLine(last);
}

function interpolated(parts: Evaluated['evaluated']): string {
  // Texts that are neighbours are one text: `#` and `{` would be code.
  const text = joined(parts).map((part) => (typeof part === 'string' ? escaped(part) : `#{${code(part.ruby)}}`));
  return `"${text.join('')}"`;
}

function code(ruby: string): string {
  if (!isAscii(ruby) || endOfRuby(`${ruby}}`, 0) !== ruby.length) {
    throw new RangeError(`embedded Ruby must be ASCII and close what it opens, got ${JSON.stringify(ruby)}`);
  }
  return ruby;
}

function environment({ env: name, base64 = false }: EnvVariable): string {
  if (!/^[A-Z_][A-Z0-9_]*$/.test(name)) {
    throw new RangeError(`name of an environment variable must be A-Z, 0-9 and _, got ${JSON.stringify(name)}`);
  }
  return `"#{ENV['${name}']${base64 ? ".unpack1('m')" : ''}}"`;
}
