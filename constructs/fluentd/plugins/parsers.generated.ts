// Made from codegen/fluentd/schemas by `npm run generate`; do not edit.

import type {
  Bool,
  Commented,
  Enum,
  Hash,
  Integer,
  List,
  OneOrMore,
  Plugin,
  Regexp,
  Text,
  Time,
  Typed,
} from './values';

/** What every parser takes. */
export interface CommonParser extends Plugin {
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

  readonly types?: Hash<string>;

  readonly time_key?: Text;

  readonly null_value_pattern?: Regexp;

  /** @default false */
  readonly null_empty_string?: Bool;

  /** @default true */
  readonly estimate_current_event?: Bool;

  /** @default false */
  readonly keep_time_key?: Bool;

  readonly timeout?: Time;
}

/** Parameters of the parser `apache`. */
export interface ApacheParser extends Omit<RegexpParser, 'expression'> {
  /** @default '%d/%b/%Y:%H:%M:%S %z' */
  readonly time_format?: Text;

  /**
   * Regular expression for matching logs
   *
   * @default '/^(?<host>[^ ]*) [^ ]* (?<user>[^ ]*) \[(?<time>[^\]]*)\] "(?<method>\S+)(?: +(?<path>[^ ]*) +\S*)?" (?<code>[^ ]*) (?<size>[^ ]*)(?: "(?<referer>[^\"]*)" "(?<agent>[^\"]*)")?$/'
   */
  readonly expression?: Regexp;
}

/** Parameters of the parser `apache2`. */
export interface Apache2Parser extends CommonParser {}

/** Parameters of the parser `apache_error`. */
export interface ApacheErrorParser extends Omit<RegexpParser, 'expression'> {
  /**
   * Regular expression for matching logs
   *
   * @default '/^\[[^ ]* (?<time>[^\]]*)\] \[(?<level>[^\]]*)\](?: \[pid (?<pid>[^\]]*)\])?( \[client (?<client>[^\]]*)\])? (?<message>.*)$/'
   */
  readonly expression?: Regexp;
}

/** Section `<parse>`. */
export interface CriParse extends Commented {}

/** Parameters of the parser `cri`, of fluent-plugin-parser-cri. */
export interface CriParser extends CommonParser {
  /** @default '%Y-%m-%dT%H:%M:%S.%L%z' */
  readonly time_format?: Text;

  /** @default 'time' */
  readonly time_key?: Text;

  /** @default true */
  readonly keep_time_key?: Bool;

  /** Merge stream/logtag fields into parsed result @default true */
  readonly merge_cri_fields?: Bool;

  /** Section `<parse>`. */
  readonly parse?: CriParse;
}

/** Parameters of the parser `csv`. */
export interface CsvParser extends CommonParser {
  /** Names of fields included in each lines */
  readonly keys: List;

  /** The delimiter character (or string) of CSV values @default ',' */
  readonly delimiter?: Text;

  /** The parser type used to parse CSV line @default 'normal' */
  readonly parser_engine?: Enum<'normal' | 'fast'>;
}

/** Section `<grok>`. */
export interface GrokGrok extends Commented {
  /** The name of this grok section */
  readonly name?: Text;

  /** The pattern of grok */
  readonly pattern: Text;

  /** If true, keep time field in the record. @default false */
  readonly keep_time_key?: Bool;

  /** Specify time field for event time. If the event doesn't have this field, current time is used. @default 'time' */
  readonly time_key?: Text;

  /** Process value using specified format. This is available only when time_type is string */
  readonly time_format?: Text;

  /** Use specified timezone. one can parse/format the time value in the specified timezone. */
  readonly timezone?: Text;
}

/** Parameters of the parser `grok`, of fluent-plugin-grok-parser. */
export interface GrokParser extends CommonParser {
  /** The format of the time field. */
  readonly time_format?: Text;

  /** The pattern of grok */
  readonly grok_pattern?: Text;

  /** Path to the file that includes custom grok patterns */
  readonly custom_pattern_path?: Text;

  /** The key has grok failure reason */
  readonly grok_failure_key?: Text;

  /** The key name to store grok section's name */
  readonly grok_name_key?: Text;

  /** Section `<grok>`. */
  readonly grok?: OneOrMore<GrokGrok>;
}

/** Parameters of the parser `in_http`. */
export interface InHttpParser extends CommonParser {
  /** @default 'time' */
  readonly time_key?: Text;
}

/** Parameters of the parser `json`. */
export interface JsonParser extends CommonParser {
  /** @default 'float' */
  readonly time_type?: Enum<'string' | 'unixtime' | 'float' | 'mixed'>;

  /** @default 'time' */
  readonly time_key?: Text;

  /** Set JSON parser @default 'oj' */
  readonly json_parser?: Enum<'oj' | 'yajl' | 'json'>;

  /** Set the buffer size that Yajl will use when parsing streaming input @default 8192 */
  readonly stream_buffer_size?: Integer;
}

