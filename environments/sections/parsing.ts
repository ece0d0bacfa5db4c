import type { LineFormat, Parse } from '../../constructs';
import { NAMED_FORMATS } from '../../constructs/fluentd';
import { choice, list, section, shaped, words } from '../values';

const FORMATS = `${NAMED_FORMATS.join(', ')}, or an object with csv`;

/** Lines of values. */
const csv = section({
  csv: section({
    /** Names of the fields, in the order of the values. */
    columns: list(words, 1),
    /** The character between values; a comma when left out. */
    separator: words.optional(),
    /** The character around a value that has the separator in it; a double quote when left out. */
    quote: words.optional(),
  }),
});

/** How lines are written. */
const format = shaped<LineFormat>(formatOf, `one of ${FORMATS}`, 'choose one of them');

/** How lines are written, or may be. */
export const parse = shaped<Parse>(
  (input) => (has(input, 'firstOf') ? section({ firstOf: list(format) }) : formatOf(input)),
  `one of ${FORMATS}, or an object with firstOf`,
  'choose one of them',
);

function formatOf(input: unknown) {
  if (has(input, 'csv')) return csv;
  return NAMED_FORMATS.some((name) => name === input) ? choice(NAMED_FORMATS) : undefined;
}

function has(input: unknown, key: string): boolean {
  return typeof input === 'object' && input !== null && key in input;
}
