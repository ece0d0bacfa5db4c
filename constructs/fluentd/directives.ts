/**
 * A directive of Fluentd's configuration file: `<source>`, `<match pattern>`, `<buffer keys>` and so on.
 *
 * @see https://docs.fluentd.org/configuration/config-file
 */
export interface Directive {
  /** Name of the element, e.g. `source`. */
  readonly name: string;

  /**
   * What stands behind the name: the pattern of a `match`, the keys of a `buffer`, the name of a `label`. Fluentd knows
   * no quoting here, so it must hold neither `>` nor `#` nor a line break.
   *
   * @default - nothing
   */
  readonly argument?: string;

  /**
   * Why the directive is there, for whoever reads the file.
   *
   * @default - no comment
   */
  readonly comment?: string;

  /**
   * Parameters in the order in which they are written.
   *
   * @default - no parameters
   */
  readonly params?: Readonly<Record<string, ParamValue>>;

  /**
   * Elements inside this one.
   *
   * @default - no elements
   */
  readonly children?: readonly Directive[];
}

/** Value of a parameter. A string means itself: nothing in it is ever evaluated by Fluentd. */
export type ParamValue = string | number | boolean | readonly string[] | EnvVariable;

/** A value that Fluentd takes from its environment when it starts. The only interpolation there is. */
export interface EnvVariable {
  /** Name of the environment variable. */
  readonly env: string;

  /**
   * Whether the variable holds base64, and the parameter gets what that encodes.
   *
   * @default false
   */
  readonly base64?: boolean;
}

const INDENT = '  ';

/** Characters with which an unquoted value stays itself: no `#` (comment), no brackets (JSON), no quotes, no spaces. */
const BARE = /^[\w@$%*./:+-][\w@$%*./:+,=-]*$/;

/**
 * Text of `fluent.conf`.
 *
 * @throws RangeError if an argument or the name of an environment variable cannot be written
 */
export function render(directives: readonly Directive[]): string {
  return `${directives.map((directive) => lines(directive).join('\n')).join('\n\n')}\n`;
}

function lines({ name, argument, comment, params = {}, children = [] }: Directive): string[] {
  if (argument !== undefined && !/^[^>#\s]+( [^>#\s]+)*$/.test(argument)) {
    throw new RangeError(`argument of <${name}> must not hold >, # or line breaks, got ${JSON.stringify(argument)}`);
  }
  return [
    ...(comment?.split(/\r\n?|\n/).map((line) => `# ${line}`) ?? []),
    `<${argument === undefined ? name : `${name} ${argument}`}>`,
    // Not split at line breaks: the lines of a value are part of it, an indentation would change it.
    ...Object.entries(params).map(([key, value]) => `${INDENT}${key} ${literal(value)}`),
    ...children.flatMap(lines).map((line) => INDENT + line),
    `</${name}>`,
  ];
}

/** `value` as Fluentd's parser reads it back (lib/fluent/config/literal_parser.rb of v1.19). */
function literal(value: ParamValue): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoted(value);
  if ('env' in value) return environment(value);
  // Quoted as a whole, because since 1.18 `#{}` is evaluated inside a bare JSON array.
  return quoted(JSON.stringify(value));
}

function quoted(value: string): string {
  if (BARE.test(value)) return value;
  return /[\r\n]/.test(value) ? doubleQuoted(value) : `'${value.replace(/[\\']/g, '\\$&')}'`;
}

/**
 * Only double quotes can hold line breaks, and only behind a character that is not an escape sequence; elsewhere a line
 * break is written `\n`, followed by a backslash that joins the next line.
 */
function doubleQuoted(value: string): string {
  const [last = '', ...others] = value.split('\n').reverse();
  const escaped = (line: string) => line.replace(/[\\"]|#(?=\{)/g, '\\$&').replaceAll('\r', '\\r');
  const broken = others.reverse().map((line) => escaped(line) + (/[^\\"\r]$/.test(line) ? '\n' : '\\n\\\n'));
  return `"\\\n${broken.join('')}${escaped(last)}"`;
}

function environment({ env: name, base64 = false }: EnvVariable): string {
  if (!/^[A-Z_][A-Z0-9_]*$/.test(name)) {
    throw new RangeError(`name of an environment variable must be A-Z, 0-9 and _, got ${JSON.stringify(name)}`);
  }
  return `"#{ENV['${name}']${base64 ? ".unpack1('m')" : ''}}"`;
}
