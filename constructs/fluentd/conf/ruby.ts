const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/** A word of Ruby behind which a value begins, so that `/`, `%` and `?` open a literal. */
const KEYWORD = /^(?:and|begin|case|do|else|elsif|if|in|not|or|rescue|return|then|unless|until|when|while)$/;

/**
 * Where the Ruby code that begins at `from` ends: the position of the `}` that belongs to the `#{` in front of it.
 *
 * Fluentd asks Ruby's own parser, for the first `}` with which the code is a valid expression. Here brackets and literals
 * are counted, which comes to the same for code that is valid; here-documents are not known.
 *
 * @returns nothing, if the code does not end
 */
export function endOfRuby(text: string, from: number): number | undefined {
  return endOf(text, from, '}');
}

/** Position of the bracket that closes what was opened before `from`. */
function endOf(text: string, from: number, closing: string): number | undefined {
  let at = from;
  let afterValue = false;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === closing) return at;
    if (/[)\]}]/.test(character)) return undefined;
    const token = take(text, at, afterValue);
    if (!token) return undefined;
    at = token.end;
    afterValue = token.isValue ?? afterValue;
  }
  return undefined;
}

/** A piece of Ruby: where it ends, and whether it is a value; undefined if it does not count, as spaces. */
interface Token {
  readonly end: number;
  readonly isValue?: boolean;
}

function take(text: string, at: number, afterValue: boolean): Token | undefined {
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const character = text.charAt(at);
  const space = match(/\s+|#[^\n]*/y);
  if (space) return { end: at + space.length };
  const word = match(/[\p{L}_$@][\p{L}\p{N}_]*[?!]?|\d[\w.]*/uy);
  if (word) return { end: at + word.length, isValue: !KEYWORD.test(word) };
  if (/[([{]/.test(character)) return value(endOf(text, at + 1, CLOSING[character] ?? ''));
  if (/['"`]/.test(character)) return value(endOfLiteral(text, at + 1, character, character !== "'"));
  if (!afterValue) {
    const literal = match(/%[qQwWiIrsx]?[^\w\s]|\//y);
    if (literal) return value(endOfLiteral(text, at + literal.length, literal.slice(-1), !/^%[qwis]/.test(literal)));
    const symbol = match(/\?(?:\\.|[^\s\\])(?!\w)/uy);
    if (symbol) return { end: at + symbol.length, isValue: true };
  }
  return { end: at + 1, isValue: false };
}

function value(end: number | undefined): Token | undefined {
  return end === undefined ? undefined : { end: end + 1, isValue: true };
}

/** Position of the character that closes a string, a list of words or a regular expression. */
function endOfLiteral(text: string, from: number, opening: string, interpolates: boolean): number | undefined {
  const closing = CLOSING[opening] ?? opening;
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (character === closing && depth-- === 0) return at;
    else if (character === opening && opening !== closing) depth++;
    else if (interpolates && text.startsWith('#{', at)) at = endOf(text, at + 2, '}') ?? text.length;
  }
  return undefined;
}
