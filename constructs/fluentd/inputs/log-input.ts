import type { ForwardInput } from './network/forward';
import type { HttpInput } from './network/http';
import type { SyslogInput } from './network/syslog';
import type { AuditInput } from './node/audit';
import type { FilesInput } from './node/files';
import type { JournaldInput } from './node/journald';
import type { SampleInput } from './node/sample';
import type { EventsInput } from './services/events';
import type { KafkaInput } from './services/kafka';
import type { SqlInput } from './services/sql';

/**
 * Where logs come from that are not those of containers: one kind of place, with its options. Its events go the way of all
 * logs, to one route and through one treatment.
 */
export interface LogInput {
  /** Name, for readers, as a label of the metrics and as `event.dataset` of its logs; a DNS label (a-z, 0-9 and -). */
  readonly name: string;

  /** Name of the route of its logs. A route that is only for inputs has `namespaces: []`. */
  readonly route: string;

  /**
   * Name of the treatment of its logs. A treatment without `select` that an input names is for inputs alone, not for
   * containers.
   *
   * @default - none
   */
  readonly treatment?: string;

  /**
   * The journal of systemd on every node.
   *
   * @default - it is another kind
   */
  readonly journald?: JournaldInput;

  /**
   * Log files of every node.
   *
   * @default - it is another kind
   */
  readonly files?: FilesInput;

  /**
   * The audit log of Kubernetes, on control-plane nodes.
   *
   * @default - it is another kind
   */
  readonly audit?: AuditInput;

  /**
   * Messages of syslog from devices and hosts.
   *
   * @default - it is another kind
   */
  readonly syslog?: SyslogInput;

  /**
   * Records of Fluent Bit and of other Fluentds, by their own protocol.
   *
   * @default - it is another kind
   */
  readonly forward?: ForwardInput;

  /**
   * Events over HTTPS, as JSON.
   *
   * @default - it is another kind
   */
  readonly http?: HttpInput;

  /**
   * Messages of topics of Kafka.
   *
   * @default - it is another kind
   */
  readonly kafka?: KafkaInput;

  /**
   * Events of the cluster.
   *
   * @default - it is another kind
   */
  readonly events?: EventsInput;

  /**
   * Rows that are added to a table of PostgreSQL or MySQL.
   *
   * @default - it is another kind
   */
  readonly sql?: SqlInput;

  /**
   * Events that are made up, for tests.
   *
   * @default - it is another kind
   */
  readonly sample?: SampleInput;
}

/** Kinds of places where logs come from. */
export type InputKindName = Exclude<keyof LogInput, 'name' | 'route' | 'treatment'>;
