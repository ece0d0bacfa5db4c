import { type ElasticsearchDestination, elasticsearch } from './elasticsearch';
import { type FileDestination, file } from './file';
import { type HttpDestination, http } from './http';
import { type KafkaDestination, kafka } from './kafka';
import type { OutputKind } from './kind';
import { type LokiDestination, loki } from './loki';
import { s3 } from './s3';
import type { S3Destination } from './s3-destination';
import { type StdoutDestination, stdout } from './stdout';

/** Every kind of output, with what it is told. */
export interface OutputKinds {
  /** A further Elasticsearch. */
  readonly elasticsearch: ElasticsearchDestination;

  /** Object storage that speaks S3. */
  readonly s3: S3Destination;

  /** A Kafka. */
  readonly kafka: KafkaDestination;

  /** A Loki. */
  readonly loki: LokiDestination;

  /** A server that takes events over HTTP. */
  readonly http: HttpDestination;

  /** Files on the node. */
  readonly file: FileDestination;

  /** Fluentd's own log. */
  readonly stdout: StdoutDestination;
}

/** Name of a kind of output. */
export type OutputKindName = keyof OutputKinds;

/** What each kind is. */
export const OUTPUT_KINDS: { readonly [Name in OutputKindName]: OutputKind<OutputKinds[Name]> } = {
  elasticsearch,
  s3,
  kafka,
  loki,
  http,
  file,
  stdout,
};

/** Names of all kinds. */
export const OUTPUT_KIND_NAMES = Object.keys(OUTPUT_KINDS) as OutputKindName[];
