/** What a client needs to know of an Elasticsearch cluster to reach it; how components meet without importing each other. */
export interface ElasticsearchEndpoint {
  /** Base URL over TLS, without a path, e.g. `https://elasticsearch.logging.svc:9200`. */
  readonly url: string;

  /** Major version of the server; the client library must have the same. */
  readonly majorVersion: number;

  /**
   * Labels that a client's pods must carry, so that the network policies of the cluster let them in.
   *
   * @default - no labels; the cluster does not restrict its clients by label
   */
  readonly clientLabels?: Readonly<Record<string, string>>;
}
