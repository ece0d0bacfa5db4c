import type { z } from 'zod';

import type { InputKindName, LogInput } from '../../../constructs/fluentd';
import { routeName, section, words } from '../../values';
import { audit } from './audit';
import { events } from './events';
import { files } from './files';
import { forward } from './forward';
import { http } from './http';
import { journald } from './journald';
import { kafka } from './kafka';
import { sample } from './sample';
import { sql } from './sql';
import { syslog } from './syslog';

/** Kinds of places where logs come from, of which an input has one. */
const kinds = {
  /** The journal of systemd on every node. */
  journald: journald.optional(),
  /** Log files of every node. */
  files: files.optional(),
  /** The audit log of Kubernetes, on control-plane nodes. */
  audit: audit.optional(),
  /** Messages of syslog from devices and hosts. */
  syslog: syslog.optional(),
  /** Records of Fluent Bit and of other Fluentds, by their own protocol. */
  forward: forward.optional(),
  /** Events over HTTPS, as JSON. */
  http: http.optional(),
  /** Messages of topics of Kafka. */
  kafka: kafka.optional(),
  /** Events of the cluster. */
  events: events.optional(),
  /** Rows that are added to a table of PostgreSQL. */
  sql: sql.optional(),
  /** Events that are made up, for tests. */
  sample: sample.optional(),
} satisfies { readonly [Kind in InputKindName]: z.ZodType<LogInput[Kind]> };

/** Where logs come from that are not those of containers. */
export const logInput = section({
  /** Name, for readers, as a label of the metrics and as `event.dataset` of its logs. */
  name: words,
  /** Name of the route of its logs; one that is for inputs alone has `namespaces: []`. */
  route: routeName,
  /** Name of the treatment of its logs; none when left out. One without `select` is then for inputs alone. */
  treatment: words.optional(),
  ...kinds,
});
