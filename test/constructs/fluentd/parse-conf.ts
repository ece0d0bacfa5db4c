import type { Directive } from '../../../constructs/fluentd';

/** A value as Fluentd reads it: a string, or that of an environment variable. */
export type ParsedValue = string | { readonly env: string; readonly base64: boolean };

/** A directive as Fluentd reads it. */
export interface ParsedDirective {
  readonly name: string;
  readonly argument: string;
  readonly params: Record<string, ParsedValue>;
  readonly children: ParsedDirective[];
}

/**
 * Reads the classic format by the rules of Fluentd 1.19 (lib/fluent/config/v1_parser.rb and literal_parser.rb), as far as
 * we write it.
 *
 * @throws Error where Fluentd would refuse the file
 */
export function parseConf(text: string): ParsedDirective[] {
  const reader = new Reader(text);
  const directives: ParsedDirective[] = [];
  while (reader.skipSpaceAndComments()) directives.push(element(reader));
  return directives;
}

/** `directive` as it must be read back. */
export function asParsed({ name, argument = '', params = {}, children = [] }: Directive): ParsedDirective {
  const values = Object.entries(params).map(([key, value]) => [
    key,
    typeof value !== 'object'
      ? String(value)
      : 'env' in value
        ? { env: value.env, base64: value.base64 ?? false }
        : JSON.stringify(value),
  ]);
  return { name, argument, params: Object.fromEntries(values), children: children.map(asParsed) };
}

function element(reader: Reader): ParsedDirective {
  const [, name = '', argument = ''] = reader.take(/<(\w+)(?: ([^>]*))?>\n/y);
  const parsed: ParsedDirective = { name, argument, params: {}, children: [] };
  while (reader.skipSpaceAndComments()) {
    if (reader.tryTake(new RegExp(`</${name}>(?:\\n|$)`, 'y'))) return parsed;
    if (reader.tryTake(/(?=<)/y)) {
      parsed.children.push(element(reader));
      continue;
    }
    const [, key = ''] = reader.take(/(\S+) /y);
    parsed.params[key] = value(reader);
    reader.take(/[ \t]*(?:#[^\r\n]*)?\n/y);
  }
  throw new Error(`<${name}> is not closed`);
}

function value(reader: Reader): ParsedValue {
  const [, env, decoded] = reader.tryTake(/"#\{ENV\['(\w+)'\](\.unpack1\('m'\))?\}"/y) ?? [];
  if (env) return { env, base64: decoded !== undefined };
  if (reader.tryTake(/"/y)) return doubleQuoted(reader);
  if (reader.tryTake(/'/y)) return singleQuoted(reader);
  if (reader.tryTake(/(?=[[{])/y)) throw new Error('a bare JSON value is evaluated');
  return reader.take(/(?:(?![ \t]*(?:#|[\r\n]))[^\n])*/uy)[0];
}

function singleQuoted(reader: Reader): string {
  let result = '';
  while (!reader.tryTake(/'/y)) result += reader.tryTake(/\\(['\\])/y)?.[1] ?? reader.take(/[^\n]/uy)[0];
  return result;
}

function doubleQuoted(reader: Reader): string {
  let result = '';
  for (;;) {
    if (reader.tryTake(/"/y)) return result;
    const broken = reader.tryTake(/[^"](?=[\r\n])/uy);
    if (broken) {
      const lineEnd = reader.take(/[\r\n]/y)[0];
      result += broken[0] === '\\' ? '' : broken[0] + lineEnd;
      continue;
    }
    const escaped = reader.tryTake(/\\([^\n])/uy)?.[1];
    if (escaped !== undefined) {
      result += { n: '\n', r: '\r', t: '\t', f: '\f', b: '\b', 0: '\0' }[escaped] ?? symbol(escaped);
      continue;
    }
    if (reader.tryTake(/#\{/y)) throw new Error('embedded code');
    result += reader.take(/[^\n]/uy)[0];
  }
}

function symbol(character: string): string {
  if (/[a-zA-Z0-9]/.test(character)) throw new Error(`unexpected escape ${character}`);
  return character;
}

class Reader {
  private position = 0;

  constructor(private readonly text: string) {}

  tryTake(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.text);
    if (match) this.position = pattern.lastIndex;
    return match;
  }

  take(pattern: RegExp): RegExpExecArray {
    const match = this.tryTake(pattern);
    if (!match)
      throw new Error(`expected ${pattern} at ${JSON.stringify(this.text.slice(this.position, this.position + 40))}`);
    return match;
  }

  /** Whether anything is left. */
  skipSpaceAndComments(): boolean {
    this.tryTake(/(?:[ \t\r\n]|#[^\r\n]*(?:[\r\n]|$))*/y);
    return this.position < this.text.length;
  }
}
