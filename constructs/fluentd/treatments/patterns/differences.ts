import { type AST, visitRegExpAST } from '@eslint-community/regexpp';

/** What JavaScript and Ruby do not read alike, or only one of them has: what it is, and what to write instead. */
export interface Difference {
  /** The part of the pattern, as it is written. */
  readonly part: string;

  /** What it is, in the plural. */
  readonly what: string;

  /** What to do. */
  readonly remedy: string;
}

/** More than this often Ruby repeats nothing. */
const MOST_REPEATED = 1000;

const ASCII = 0x7f;
const BASIC_PLANE = 0xffff;
const SURROGATES = [0xd800, 0xdfff] as const;
const HALF = /^[\ud800-\udfff]$/;

/** The name of a group, in both languages. */
const GROUP_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** What the two languages do not read alike in a pattern. */
export function differences({ pattern, flags }: AST.RegExpLiteral): Difference[] {
  const found: Difference[] = [];
  const report = (node: AST.Node, what: string, remedy: string) => found.push({ part: shown(node.raw), what, remedy });
  visitRegExpAST(pattern, {
    onBackreferenceEnter: (node) => report(node, 'backreferences', 'write the repeated part again'),
    onExpressionCharacterClassEnter: (node) => report(node, 'sets of sets', 'write the characters'),
    onCharacterSetEnter: (node) => {
      if (node.kind === 'property') report(node, 'Unicode properties', 'write the characters, as in [a-zäöü]');
    },
    onModifiersEnter: (node) => report(node, 'flags of a part', 'write flags behind the pattern'),
    onAssertionEnter: (node) => {
      if (node.kind === 'lookbehind') report(node, 'lookbehinds', 'match what stands before too, or use a lookahead');
    },
    onQuantifierEnter: (node) => {
      if ((node.max > node.min || node.max > 1) && canBeEmpty(node.element)) {
        report(node, 'repetitions of what may be empty', 'repeat what has at least one character');
      }
      const bounds = [node.min, node.max].filter(Number.isFinite);
      if (bounds.some((bound) => bound > MOST_REPEATED)) {
        report(node, `more than ${MOST_REPEATED} repetitions`, 'write *, + or a smaller number');
      }
    },
    onCapturingGroupEnter: (node) => {
      for (const [what, remedy] of groupDifferences(node)) report(node, what, remedy);
    },
    onCharacterClassRangeEnter: (node) => {
      if (flags.ignoreCase && node.max.value > ASCII) {
        report(node, 'ranges beyond ASCII with the flag i', 'write both cases without the flag, as in [a-zA-Zà-ÿÀ-ß]');
      }
    },
    onCharacterEnter: (node) => {
      for (const [what, remedy] of characterDifferences(node, flags)) report(node, what, remedy);
    },
  });
  return found;
}

/** Whether something may match the empty text: as a repetition JavaScript does not count it, and Ruby does. */
export function canBeEmpty(element: AST.Element): boolean {
  switch (element.type) {
    case 'Assertion':
      return true;
    case 'Quantifier':
      return element.min === 0 || canBeEmpty(element.element);
    case 'Group':
    case 'CapturingGroup':
      return element.alternatives.some(({ elements }) => elements.every(canBeEmpty));
    default:
      return false;
  }
}

type Refusal = readonly [what: string, remedy: string];

function groupDifferences({ name, parent }: AST.CapturingGroup): Refusal[] {
  if (name === null) return [];
  const refusals: Refusal[] = [];
  if (!GROUP_NAME.test(name)) refusals.push(['names of groups with other characters', 'use letters, digits and _']);
  for (let node: AST.Node | null = parent; node; node = node.parent) {
    if (node.type === 'Quantifier' && node.max > 1)
      refusals.push(['named groups that repeat', 'move the group around the repetition']);
    if (node.type === 'Assertion') refusals.push(['named groups in lookaheads', 'leave out the name']);
  }
  return refusals;
}

function characterDifferences({ value, parent }: AST.Character, flags: AST.Flags): Refusal[] {
  if (value >= SURROGATES[0] && value <= SURROGATES[1]) {
    return [['halves of characters beyond U+FFFF', 'add the flag u, with which such a character is one']];
  }
  const ranged = parent.type === 'CharacterClassRange';
  return flags.ignoreCase && value > ASCII && value <= BASIC_PLANE && !ranged && hasCase(value)
    ? [['letters beyond ASCII with the flag i', 'write both cases without the flag, as in [äÄ]']]
    : [];
}

/** Half of a character is not to be seen. */
function shown(part: string): string {
  return HALF.test(part) ? `\\u${part.charCodeAt(0).toString(16)}` : part;
}

function hasCase(value: number): boolean {
  const character = String.fromCodePoint(value);
  return character.toUpperCase() !== character || character.toLowerCase() !== character;
}
