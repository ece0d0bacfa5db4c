/**
 * A directive of Fluentd's configuration file: `<source>`, `<match pattern>`, `<buffer keys>` and so on.
 *
 * `@include` is one too, with the file as its argument and nothing in it. It is written behind the parameters of the
 * directive that holds it; Fluentd lets the later one win where both set the same parameter.
 *
 * @see https://docs.fluentd.org/configuration/config-file
 */
export interface Directive {
  /** Name of the element, e.g. `source`, or `@include`. */
  readonly name: string;

  /**
   * What stands behind the name: the pattern of a `match`, the keys of a `buffer`, the name of a `label`.
   *
   * @default - nothing
   */
  readonly argument?: Text;

  /**
   * Why the directive is there, for readers of the file.
   *
   * @default - no comment
   */
  readonly comment?: string;

  /**
   * Parameters in the order in which they are written.
   *
   * @default - no parameters
   */
  readonly params?: Readonly<Record<string, ParamValue>>;

  /**
   * Elements inside this one.
   *
   * @default - no elements
   */
  readonly children?: readonly Directive[];
}

/** Value of a parameter. A string means itself: nothing in it is ever evaluated by Fluentd. */
export type ParamValue = Text | number | boolean | readonly string[];

/** Text, or what Fluentd turns into text when it starts. */
export type Text = string | EnvVariable | Evaluated;

/** A value that Fluentd takes from its environment when it starts. */
export interface EnvVariable {
  /** Name of the environment variable. */
  readonly env: string;

  /**
   * Whether the variable holds base64, and the parameter gets what that encodes.
   *
   * @default false
   */
  readonly base64?: boolean;
}

/**
 * Text with Ruby code in it, which Fluentd evaluates when it starts, e.g. `"#{ENV['HOST'] || 'localhost'}:9200"`. It is in
 * files that people wrote; an environment variable alone is an `EnvVariable`.
 */
export interface Evaluated {
  /** Text and code in their order. */
  readonly evaluated: readonly (string | RubyCode)[];
}

/** Ruby code, as it stands between `#{` and `}`. */
export interface RubyCode {
  readonly ruby: string;
}

/** A directive that was read from a file, with the places where things stand. Its values are text. */
export interface ParsedDirective extends Directive {
  readonly params: Readonly<Record<string, Text>>;
  readonly children: readonly ParsedDirective[];

  /**
   * File in which it stands.
   *
   * @default - the file that was read
   */
  readonly file?: string;

  /** Line of its opening tag, from 1. */
  readonly line: number;

  /** Line of its closing tag. */
  readonly lastLine: number;

  /** Line of each parameter. */
  readonly paramLines: Readonly<Record<string, number>>;
}

/** Parameters with `@` that Fluentd knows; it refuses others in the directives of {@link STRICT}. */
export const RESERVED_PARAMS: readonly string[] = ['@type', '@id', '@label', '@log_level'];

/** Directives in which Fluentd refuses unknown parameters with `@`. */
export const STRICT: readonly string[] = ['match', 'source', 'filter', 'system'];

/** Name of a label, e.g. `@LOGS`. */
export type Label = `@${string}`;
