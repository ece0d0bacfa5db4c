import { type ElasticsearchDestination, elasticsearch } from './elasticsearch';
import { type FileDestination, file } from './file';
import { type HttpDestination, http } from './http';
import type { OutputKind } from './kind';
import { type StdoutDestination, stdout } from './stdout';

/** Every kind of output, with what it is told. */
export interface OutputKinds {
  /** A further Elasticsearch. */
  readonly elasticsearch: ElasticsearchDestination;

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
  http,
  file,
  stdout,
};

/** Names of all kinds. */
export const OUTPUT_KIND_NAMES = Object.keys(OUTPUT_KINDS) as OutputKindName[];
