import type { Evaluated, Text } from './directive';
import { endOfRuby } from './ruby';
import type { Scanner } from './scanner';

type Part = Evaluated['evaluated'][number];

/** `parts` with texts that are neighbours made one, and without empty ones. */
export function joined(parts: readonly Part[]): Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part;
    else if (part !== '') result.push(part);
  }
  return result;
}

/** The environment variable and nothing else, in either quotes. */
const VARIABLE = /^\s*ENV\[(['"])([A-Z_][A-Z0-9_]*)\1\](\.unpack1\('m'\))?\s*$/;

/** The plainest value that says what `parts` say. */
export function textOf(parts: readonly Part[]): Text {
  const evaluated = joined(parts);
  const [first = '', ...others] = evaluated;
  if (others.length > 0) return { evaluated };
  if (typeof first === 'string') return first;
  const [, , env, base64] = VARIABLE.exec(first.ruby) ?? [];
  if (env === undefined) return { evaluated };
  return base64 === undefined ? { env } : { env, base64: true };
}

/**
 * Ruby code behind its `#{`, and the `}` that ends it.
 *
 * @param at where the `#{` is
 * @throws ConfParseError if it does not end
 */
export function parseRuby(scanner: Scanner, at: number): string {
  const end = endOfRuby(scanner.text, scanner.position) ?? scanner.position;
  const ruby = scanner.text.slice(scanner.position, end);
  scanner.moveTo(end);
  // Fluentd counts the characters of the code and skips as many bytes.
  if (!isAscii(ruby)) scanner.refuse({ must: 'embedded Ruby must be ASCII', todo: 'use escape sequences', at });
  scanner.take(/\}/y, { must: 'embedded Ruby must end with }', todo: 'close what it opens', at });
  return ruby;
}

/** Whether `text` has no character beyond ASCII. */
export function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}
