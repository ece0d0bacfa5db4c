import type { DropRule } from './options/drop';
import type { Fields } from './options/fields';
import type { LevelOptions } from './options/level';
import type { MaxMessage } from './options/max-message';
import type { Multiline } from './options/multiline';
import type { Parse } from './options/parse';
import type { RateLimit } from './options/rate-limit';
import type { Redaction } from './options/redact';
import type { Sample } from './options/sample';
import type { WrittenTime } from './options/time';
import type { Selection } from './selection';

/**
 * What is done to the logs of some containers, before they are fitted and stored. Of several treatments a container has the
 * first that selects it, and no other.
 *
 * Options take effect in the order in which they are declared here, whatever the order in which they are written.
 */
export interface Treatment {
  /** Name, for readers and as a label of the metrics: a DNS label (a-z, 0-9 and -, at most 63 characters). */
  readonly name: string;

  /**
   * The containers that have the treatment.
   *
   * @default - all
   */
  readonly select?: Selection;

  /**
   * Containers that do not have it although `select` means them.
   *
   * @default - none
   */
  readonly except?: Selection;

  /**
   * Which lines are one event. The bounds of an event hold whatever it is (`limits` of Fluentd).
   *
   * @default - those of a trace, in any language that is known
   */
  readonly multiline?: Multiline;

  /**
   * How many lines each container may write; more are dropped and counted, and the next line that is stored says how many.
   *
   * @default - any number
   */
  readonly rateLimit?: RateLimit;

  /**
   * How lines are written, to read their fields. They come to the fields of the Elastic Common Schema if they are among them,
   * else below `json`; `message` has the line as it is. A line that is not written like that is text, and is counted by
   * `fluentd_treatments_parse_failures_total`.
   *
   * @default - JSON is read, other lines are text
   */
  readonly parse?: Parse;

  /**
   * Where the level of lines comes from, beyond where programs usually write it.
   *
   * @default - from the usual fields
   */
  readonly level?: LevelOptions;

  /**
   * Where the line says its time. Where it says none, or one that cannot be its own, which
   * `fluentd_treatments_time_failures_total` counts, it has the time at which the runtime got it.
   *
   * @default - the time at which the runtime got it, or with the format `ecs` that of `@timestamp` in the line
   */
  readonly time?: WrittenTime;

  /**
   * Lines that are not stored, by their fields. Each is counted.
   *
   * @default - none
   */
  readonly drop?: readonly DropRule[];

  /**
   * The share of the lines that is stored; the others are counted.
   *
   * @default - all
   */
  readonly sample?: Sample;

  /**
   * Fields that are renamed, kept, removed or added.
   *
   * @default - all stay as they are
   */
  readonly fields?: Fields;

  /**
   * What must not be stored, in the message, in all keys and values of its fields, numbers too. What cannot be redacted is
   * withheld: its content is replaced, marked and counted.
   *
   * @default - nothing
   */
  readonly redact?: readonly Redaction[];

  /**
   * How large messages may be.
   *
   * @default - as large as events are
   */
  readonly maxMessage?: MaxMessage;
}
