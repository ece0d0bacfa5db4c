import { type AST, RegExpParser } from '@eslint-community/regexpp';

import type { Mistake } from '../../../core';
import { catastrophicPart } from './backtracking';
import { canBeEmpty, differences } from './differences';
import { rubySource } from './ruby-source';

/** What is known of a pattern. */
interface Reading {
  readonly mistakes: readonly string[];
  readonly source: string;
  readonly groups: readonly string[];
  readonly empty: boolean;
}

/** No filter of logs needs a longer one, and it is to be read in the configuration. */
const LONGEST = 4096;

/** Flags with which a pattern can mean the same in Ruby. */
const FLAGS = /^[imsu]*$/;

const parser = new RegExpParser({ ecmaVersion: 2025 });

/** By pattern as it is written: a configuration of a thousand treatments has the same few often. */
const readings = new Map<string, Reading>();

/** What is wrong with a pattern, which must mean the same in JavaScript and in Ruby and take a reasonable time. */
export function patternMistakes(pattern: RegExp, path: readonly PropertyKey[]): Mistake[] {
  return reading(pattern).mistakes.map((message) => ({ path, message }));
}

/**
 * The source of the same pattern in Ruby, without flags. A character is a code point there, as with the flag `u`.
 *
 * @throws TypeError if the pattern has mistakes
 */
export function rubyPattern(pattern: RegExp): string {
  const { mistakes, source } = reading(pattern);
  if (mistakes.length > 0) throw new TypeError(mistakes.join('\n'));
  return source;
}

/** The names of the groups of a pattern, in their order. */
export function groupNames(pattern: RegExp): readonly string[] {
  return reading(pattern).groups;
}

/** Whether a pattern may find the empty text, which is in every text. */
export function canMatchNothing(pattern: RegExp): boolean {
  return reading(pattern).empty;
}

/** What is wrong with lines that a pattern must match. */
export function sampleMistakes(pattern: RegExp, samples: readonly string[], path: readonly PropertyKey[]): Mistake[] {
  if (reading(pattern).mistakes.length > 0) return [];
  // One with the flags g or y would remember where it was.
  const fresh = new RegExp(pattern.source, pattern.flags);
  return samples.flatMap((sample, index) =>
    fresh.test(sample)
      ? []
      : [
          {
            path: [...path, index],
            message: `must match ${String(pattern)}, got ${JSON.stringify(sample)}; correct the pattern or the sample`,
          },
        ],
  );
}

function reading(pattern: RegExp): Reading {
  const literal = String(pattern);
  const known = readings.get(literal);
  if (known) return known;
  const read = readLiteral(literal, pattern.flags);
  readings.set(literal, read);
  return read;
}

function readLiteral(literal: string, flags: string): Reading {
  const refused = (...mistakes: string[]): Reading => ({ mistakes, source: '', groups: [], empty: false });
  if (literal.length > LONGEST) {
    return refused(`must have at most ${LONGEST} characters, got ${literal.length}; write several patterns`);
  }
  if (!FLAGS.test(flags)) {
    return refused(`must have no flags but i, m, s and u, got ${JSON.stringify(flags)}; leave out the others`);
  }
  if (flags.includes('i') && flags.includes('u')) {
    return refused(
      'must not have the flags i and u, with which K is the sign of Kelvin too; write both cases without i',
    );
  }
  const parsed = parser.parseLiteral(literal);
  const unlike = differences(parsed);
  if (unlike.length > 0) {
    return refused(
      ...unlike.map(
        ({ part, what, remedy }) =>
          `must have no ${what}, which Ruby reads otherwise, got ${part} in ${literal}; ${remedy}`,
      ),
    );
  }
  const slow = catastrophicPart(parsed);
  return slow === undefined
    ? { mistakes: [], source: rubySource(parsed), groups: namesOf(parsed), empty: isEmpty(parsed) }
    : refused(
        `must not take exponential time, got ${slow} in ${literal}, which matches the same text in many ways; repeat once, or begin each repetition with what the others do not match`,
      );
}

function isEmpty({ pattern }: AST.RegExpLiteral): boolean {
  return pattern.alternatives.some(({ elements }) => elements.every(canBeEmpty));
}

function namesOf({ pattern }: AST.RegExpLiteral): string[] {
  return groupsIn(pattern.alternatives).flatMap(({ name }) => name ?? []);
}

function groupsIn(alternatives: readonly AST.Alternative[]): AST.CapturingGroup[] {
  return alternatives.flatMap(({ elements }) => elements.flatMap(groupsOf));
}

function groupsOf(element: AST.Element): AST.CapturingGroup[] {
  switch (element.type) {
    case 'CapturingGroup':
      return [element, ...groupsIn(element.alternatives)];
    case 'Group':
      return groupsIn(element.alternatives);
    case 'Quantifier':
      return groupsOf(element.element);
    default:
      return [];
  }
}
