/** A difference inside of an object. */
export interface FieldChange {
  /** Where it is, for people: list elements by their merge keys, e.g. `spec.template.spec.containers[fluentd].image`. */
  readonly path: string;

  /** Where it is, for rules: the kind in front, list elements left out, e.g. `DaemonSet.spec.template.spec.containers.image`. */
  readonly field: string;

  /** The value before; undefined if there was none. */
  readonly before: unknown;

  /** The value after; undefined if there is none. */
  readonly after: unknown;

  /**
   * What is special about the difference: `order` if only the order of a list differs, `text` if `hunks` show it, `spelling`
   * if the server does not see it, because one side writes out what the server fills in.
   */
  readonly form: 'value' | 'order' | 'text' | 'spelling';

  /** Changed lines of a text with what surrounds them; empty for other values. */
  readonly hunks: readonly Hunk[];
}

/** Changed lines of a text that are close together. */
export interface Hunk {
  /** Where in the text they are: the enclosing directives of Fluentd, or nothing. */
  readonly section: string;

  /** Line in the text after, from 1. */
  readonly line: number;

  /** Lines with ` `, `-` or `+` in front. */
  readonly lines: readonly string[];
}
