import type { z } from 'zod';

import type { OutputKinds } from '../../../constructs/fluentd';
import { choice, memoryQuantity, section, words } from '../../values';
import { elasticsearch } from './elasticsearch';
import { file } from './file';
import { http } from './http';
import { kafka } from './kafka';
import { loki } from './loki';
import { s3 } from './s3';
import { stdout } from './stdout';

/** Every kind of output; the construct says what each must be. */
const kinds = {
  /** A further Elasticsearch. */
  elasticsearch: elasticsearch.optional(),
  /** Object storage that speaks S3. */
  s3: s3.optional(),
  /** A Kafka. */
  kafka: kafka.optional(),
  /** A Loki. */
  loki: loki.optional(),
  /** A server that takes events over HTTP. */
  http: http.optional(),
  /** Files on the node. */
  file: file.optional(),
  /** The collector's own log. */
  stdout: stdout.optional(),
} satisfies Record<keyof OutputKinds, z.ZodType>;

/** A place where logs go besides the Elasticsearch of the stack; it has exactly one kind. */
export const output = section({
  /** Its name, by which routes send logs to it. */
  name: words,
  ...kinds,
  /** Its part of the collector's buffer; every kind but `stdout` needs one. */
  bufferSize: memoryQuantity.optional(),
  /** What happens when its part is full: reading of its routes waits, or its oldest logs are lost; `wait` when left out. */
  whenFull: choice(['wait', 'dropOldest']).optional(),
});

/**
 * An output of an environment.
 *
 * @interface
 */
export type OutputInput = z.input<typeof output>;
