import fc from 'fast-check';

/** Characters that one of the two languages may take for something special, in patterns as in texts. */
const CHARACTERS = [
  'a',
  'b',
  'A',
  'k',
  's',
  'S',
  'K',
  '0',
  '9',
  '_',
  '-',
  ' ',
  '.',
  '/',
  '"',
  '#',
  '&',
  ',',
  '{',
  '}',
  '^',
  '$',
];
const ODD = [
  '\n',
  '\r',
  '\t',
  '\v',
  '\0',
  '\u007f',
  '\u0085',
  '\u00a0',
  '\u2028',
  '\u2029',
  '\ufeff',
  '\u180e',
  'ä',
  'ß',
  'ſ',
  'é',
  'İ',
  '日',
  '٣',
];

/** Characters that are two halves for JavaScript, unless the pattern has the flag `u`. */
const ASTRAL = ['😀', '𝒜'];

const plain = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...CHARACTERS) }, fc.constantFrom(...ODD));

/** A character as a pattern writes it. */
const written = fc.oneof(
  {
    weight: 4,
    arbitrary: plain.map((character) =>
      /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : asWritten(character),
    ),
  },
  fc.constantFrom('\\t', '\\n', '\\r', '\\f', '\\v', '\\0', '\\x41', '\\u00e4', '\\u2028', '\\cJ', '\\/', '\\.'),
);

const set = fc.constantFrom('.', '\\d', '\\D', '\\w', '\\W', '\\s', '\\S');

const classMember = fc.oneof(
  written.map((character) => (character === '-' ? '\\-' : character)),
  fc.constantFrom(
    '\\d',
    '\\D',
    '\\w',
    '\\W',
    '\\s',
    '\\S',
    '\\b',
    'a-f',
    'A-z',
    '0-9',
    ' -~',
    '\\x00-\\x7f',
    '+--',
    '.',
    '&&',
    ':alpha:',
    '\\]',
    '\\[',
  ),
);

const characterClass = fc
  .tuple(fc.constantFrom('[', '[^'), fc.array(classMember, { maxLength: 4 }))
  .map(([opening, members]) => `${opening}${members.join('')}]`);

const quantifier = fc.oneof(
  fc.constantFrom('*', '+', '?', '*?', '+?', '??', '{2}', '{2}?', '{0,2}', '{1,}', '{1,3}?', '{0}'),
  { weight: 3, arbitrary: fc.constant('') },
);

let groups = 0;

const { alternatives } = fc.letrec<{ alternatives: string; term: string; atom: string }>((tie) => ({
  alternatives: fc
    .array(fc.array(tie('term'), { maxLength: 4 }), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.map((terms) => terms.join('')).join('|')),
  term: fc.oneof(
    { weight: 5, arbitrary: fc.tuple(tie('atom'), quantifier).map((parts) => parts.join('')) },
    { weight: 1, arbitrary: fc.constantFrom('^', '$', '\\b', '\\B') },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('(?=', '(?!'), tie('alternatives'))
        .map(([opening, inner]) => `${opening}${inner})`),
    },
  ),
  atom: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 5, arbitrary: written },
    { weight: 2, arbitrary: set },
    { weight: 2, arbitrary: characterClass },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('(', '(?:', '(?<n'), tie('alternatives'))
        .map(([opening, inner]) => `${opening}${opening === '(?<n' ? `${groups++}>` : ''}${inner})`),
    },
  ),
}));

const flags = fc.subarray(['i', 'm', 's', 'u']).filter((given) => !(given.includes('i') && given.includes('u')));

/** A pattern that JavaScript takes, and texts that it may match. */
export const patternAndTexts = fc
  .tuple(alternatives, flags)
  .map(([source, given]) => asPattern(source, given.join('')))
  .filter((pattern) => pattern !== undefined)
  .chain((pattern) => {
    const character = pattern.unicode ? fc.oneof({ weight: 9, arbitrary: plain }, fc.constantFrom(...ASTRAL)) : plain;
    return fc.record({
      pattern: fc.constant(pattern),
      texts: fc.array(fc.string({ unit: character, maxLength: 12 }), { minLength: 8, maxLength: 8 }),
    });
  });

function asPattern(source: string, given: string): RegExp | undefined {
  try {
    return new RegExp(source, given);
  } catch {
    return undefined;
  }
}

/** A pattern may have line ends, which a literal cannot have. */
function asWritten(character: string): string {
  return new RegExp(character.replace(/[{}]/, '\\$&')).source;
}
