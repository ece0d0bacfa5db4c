import type { Directive } from '../conf';
import type { Mistake } from './places';

/** A configuration, and what is known of where it runs. */
export interface Configuration {
  /** All of its directives. */
  readonly directives: readonly Directive[];

  /** Where it runs. */
  readonly surroundings: Surroundings;
}

/** What a configuration runs in. What is left out is not known, and nothing is said about it. */
export interface Surroundings {
  /**
   * Gems with plugins in its image, besides Fluentd itself; `unknown` for an image that nobody knows.
   *
   * @default - those of the official image for Elasticsearch
   */
  readonly gems?: readonly string[] | 'unknown';

  /**
   * Plugins of its image besides, by kind and type, e.g. `output s3`.
   *
   * @default - none
   */
  readonly plugins?: readonly string[];

  /**
   * Ids of outputs that are meant to lose their oldest logs when their buffer is full.
   *
   * @default - none
   */
  readonly mayLose?: readonly string[];

  /**
   * Volumes whose size is known.
   *
   * @default - none
   */
  readonly volumes?: readonly SizedVolume[];

  /**
   * Limit of the memory. In bytes.
   *
   * @default - not known
   */
  readonly memory?: number;

  /**
   * Time between SIGTERM and SIGKILL. In seconds.
   *
   * @default - not known
   */
  readonly gracePeriod?: number;

  /**
   * Major version of the client of Elasticsearch in its image.
   *
   * @default - not known
   */
  readonly clientMajor?: number;

  /**
   * Major version of Elasticsearch.
   *
   * @default - not known
   */
  readonly serverMajor?: number;

  /**
   * `http.max_content_length` of Elasticsearch. In bytes.
   *
   * @default - that of Elasticsearch, 100 MiB
   */
  readonly maxContentLength?: number;
}

/** A volume in the container of Fluentd. */
export interface SizedVolume {
  /** Its name. */
  readonly name: string;

  /** Where it is mounted. */
  readonly mountPath: string;

  /** Its size. In bytes. */
  readonly size: number;
}

/** `error` if Fluentd does not start or logs are lost; `warning` if something has no effect or is not seen. */
export type Severity = 'error' | 'warning';

/** A rule for a whole configuration. It never throws, whatever was parsed. */
export interface ConfigurationRule {
  /** Name by which people call the rule, in kebab-case. */
  readonly name: string;

  /** How bad it is to break it. */
  readonly severity: Severity;

  /** Why the rule exists, in one sentence. */
  readonly reason: string;

  /** Every mistake, in the order of the file. */
  readonly check: (configuration: Configuration) => readonly Mistake[];
}
