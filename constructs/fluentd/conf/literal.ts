import type { Evaluated, Text } from './directive';
import { parseRuby, textOf } from './evaluated';
import { parseJson } from './json';
import type { Scanner } from './scanner';

type Part = Evaluated['evaluated'][number];

/** A value without quotes: up to the end of the line, and to the spaces and the comment in front of it. */
export const UNQUOTED = /(?:#|(?![ \t]*(?:#|[\r\n]|$))[^\n])*/uy;

/** Escape sequences of double quotes; other letters and digits have none, symbols mean themselves. */
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', b: '\b', 0: '\0' };

/** The value of a parameter, by the rules of Fluentd 1.19 (lib/fluent/config/literal_parser.rb). */
export function parseValue(scanner: Scanner): Text {
  return /[[{]/.test(scanner.text.charAt(scanner.position)) ? parseJson(scanner) : parseString(scanner, UNQUOTED);
}

/**
 * A string in quotes or without.
 *
 * @param unquoted what a string without quotes consists of
 */
export function parseString(scanner: Scanner, unquoted: RegExp): Text {
  if (scanner.tryTake(/"/y)) return doubleQuoted(scanner);
  if (scanner.tryTake(/'/y)) return singleQuoted(scanner);
  return scanner.tryTake(unquoted)?.[0] ?? '';
}

function singleQuoted(scanner: Scanner): string {
  const at = scanner.position - 1;
  const [content = ''] = scanner.tryTake(/(?:\\[\\']|[^'\n])*/y) ?? [];
  scanner.take(/'/y, { must: "a value in single quotes must end with ' in its line", todo: 'close it', at });
  return content.replace(/\\([\\'])/g, '$1');
}

function doubleQuoted(scanner: Scanner): Text {
  const at = scanner.position - 1;
  const parts: Part[] = [];
  while (!scanner.tryTake(/"/y)) {
    if (scanner.isAtEnd) scanner.refuse({ must: 'a value in double quotes must end with "', todo: 'close it', at });
    parts.push(doubleQuotedPart(scanner));
  }
  return textOf(parts);
}

function doubleQuotedPart(scanner: Scanner): Part {
  // A line break belongs to the character in front of it; a backslash there joins the lines.
  const broken = scanner.tryTake(/([^"])[\r\n]/uy);
  if (broken) return broken[1] === '\\' ? '' : broken[0];
  const plain = scanner.tryTake(/(?:[^"\\#\r\n](?![\r\n]))+/uy);
  if (plain) return plain[0];
  if (scanner.tryTake(/(?=\\)/y)) return escapeSequence(scanner);
  if (scanner.tryTake(/#\{/y)) return { ruby: parseRuby(scanner, scanner.position - 2) };
  const must = 'a line break in double quotes must follow a character that is no escape sequence';
  return scanner.take(/[^\n]/uy, { must, todo: 'end the line before with a backslash' })[0];
}

function escapeSequence(scanner: Scanner): string {
  const at = scanner.position;
  const [, character = ''] = scanner.tryTake(/\\([^\n]?)/uy) ?? [];
  const known = ESCAPES[character];
  if (known === undefined && /[a-zA-Z0-9]/.test(character)) {
    const must = 'a backslash in double quotes must stand before n, r, t, f, b, 0 or a symbol';
    scanner.refuse({ must, todo: 'write two backslashes, or single quotes', at });
  }
  return known ?? character;
}