/** Parameters of the parser `json_in_json`, of fluent-plugin-json-in-json-2. */
export interface JsonInJsonParser extends CommonParser {
  /** @default 'float' */
  readonly time_type?: Enum<'string' | 'unixtime' | 'float' | 'mixed'>;

  /** @default 'time' */
  readonly time_key?: Text;
}

/** Parameters of the parser `ltsv`. */
export interface LtsvParser extends CommonParser {
  /** @default 'time' */
  readonly time_key?: Text;

  /** The delimiter character (or string) of TSV values @default '\t' */
  readonly delimiter?: Text;

  /** The delimiter pattern of TSV values */
  readonly delimiter_pattern?: Regexp;

  /** The delimiter character between field name and value @default ':' */
  readonly label_delimiter?: Text;
}

/** Parameters of the parser `msgpack`. */
export interface MsgpackParser extends CommonParser {}

/** Parameters of the parser `multi_format`, of fluent-plugin-multi-format-parser. */
export interface MultiFormatParser extends CommonParser {
  /** Section `<pattern>`. */
  readonly pattern: OneOrMore<Pattern>;
}

/** Parameters of the parser `multiline`. */
export interface MultilineParser extends CommonParser {
  /** Specify regexp pattern for start line of multiple lines */
  readonly format_firstline?: Text;

  /** Enable an option returning line as unmatched_line */
  readonly unmatched_lines?: Text;
}

/** Parameters of the parser `multiline_grok`, of fluent-plugin-grok-parser. */
export interface MultilineGrokParser extends GrokParser {
  /** The regexp to match beginning of multiline */
  readonly multiline_start_regexp?: Text;
}

/** Parameters of the parser `nginx`. */
export interface NginxParser extends Omit<RegexpParser, 'expression'> {
  /** @default '%d/%b/%Y:%H:%M:%S %z' */
  readonly time_format?: Text;

  /**
   * Regular expression for matching logs
   *
   * @default '/^(?<remote>[^ ]*) (?<host>[^ ]*) (?<user>[^ ]*) \[(?<time>[^\]]*)\] "(?<method>\S+)(?: +(?<path>[^\"]*?)(?: +\S*)?)?" (?<code>[^ ]*) (?<size>[^ ]*)(?: "(?<referer>[^\"]*)" "(?<agent>[^\"]*)"(?:\s+\"?(?<http_x_forwarded_for>[^\"]*)\"?)?)?$/'
   */
  readonly expression?: Regexp;
}

/** Parameters of the parser `none`. */
export interface NoneParser extends CommonParser {
  /** Field name to contain logs @default 'message' */
  readonly message_key?: Text;
}

/** Parameters of the parser `regexp`. */
export interface RegexpParser extends CommonParser {
  /** @default 'time' */
  readonly time_key?: Text;

  /** Regular expression for matching logs */
  readonly expression: Regexp;
}

/** Parameters of the parser `syslog`. */
export interface SyslogParser extends CommonParser {
  /** @default '%b %d %H:%M:%S' */
  readonly time_format?: Text;

  /** If the incoming logs have priority prefix, e.g. <9>, set true @default false */
  readonly with_priority?: Bool;

  /** Specify protocol format @default 'rfc3164' */
  readonly message_format?: Enum<'rfc3164' | 'rfc5424' | 'auto'>;

  /** Specify time format for event time for rfc5424 protocol @default '%Y-%m-%dT%H:%M:%S.%L%z' */
  readonly rfc5424_time_format?: Text;

  /** The parser type used to parse syslog message @default 'regexp' */
  readonly parser_engine?: Enum<'regexp' | 'string'>;

  /** support colonless ident in string parser @default true */
  readonly support_colonless_ident?: Bool;
}

/** Parameters of the parser `tsv`. */
export interface TsvParser extends CommonParser {
  /** Names of fields included in each lines */
  readonly keys: List;

  /** The delimiter character (or string) of TSV values @default '\t' */
  readonly delimiter?: Text;
}

/** Parameters of every parser, by type. */
export interface Parsers {
  readonly apache: ApacheParser;
  readonly apache2: Apache2Parser;
  readonly apache_error: ApacheErrorParser;
  readonly cri: CriParser;
  readonly csv: CsvParser;
  readonly grok: GrokParser;
  readonly in_http: InHttpParser;
  readonly json: JsonParser;
  readonly json_in_json: JsonInJsonParser;
  readonly ltsv: LtsvParser;
  readonly msgpack: MsgpackParser;
  readonly multi_format: MultiFormatParser;
  readonly multiline: MultilineParser;
  readonly multiline_grok: MultilineGrokParser;
  readonly nginx: NginxParser;
  readonly none: NoneParser;
  readonly regexp: RegexpParser;
  readonly syslog: SyslogParser;
  readonly tsv: TsvParser;
}

/** What `<parse>` takes whatever its type. */
export interface ParseSection {
  /** Stands behind the name of the section. @default '' */
  readonly usage?: string;
}

/** Section `<parse>`, with any parser. */
export type Parse = ParseSection & Typed<Parsers>;

/** Section `<pattern>`, with any parser. */
export type Pattern = Typed<Parsers, 'format'>;
