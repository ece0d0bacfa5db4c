import type { Mistake } from '../../../core';
import { fieldMistakes } from '../field';
import type { Option } from '../option';

/** Where a line says its time. */
export interface WrittenTime {
  /** Name of the field, as in Elasticsearch, e.g. `json.time`. */
  readonly field: string;

  /**
   * How the time is written: `iso8601`, also with a space for the T, a comma before the fraction or without a zone; `unix` in
   * seconds and `unix_ms` in milliseconds since 1970; or a format of strptime, e.g. `%d/%b/%Y:%H:%M:%S %z`. Without a year it is
   * the one that brings it nearest to the time at which the runtime got the line.
   *
   * @default 'iso8601'
   */
  readonly format?: string;

  /**
   * Zone of times that say none: a name of the time zone database, e.g. `Europe/Berlin`, or an offset, e.g. `+02:00`.
   *
   * @default 'UTC'
   */
  readonly zone?: string;
}

/** Formats that have a name. */
const UNIX: readonly string[] = ['unix', 'unix_ms'];
const NAMED: readonly string[] = ['iso8601', ...UNIX];

/** Directives of strptime, by what they say of a time. */
const DAY = /%[deFD]/;
const MONTH = /%[mbBhFD]/;
const HOUR = /%[HIklTR]/;
const WHOLE = /%s/;
const KNOWN = new Set([...'YymbBhdeHIklpPMSLNzZaATFDRs%']);

/** What the time of another language is called in Ruby. */
const OTHERS: Readonly<Record<string, string>> = { f: '%N', i: '%M', v: '%L', Q: 'the format unix_ms', E: '%N' };

const OFFSET = /^[+-](0\d|1[0-4]):[0-5]\d$/;

/** Takes the time from a field. */
export const TIME: Option<WrittenTime> = {
  mistakes: ({ field, format = 'iso8601', zone }) => [
    ...fieldMistakes(field, ['field']),
    ...(NAMED.includes(format) ? [] : formatMistakes(format)),
    ...(zone === undefined ? [] : zoneMistakes(zone, format)),
  ],
  params: ({ field, format, zone }) => ({ time: { field, format, zone } }),
};

function formatMistakes(format: string): Mistake[] {
  const path = ['format'];
  if (!format.includes('%')) {
    return [
      {
        path,
        message: `must be ${NAMED.join(', ')} or a format of strptime, got ${JSON.stringify(format)}; write for example %d/%b/%Y:%H:%M:%S %z`,
      },
    ];
  }
  const unknown = [...format.matchAll(/%(.?)/gs)]
    .map(([, letter = '']) => letter)
    .filter((letter) => !KNOWN.has(letter));
  if (unknown.length > 0) {
    return unknown.map((letter) => ({
      path,
      message: `must have no directives but %${[...KNOWN].join(', %')}, got %${letter}; ${OTHERS[letter] ? `write ${OTHERS[letter]}` : 'leave it out'}`,
    }));
  }
  return WHOLE.test(format) || [DAY, MONTH, HOUR].every((part) => part.test(format))
    ? []
    : [
        {
          path,
          message: `must say month, day and hour, got ${JSON.stringify(format)}; take a field that has them, or leave out the time`,
        },
      ];
}

function zoneMistakes(zone: string, format: string): Mistake[] {
  const path = ['zone'];
  if (UNIX.includes(format)) {
    return [
      { path, message: `must not be given with ${format}, which has none, got ${JSON.stringify(zone)}; remove it` },
    ];
  }
  return OFFSET.test(zone) || isZone(zone)
    ? []
    : [
        {
          path,
          message: `must be a name of the time zone database or an offset, got ${JSON.stringify(zone)}; write for example Europe/Berlin or +02:00`,
        },
      ];
}

/** Names have their letters as the database has them; JavaScript would take others. */
function isZone(name: string): boolean {
  if (!/^[A-Z]/.test(name)) return false;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return timeZone === name || timeZone.toLowerCase() !== name.toLowerCase();
  } catch {
    return false;
  }
}
