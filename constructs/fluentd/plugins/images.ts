/** Gems with plugins that all official images of Fluentd for Kubernetes have (v1.19.3-1.1, templates/Gemfile.erb). */
const EVERYWHERE = [
  'fluent-plugin-concat',
  'fluent-plugin-detect-exceptions',
  'fluent-plugin-grok-parser',
  'fluent-plugin-json-in-json-2',
  'fluent-plugin-kubernetes_metadata_filter',
  'fluent-plugin-multi-format-parser',
  'fluent-plugin-parser-cri',
  'fluent-plugin-prometheus',
  'fluent-plugin-record-modifier',
  'fluent-plugin-rewrite-tag-filter',
  'fluent-plugin-systemd',
];

/**
 * Gems with plugins that an official image has besides, by its variant: `fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-<variant>-1.1`.
 *
 * @see https://github.com/fluent/fluentd-kubernetes-daemonset
 */
const BESIDES: Readonly<Record<string, readonly string[]>> = {
  azureblob: ['fluent-plugin-azure-storage-append-blob'],
  cloudwatch: ['fluent-plugin-cloudwatch-logs'],
  datadog: ['fluent-plugin-datadog'],
  elasticsearch7: ['fluent-plugin-dedot_filter', 'fluent-plugin-elasticsearch'],
  elasticsearch8: ['fluent-plugin-dedot_filter', 'fluent-plugin-elasticsearch'],
  elasticsearch9: ['fluent-plugin-dedot_filter', 'fluent-plugin-elasticsearch'],
  forward: [],
  gcs: ['fluent-plugin-gcs'],
  graylog: ['fluent-plugin-gelf-hs'],
  kafka: ['fluent-plugin-kafka'],
  kafka2: ['fluent-plugin-kafka'],
  kinesis: ['fluent-plugin-kinesis'],
  loggly: ['fluent-plugin-loggly'],
  logzio: ['fluent-plugin-logzio'],
  opensearch: ['fluent-plugin-opensearch'],
  papertrail: ['fluent-plugin-papertrail'],
  s3: ['fluent-plugin-s3'],
  syslog: ['fluent-plugin-remote_syslog'],
};

/** Variants of the official image. */
export const IMAGE_VARIANTS: readonly string[] = Object.keys(BESIDES);

/** Gems with plugins that the official image of a variant has; undefined of one that is not known. */
export function officialGems(variant = 'elasticsearch9'): readonly string[] | undefined {
  const besides = Object.hasOwn(BESIDES, variant) ? BESIDES[variant] : undefined;
  return besides && [...EVERYWHERE, ...besides].sort();
}

/** The variant of an official image by its name. */
export function variantOf(image: string): string | undefined {
  return /(?:^|\/)fluentd-kubernetes-daemonset:[^@]*?-debian-([a-z0-9]+)/.exec(image)?.[1];
}
