import type { Mistake } from '../../core';
import type { Directive, Label } from '../conf';
import type { Footprint } from '../footprint';
import type { Installation } from '../installation';

/** Which Fluentd an input runs on: those on every node, or those that all nodes send to. */
export type Tier = 'node' | 'aggregator';

/** A port that an input listens on. */
export interface InputPort {
  /** Number of the port. */
  readonly port: number;

  /** Protocol of the port. */
  readonly protocol: 'TCP' | 'UDP';

  /** Where it is said, below the options of the kind. */
  readonly path: Mistake['path'];
}

/** What an input knows of its surroundings. */
export interface InputContext {
  /** Name of the input, and tag of its events until they enter the way of all logs. */
  readonly name: string;

  /** `@id` of its source; what else has one begins with it. */
  readonly id: string;

  /** Label to which its sources send events. */
  readonly label: Label;

  /** Folder of what must outlive the pod, such as positions: nothing else is in it. */
  readonly state: string;

  /** Fluentd itself. */
  readonly own: Installation;
}

/** What an input is in the configuration. */
export interface InputParts {
  /** Sources that send their events to the label of the context. */
  readonly sources: readonly Directive[];

  /**
   * Filters in that label, before the events are completed.
   *
   * @default - none
   */
  readonly filters?: readonly Directive[];

  /**
   * Fields of records that the sources or filters make, and no content can choose; all others go below `json`.
   *
   * @default - `@timestamp`, `message` and `_id` alone
   */
  readonly fields?: readonly string[];

  /**
   * Field with the path of the file that an event stands in, which becomes `log.file.path`.
   *
   * @default - none
   */
  readonly pathField?: string;

  /**
   * Whether events are of the node that they are read on, and get its name as `kubernetes.host`.
   *
   * @default false
   */
  readonly ofNode?: boolean;

  /**
   * Fields that no two events have alike, so that one that is read again is stored once.
   *
   * @default - that of `_id`, or one that is made when the event is taken
   */
  readonly identity?: readonly string[];
}

/** A kind of place where logs come from, whose options are `T`. A new kind is a new file and an entry in the table. */
export interface InputKind<T> {
  /** Where it can run. */
  readonly tiers: readonly Tier[];

  /**
   * Gem that it needs of the image, which its options may decide.
   *
   * @default - none but Fluentd
   */
  readonly gem?: string | ((options: T) => string);

  /**
   * Whether it must run once: several pods would read the same.
   *
   * @default false
   */
  readonly once?: boolean;

  /**
   * Whether it joins lines as its treatment says.
   *
   * @default false
   */
  readonly joinsLines?: boolean;

  /** What is wrong with the options. Without mistakes the rest holds. */
  mistakes(options: T): Mistake[];

  /** Ports on which it listens; none, if it does not say. */
  ports?(options: T): readonly InputPort[];

  /** What it needs of the pod. */
  footprint(options: T, context: InputContext): Footprint;

  /** What it is in the configuration. */
  parts(options: T, context: InputContext): InputParts;
}
