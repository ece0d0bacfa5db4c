import type { Mistake } from '../../../core';
import type { FormatSection } from '../option';

/** Lines of values with a separator between them. A line with more or fewer values than there are columns is text. */
export interface CsvFormat {
  /** The values of a line. */
  readonly csv: {
    /** Names of the fields, in the order of the values. */
    readonly columns: readonly string[];

    /**
     * The character between values.
     *
     * @default ','
     */
    readonly separator?: string;

    /**
     * The character around a value that has the separator in it; twice it stands for itself.
     *
     * @default '"'
     */
    readonly quote?: string;
  };
}

/** A name of a field, which is a key of JSON. */
const NAME = /^[^\p{Cc}]{1,256}$/u;

/** What is wrong with a format of columns. */
export function csvMistakes({ csv: { columns, separator = ',', quote = '"' } }: CsvFormat): Mistake[] {
  const path = ['csv', 'columns'];
  return [
    ...(columns.length > 0
      ? []
      : [{ path, message: 'must name the values of a line, got []; name one for each value' }]),
    ...columns.flatMap((name, index) => {
      if (!NAME.test(name)) {
        return [
          {
            path: [...path, index],
            message: `must be the name of a field (1 to 256 characters), got ${JSON.stringify(name)}; name it`,
          },
        ];
      }
      const before = columns.indexOf(name);
      return before < index
        ? [
            {
              path: [...path, index],
              message: `must be the only column of its name, got ${JSON.stringify(name)} as at [${before}]; rename one`,
            },
          ]
        : [];
    }),
    ...(['separator', 'quote'] as const).flatMap((key) => characterMistakes({ separator, quote }[key], ['csv', key])),
    ...(separator === quote
      ? [
          {
            path: ['csv', 'quote'],
            message: `must not be the separator, got ${JSON.stringify(quote)}; choose another character`,
          },
        ]
      : []),
  ];
}

function characterMistakes(character: string, path: readonly PropertyKey[]): Mistake[] {
  return /^[^\n\r]$/u.test(character)
    ? []
    : [{ path, message: `must be one character, got ${JSON.stringify(character)}; write one` }];
}

/** A format of columns as the plugin reads it. */
export function csvParams({ csv: { columns, separator, quote } }: CsvFormat): FormatSection {
  return { format: 'csv', columns: [...columns], separator, quote };
}
