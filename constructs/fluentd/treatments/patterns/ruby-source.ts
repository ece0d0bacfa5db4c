import type { AST } from '@eslint-community/regexpp';

import { characterSource, classSource, LINE_BEGIN, LINE_END, setSource } from './characters';

/** The source of a regular expression of Ruby that means what `literal` does, of which nothing is refused. */
export function rubySource({ pattern, flags }: AST.RegExpLiteral): string {
  return alternativesSource(pattern.alternatives, flags);
}

function alternativesSource(alternatives: readonly AST.Alternative[], flags: AST.Flags): string {
  return alternatives
    .map(({ elements }) => elements.map((element) => elementSource(element, flags)).join(''))
    .join('|');
}

function elementSource(element: AST.Element, flags: AST.Flags): string {
  switch (element.type) {
    case 'Character':
      return characterSource(element.value, flags);
    case 'CharacterSet':
      return setSource(element, flags);
    case 'CharacterClass':
      return classSource(element, flags);
    case 'Assertion':
      return assertionSource(element, flags);
    case 'Quantifier':
      return quantifierSource(element, flags);
    case 'Group':
      return `(?:${alternativesSource(element.alternatives, flags)})`;
    case 'CapturingGroup': {
      // Beside groups with names Ruby captures no others.
      const opening = element.name === null ? '?:' : `?<${element.name}>`;
      return `(${opening}${alternativesSource(element.alternatives, flags)})`;
    }
    default:
      throw new TypeError(`${element.type} is refused before`);
  }
}

function assertionSource(assertion: AST.Assertion, flags: AST.Flags): string {
  switch (assertion.kind) {
    case 'start':
      return flags.multiline ? LINE_BEGIN : '\\A';
    case 'end':
      return flags.multiline ? LINE_END : '\\z';
    case 'word':
      // Ruby takes letters beyond ASCII for parts of words too.
      return assertion.negate ? '(?a:\\B)' : '(?a:\\b)';
    default:
      return `(?${assertion.negate ? '!' : '='}${alternativesSource(assertion.alternatives, flags)})`;
  }
}

function quantifierSource({ element, min, max, greedy }: AST.Quantifier, flags: AST.Flags): string {
  const repeated = elementSource(element, flags);
  // Ruby would read {2}? as "twice or not at all"; lazy or not, it is twice.
  if (min === max) return `${repeated}{${min}}`;
  return `${repeated}${boundsSource(min, max)}${greedy ? '' : '?'}`;
}

function boundsSource(min: number, max: number): string {
  if (min === 0 && max === 1) return '?';
  if (max === Number.POSITIVE_INFINITY) return ['*', '+'][min] ?? `{${min},}`;
  return `{${min},${max}}`;
}
