/** Versions of Elasticsearch and Kibana that are supported; the first is the default, the second the older line. */
export const STACK_VERSIONS = ['9.5.0', '8.19.8'] as const;

/** A supported version of Elasticsearch and Kibana, which always run at the same version. */
export type StackVersion = (typeof STACK_VERSIONS)[number];

/** The version that is deployed when none is chosen. */
export const DEFAULT_STACK_VERSION: StackVersion = '9.5.0';

/** The images of one version of the stack, as `name:tag` without a registry prefix for Docker Hub. */
export interface StackImages {
  /** Elasticsearch; its uid and gid are 1000. */
  readonly elasticsearch: string;

  /** Kibana; its uid and gid are 1000. */
  readonly kibana: string;

  /**
   * Fluentd with the Elasticsearch client of the same major version: a client of major 9 is refused by a server of
   * major 8, because it asks for `compatible-with=9` media types (uken/fluent-plugin-elasticsearch#1075).
   */
  readonly fluentd: string;
}

/** The one table of images; every compatibility check derives from it. */
export const IMAGES: Readonly<Record<StackVersion, StackImages>> = {
  '9.5.0': {
    elasticsearch: 'docker.elastic.co/elasticsearch/elasticsearch:9.5.0',
    kibana: 'docker.elastic.co/kibana/kibana:9.5.0',
    fluentd: 'fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-elasticsearch9-1.1',
  },
  '8.19.8': {
    elasticsearch: 'docker.elastic.co/elasticsearch/elasticsearch:8.19.8',
    kibana: 'docker.elastic.co/kibana/kibana:8.19.8',
    fluentd: 'fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-elasticsearch8-1.1',
  },
};

/**
 * Node.js for the programs of jobs, the official image; its user `node` has uid and gid 1000. The Node.js inside the image
 * of Kibana would do too, but its path changes from release to release and the image is many times as large.
 */
export const NODE_IMAGE = 'node:24.11.1-bookworm-slim';

/**
 * What tells Prometheus of the state of Elasticsearch; its user `nobody` has uid and gid 65534.
 *
 * @see https://github.com/prometheus-community/elasticsearch_exporter/releases/tag/v1.11.0
 */
export const ELASTICSEARCH_EXPORTER_IMAGE = 'quay.io/prometheuscommunity/elasticsearch-exporter:v1.11.0';

/** Major version of `version`, e.g. `9` for `9.5.0`. */
export function majorVersion(version: StackVersion): number {
  return Number.parseInt(version, 10);
}
