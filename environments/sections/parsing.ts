import { z } from 'zod';

import type { LineFormat, Multiline, Parse } from '../../constructs';
import { ECS_LEVELS, LEVEL_NUMBERS, NAMED_FORMATS, TRACE_LANGUAGES } from '../../constructs/fluentd';
import { choice, flag, list, pattern, section, shaped, shown, words } from '../values';

const FORMATS = `${NAMED_FORMATS.join(', ')}, or an object with csv, regexp or grok`;

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

/** Lines that a format must match, copied from a log. */
const samples = list(words, 1);

const regexp = section({
  /** Its named groups are the fields. */
  regexp: pattern,
  samples,
});

const grok = section({
  /** Parts as %{IP:client.ip}, and regular expressions between them. */
  grok: words,
  samples,
});

/** The objects by the key that each has. */
const SHAPES = { csv, regexp, grok };

/** How lines are written. */
const format = shaped<LineFormat>(formatOf, `one of ${FORMATS}`, 'choose one of them');

/** How lines are written, or may be. */
export const parse = shaped<Parse>(
  (input) => (has(input, 'firstOf') ? section({ firstOf: list(format) }) : formatOf(input)),
  `one of ${FORMATS}, or an object with firstOf`,
  'choose one of them',
);

const language = choice(TRACE_LANGUAGES);

/** Events by their first line. */
const firstLine = section({
  /** Matches the first line of an event. */
  firstLine: pattern,
  samples,
});

/** Which lines are one event. */
export const multiline = shaped<Multiline>(
  (input) => {
    if (Array.isArray(input)) return list(language, 1);
    if (has(input, 'firstLine')) return firstLine;
    return [...TRACE_LANGUAGES, 'off'].some((name) => name === input) ? choice([...TRACE_LANGUAGES, 'off']) : undefined;
  },
  `off, one of ${TRACE_LANGUAGES.join(', ')}, a list of them, or an object with firstLine`,
  'choose one of them',
);

const levelWord = choice(ECS_LEVELS);

/** Where the level of a line comes from. */
export const level = section({
  /** Name of the field; the usual ones when left out. */
  field: words.optional(),
  /** Whose numbers levels are; those of pino when left out. */
  numbers: choice(LEVEL_NUMBERS).optional(),
  /** Levels by other words. */
  words: z
    .record(z.string(), levelWord, {
      error: ({ input }) => `must be an object of levels by word, got ${shown(input)}; write it as { loud: 'error' }`,
    })
    .optional(),
  /** Whether the level is looked for at the beginning of a line without fields; not when left out. */
  text: flag.optional(),
  /** Level of lines in which there is none. */
  default: levelWord.optional(),
});

/** Where a line says its time. */
export const time = section({
  /** Name of the field. */
  field: words,
  /** How it is written: iso8601, unix, unix_ms or a format of strptime; iso8601 when left out. */
  format: words.optional(),
  /** Zone of times that say none; UTC when left out. */
  zone: words.optional(),
});

function formatOf(input: unknown) {
  if (NAMED_FORMATS.some((name) => name === input)) return choice(NAMED_FORMATS);
  const key = (Object.keys(SHAPES) as (keyof typeof SHAPES)[]).find((name) => has(input, name));
  return key && SHAPES[key];
}

function has(input: unknown, key: string): boolean {
  return typeof input === 'object' && input !== null && key in input;
}
