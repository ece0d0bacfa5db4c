import type { AST } from '@eslint-community/regexpp';

/** From and to, code points, both included. */
type Range = readonly [number, number];

/** What `\s` is in JavaScript; in Ruby it is ASCII alone. */
const SPACES: readonly Range[] = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];

/** What ends a line in JavaScript; in Ruby it is `\n` alone. */
const LINE_ENDS = String.raw`\n\r\u{2028}\u{2029}`;

/** Where a line begins; in Ruby `^` is not behind a line end that ends the text. */
export const LINE_BEGIN = String.raw`(?:\A|(?<=[${LINE_ENDS}]))`;

/** Where a line ends. */
export const LINE_END = String.raw`(?=[${LINE_ENDS}]|\z)`;

/** Escapes by which people know characters. */
const NAMED = new Map([
  [0x09, '\\t'],
  [0x0a, '\\n'],
  [0x0b, '\\v'],
  [0x0c, '\\f'],
  [0x0d, '\\r'],
]);

/** Between the letters of ASCII in upper and in lower case. */
const CASE = 0x20;
const UPPER: Range = [0x41, 0x5a];
const LOWER: Range = [0x61, 0x7a];

/** A character as Ruby reads it. */
export function characterSource(code: number, flags: AST.Flags): string {
  const ranges = inAnyCase([[code, code]], flags);
  return ranges.length === 1 ? escaped(code, /[\\^$.*+?()[\]{}|/#-]/) : `[${rangesSource(ranges)}]`;
}

/** A set of characters, `.` or an escape such as `\d`, as Ruby reads it. */
export function setSource(set: AST.CharacterSet, flags: AST.Flags): string {
  if (set.kind === 'any') return flags.dotAll ? '(?m:.)' : `[^${LINE_ENDS}]`;
  if (set.kind !== 'space') return set.raw;
  return `[${set.negate ? '^' : ''}${rangesSource(SPACES)}]`;
}

/** A class of characters as Ruby reads it. */
export function classSource({ elements, negate }: AST.CharacterClass, flags: AST.Flags): string {
  if (elements.length === 0) return negate ? '(?m:.)' : '(?!)';
  const members = elements.map((element) => {
    switch (element.type) {
      case 'Character':
        return rangesSource(inAnyCase([[element.value, element.value]], flags));
      case 'CharacterClassRange':
        return rangesSource(inAnyCase([[element.min.value, element.max.value]], flags));
      case 'CharacterSet':
        // Without ^ a class in a class is what it has.
        return element.kind === 'space' && !element.negate ? rangesSource(SPACES) : setSource(element, flags);
      default:
        return '';
    }
  });
  return `[${negate ? '^' : ''}${members.join('')}]`;
}

/** Ranges with both cases of their letters, if the case does not count; others than those of ASCII are refused before. */
function inAnyCase(ranges: readonly Range[], flags: AST.Flags): Range[] {
  if (!flags.ignoreCase) return [...ranges];
  return ranges.flatMap((range) => {
    const upper = overlap(range, LOWER).map(([from, to]): Range => [from - CASE, to - CASE]);
    const lower = overlap(range, UPPER).map(([from, to]): Range => [from + CASE, to + CASE]);
    return [range, ...upper, ...lower];
  });
}

function overlap([from, to]: Range, [least, most]: Range): Range[] {
  return from <= most && least <= to ? [[Math.max(from, least), Math.min(to, most)]] : [];
}

function rangesSource(ranges: readonly Range[]): string {
  return ranges.map(([from, to]) => (from === to ? member(from) : `${member(from)}-${member(to)}`)).join('');
}

function member(code: number): string {
  return escaped(code, /[\\^[\]&-]/);
}

function escaped(code: number, special: RegExp): string {
  const named = NAMED.get(code);
  if (named) return named;
  if (code < 0x20 || code > 0x7e) return `\\u{${code.toString(16)}}`;
  const character = String.fromCharCode(code);
  return special.test(character) ? `\\${character}` : character;
}
