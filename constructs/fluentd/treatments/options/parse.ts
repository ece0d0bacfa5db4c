import type { Mistake } from '../../../core';
import { formatMistakes, formatParams } from '../formats';
import type { LineFormat } from '../formats/format';
import type { Option } from '../option';

/** How lines are written, or may be. */
export type Parse =
  | LineFormat
  | {
      /** Formats of which the first reads a line that can. */
      readonly firstOf: readonly LineFormat[];
    };

/** Reads the fields of lines. */
export const PARSE: Option<Parse> = {
  mistakes: (parse) =>
    hasAlternatives(parse)
      ? [...alternativeMistakes(parse.firstOf), ...parse.firstOf.flatMap(at)]
      : formatMistakes(parse),
  params: (parse) => ({ parser: (hasAlternatives(parse) ? parse.firstOf : [parse]).map(formatParams) }),
};

function hasAlternatives(parse: Parse): parse is Exclude<Parse, LineFormat> {
  return typeof parse === 'object' && 'firstOf' in parse;
}

function alternativeMistakes(formats: readonly LineFormat[]): Mistake[] {
  return formats.length > 1
    ? []
    : [
        {
          path: ['firstOf'],
          message: `must have at least 2 formats, got ${formats.length}; add one, or write a format without firstOf`,
        },
      ];
}

function at(format: LineFormat, index: number, formats: readonly LineFormat[]): Mistake[] {
  const before = formats.indexOf(format);
  if (before < index) {
    return [
      {
        path: ['firstOf', index],
        message: `must be another format than before it, got ${JSON.stringify(format)} as at [${before}]; remove one`,
      },
    ];
  }
  return formatMistakes(format).map(({ path, message }) => ({ path: ['firstOf', index, ...path], message }));
}
