// Made from codegen/fluentd/schemas by `npm run generate`; do not edit.

import type { Any, Bool, Enum, List, Plugin, Text, Typed } from './values';

/** What every formatter takes. */
export interface CommonFormatter extends Plugin {
  /** @default 'string' */
  readonly time_type?: Enum<'string' | 'unixtime' | 'float' | 'mixed'>;

  readonly time_format?: Text;

  /** @default true */
  readonly localtime?: Bool;

  /** @default false */
  readonly utc?: Bool;

  readonly timezone?: Text;

  /** @default [] */
  readonly time_format_fallbacks?: List;
}

/** Parameters of the formatter `csv`. */
export interface CsvFormatter extends CommonFormatter {
  /** @default ',' */
  readonly delimiter?: Any;

  /** @default true */
  readonly force_quotes?: Bool;

  readonly fields: List;

  /** @default true */
  readonly add_newline?: Bool;
}

/** Parameters of the formatter `hash`. */
export interface HashFormatter extends CommonFormatter {
  /** @default 'lf' */
  readonly newline?: Enum<'lf' | 'crlf'>;

  /** @default true */
  readonly add_newline?: Bool;
}

/** Parameters of the formatter `json`. */
export interface JsonFormatter extends CommonFormatter {
  /** @default 'lf' */
  readonly newline?: Enum<'lf' | 'crlf'>;

  /** @default 'oj' */
  readonly json_parser?: Text;

  /** @default true */
  readonly add_newline?: Bool;
}

/** Parameters of the formatter `ltsv`. */
export interface LtsvFormatter extends CommonFormatter {
  /** @default 'lf' */
  readonly newline?: Enum<'lf' | 'crlf'>;

  /** @default '\t' */
  readonly delimiter?: Text;

  /** @default ':' */
  readonly label_delimiter?: Text;

  /** @default ' ' */
  readonly replacement?: Text;

  /** @default true */
  readonly add_newline?: Bool;
}

/** Parameters of the formatter `msgpack`. */
export interface MsgpackFormatter extends CommonFormatter {}

/** Parameters of the formatter `out_file`. */
export interface OutFileFormatter extends CommonFormatter {
  /** @default 'lf' */
  readonly newline?: Enum<'lf' | 'crlf'>;

  /** @default true */
  readonly output_time?: Bool;

  /** @default true */
  readonly output_tag?: Bool;

  /** @default '\t' */
  readonly delimiter?: Any;
}

/** Parameters of the formatter `single_value`. */
export interface SingleValueFormatter extends CommonFormatter {
  /** @default 'lf' */
  readonly newline?: Enum<'lf' | 'crlf'>;

  /** @default 'message' */
  readonly message_key?: Text;

  /** @default true */
  readonly add_newline?: Bool;
}

/** Parameters of the formatter `stdout`. */
export interface StdoutFormatter extends CommonFormatter {
  /** @default 'json' */
  readonly output_type?: Text;
}

/** Parameters of the formatter `tsv`. */
export interface TsvFormatter extends CommonFormatter {
  /** @default 'lf' */
  readonly newline?: Enum<'lf' | 'crlf'>;

  /** Field names included in each lines */
  readonly keys: List;

  /** The delimiter character (or string) of TSV values @default '\t' */
  readonly delimiter?: Text;

  /** The parameter to enable writing to new lines @default true */
  readonly add_newline?: Bool;
}

/** Parameters of every formatter, by type. */
export interface Formatters {
  readonly csv: CsvFormatter;
  readonly hash: HashFormatter;
  readonly json: JsonFormatter;
  readonly ltsv: LtsvFormatter;
  readonly msgpack: MsgpackFormatter;
  readonly out_file: OutFileFormatter;
  readonly single_value: SingleValueFormatter;
  readonly stdout: StdoutFormatter;
  readonly tsv: TsvFormatter;
}

/** What `<format>` takes whatever its type. */
export interface FormatSection {
  /** Stands behind the name of the section. @default '' */
  readonly usage?: string;
}

/** Section `<format>`, with any formatter. */
export type Format = FormatSection & Typed<Formatters>;
