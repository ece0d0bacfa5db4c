import type { Mistake } from '../../../core';
import type { FormatSection } from '../option';
import { groupNames, patternMistakes, rubyPattern, sampleMistakes } from '../patterns';

/** Lines of a format of one's own, by a regular expression. */
export interface RegexpFormat {
  /**
   * Matches a line. Each named group is a field, which gets into its place of the Elastic Common Schema if it is known there,
   * e.g. `level`, `method`, `path`, `status` or `trace_id`; others are below `json`.
   */
  readonly regexp: RegExp;

  /** Lines that it must match, which is checked when it is synthesised. */
  readonly samples: readonly string[];
}

/** What is wrong with a format by a regular expression. */
export function regexpMistakes({ regexp, samples }: RegexpFormat): Mistake[] {
  const mistakes = patternMistakes(regexp, ['regexp']);
  if (mistakes.length > 0) return mistakes;
  return [
    ...(groupNames(regexp).length > 0
      ? []
      : [
          {
            path: ['regexp'],
            message: `must have a named group, which is a field, got ${String(regexp)}; write one as (?<level>[A-Z]+)`,
          },
        ]),
    ...samplesMistakes(regexp, samples),
  ];
}

/** What is wrong with the lines that a pattern must match. */
export function samplesMistakes(pattern: RegExp, samples: readonly string[]): Mistake[] {
  return samples.length > 0
    ? sampleMistakes(pattern, samples, ['samples'])
    : [{ path: ['samples'], message: 'must have a line that is written like that, got []; copy one of a log' }];
}

/** A format by a regular expression as the plugin reads it. */
export function regexpParams({ regexp }: RegexpFormat): FormatSection {
  return { format: 'pattern', pattern: rubyPattern(regexp) };
}
