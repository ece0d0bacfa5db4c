// Made from codegen/fluentd/schemas by `npm run generate`; do not edit.

import type { Directive } from '../conf';
import { filter } from './elements';
import type { Format } from './formatters.generated';
import type { Parse } from './parsers.generated';
import type { Inject } from './sections.generated';
import type {
  Any,
  Bool,
  Commented,
  Enum,
  Float,
  Hash,
  Integer,
  List,
  OneOrMore,
  Open,
  Plugin,
  Regexp,
  Size,
  Text,
  Time,
} from './values';

/** What every filter takes. */
export interface CommonFilter extends Plugin {
  /** Allows the user to set different levels of logging for each plugin. */
  readonly '@log_level'?: Text;
}

/** Section `<drop>`. */
export interface AuditEventsDrop extends Commented {
  /** Why, as a label of the metric. */
  readonly reason: Text;

  /** What the event must be: `verb`, `user`, `resource`, `namespace`, `code`, `level`, `stage`. */
  readonly where: Hash;
}

/** Parameters of the filter `audit_events`, which is ours. */
export interface AuditEventsFilter extends CommonFilter {
  /** Name of the input, a label of the metrics. */
  readonly input: Text;

  /** Size at which the text of an event goes on in a new one. @default '1m' */
  readonly max_event_size?: Size;

  /** Section `<drop>`. */
  readonly drop?: OneOrMore<AuditEventsDrop>;
}

/** `<filter>` with `@type audit_events`. */
export const auditEvents = (pattern: string, params: AuditEventsFilter): Directive =>
  filter('audit_events', pattern, params);

/** Parameters of the filter `canary`, which is ours. */
export interface CanaryFilter extends CommonFilter {
  /** Namespace of the canary. */
  readonly namespace: Text;

  /** Name of its container. */
  readonly container: Text;
}

/** `<filter>` with `@type canary`. */
export const canary = (pattern: string, params: CanaryFilter): Directive => filter('canary', pattern, params);

/** Parameters of the filter `concat`, of fluent-plugin-concat. */
export interface ConcatFilter extends CommonFilter {
  /** The key for part of multiline log */
  readonly key: Text;

  /** The separator of lines @default '\n' */
  readonly separator?: Text;

  /** The number of lines */
  readonly n_lines?: Integer;

  /** The regexp to match beginning of multiline */
  readonly multiline_start_regexp?: Text;

  /** The regexp to match ending of multiline */
  readonly multiline_end_regexp?: Text;

  /** The regexp to match continuous lines */
  readonly continuous_line_regexp?: Text;

  /** The key to determine which stream an event belongs to */
  readonly stream_identity_key?: Text;

  /** The interval between data flushes, 0 means disable timeout @default '60s' */
  readonly flush_interval?: Time;

  /** The label name to handle events caused by timeout */
  readonly timeout_label?: Text;

  /** Use timestamp of first record when buffer is flushed @default false */
  readonly use_first_timestamp?: Bool;

  /** The field name that is the reference to concatenate records */
  readonly partial_key?: Text;

  /** The value stored in the field specified by partial_key that represent partial log */
  readonly partial_value?: Text;

  /** If true, keep partial_key in concatenated records @default false */
  readonly keep_partial_key?: Bool;

  /** Use partial metadata to concatenate multiple records @default false */
  readonly use_partial_metadata?: Bool;

  /** Input format of the partial metadata (fluentd or journald docker log driver) @default 'docker-fluentd' */
  readonly partial_metadata_format?: Enum<'docker-fluentd' | 'docker-journald' | 'docker-journald-lowercase'>;

  /** If true, keep partial metadata @default false */
  readonly keep_partial_metadata?: Bool;

  /** Use cri log tag to concatenate multiple records @default false */
  readonly use_partial_cri_logtag?: Bool;

  /** The key name that is referred to concatenate records on cri log */
  readonly partial_cri_logtag_key?: Text;

  /** The key name that is referred to detect stream name on cri log @default 'stream' */
  readonly partial_cri_stream_key?: Text;

  /** The max size of each buffer @default '500k' */
  readonly buffer_limit_size?: Size;

  /** The method if overflow buffer @default 'ignore' */
  readonly buffer_overflow_method?: Enum<'ignore' | 'truncate' | 'drop' | 'new'>;
}

/** `<filter>` with `@type concat`. */
export const concat = (pattern: string, params: ConcatFilter): Directive => filter('concat', pattern, params);

/** Parameters of the filter `dedot`, of fluent-plugin-dedot_filter. */
export interface DedotFilter extends CommonFilter {
  /** @default true */
  readonly de_dot?: Bool;

  /** @default '_' */
  readonly de_dot_separator?: Text;

  /** @default false */
  readonly de_dot_nested?: Bool;
}

/** `<filter>` with `@type dedot`. */
export const dedot = (pattern: string, params: DedotFilter = {}): Directive => filter('dedot', pattern, params);

/** Parameters of the filter `elasticsearch_fit`, which is ours. */
export interface ElasticsearchFitFilter extends CommonFilter {
  /** Whether well-known fields of JSON are moved into the typed fields of the Elastic Common Schema @default true */
  readonly promote?: Bool;
}

/** `<filter>` with `@type elasticsearch_fit`. */
export const elasticsearchFit = (pattern: string, params: ElasticsearchFitFilter = {}): Directive =>
  filter('elasticsearch_fit', pattern, params);

/** Parameters of the filter `elasticsearch_genid`, of fluent-plugin-elasticsearch. */
export interface ElasticsearchGenidFilter extends CommonFilter {
  /** @default '_hash' */
  readonly hash_id_key?: Text;

  /** @default false */
  readonly include_tag_in_seed?: Bool;

  /** @default false */
  readonly include_time_in_seed?: Bool;

  /** @default false */
  readonly use_record_as_seed?: Bool;

  /** @default false */
  readonly use_entire_record?: Bool;

  /** @default [] */
  readonly record_keys?: List;

  /** @default '_' */
  readonly separator?: Text;

  /** @default 'sha1' */
  readonly hash_type?: Enum<'md5' | 'sha1' | 'sha256' | 'sha512'>;
}

/** `<filter>` with `@type elasticsearch_genid`. */
export const elasticsearchGenid = (pattern: string, params: ElasticsearchGenidFilter = {}): Directive =>
  filter('elasticsearch_genid', pattern, params);

/** Section `<regexp>`. */
export interface GrepRegexp extends Commented {
  /** The field name to which the regular expression is applied. */
  readonly key: Text;

  /** The regular expression. */
  readonly pattern: Regexp;
}

/** Section `<exclude>`. */
export interface GrepExclude extends Commented {
  /** The field name to which the regular expression is applied. */
  readonly key: Text;

  /** The regular expression. */
  readonly pattern: Regexp;
}

/** Section `<regexp>`. */
export interface GrepAndRegexp extends Commented {
  /** The field name to which the regular expression is applied. */
  readonly key: Text;

  /** The regular expression. */
  readonly pattern: Regexp;
}

/** Section `<exclude>`. */
export interface GrepAndExclude extends Commented {
  /** The field name to which the regular expression is applied. */
  readonly key: Text;

  /** The regular expression. */
  readonly pattern: Regexp;
}

/** Section `<and>`. */
export interface GrepAnd extends Commented {
  /** Section `<regexp>`. */
  readonly regexp?: OneOrMore<GrepAndRegexp>;

  /** Section `<exclude>`. */
  readonly exclude?: OneOrMore<GrepAndExclude>;
}

/** Section `<regexp>`. */
export interface GrepOrRegexp extends Commented {
  /** The field name to which the regular expression is applied. */
  readonly key: Text;

  /** The regular expression. */
  readonly pattern: Regexp;
}

/** Section `<exclude>`. */
export interface GrepOrExclude extends Commented {
  /** The field name to which the regular expression is applied. */
  readonly key: Text;

  /** The regular expression. */
  readonly pattern: Regexp;
}

/** Section `<or>`. */
export interface GrepOr extends Commented {
  /** Section `<regexp>`. */
  readonly regexp?: OneOrMore<GrepOrRegexp>;

  /** Section `<exclude>`. */
  readonly exclude?: OneOrMore<GrepOrExclude>;
}

/** Parameters of the filter `grep`. */
export interface GrepFilter extends CommonFilter {
  /** Section `<regexp>`. */
  readonly regexp?: OneOrMore<GrepRegexp>;

  /** Section `<exclude>`. */
  readonly exclude?: OneOrMore<GrepExclude>;

  /** Section `<and>`. */
  readonly and?: OneOrMore<GrepAnd>;

  /** Section `<or>`. */
  readonly or?: OneOrMore<GrepOr>;
}

/** `<filter>` with `@type grep`. */
export const grep = (pattern: string, params: GrepFilter = {}): Directive => filter('grep', pattern, params);

/** Parameters of the filter `kubernetes_metadata`, of fluent-plugin-kubernetes_metadata_filter. */
export interface KubernetesMetadataFilter extends CommonFilter {
  readonly kubernetes_url?: Text;

  /** @default 1000 */
  readonly cache_size?: Integer;

  /** @default 3600 */
  readonly cache_ttl?: Integer;

  /** @default true */
  readonly ignore_nil?: Integer;

  /** @default true */
  readonly watch?: Bool;

  /** @default 'v1' */
  readonly apiVersion?: Text;

  readonly client_cert?: Text;

  readonly client_key?: Text;

  readonly ca_file?: Text;

  /** @default true */
  readonly verify_ssl?: Bool;

  /** @default 3 */
  readonly open_timeout?: Integer;

  /** @default 10 */
  readonly read_timeout?: Integer;

  /**
   *
   * @default '((var\.log\.pods)\.(?<namespace>[^_]+)_(?<pod_name>[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)_(?<pod_uuid>[a-z0-9-]*)\.(?<container_name>.+)\..*\.log$|(var\.log\.containers)\.(?<pod_name>[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)_(?<namespace>[^_]+)_(?<container_name>.+)-(?<docker_id>[a-z0-9]{64})\.log$)'
   */
  readonly tag_to_kubernetes_name_regexp?: Text;

  readonly bearer_token_file?: Text;

  /** @default '/var/run/secrets/kubernetes.io/serviceaccount' */
  readonly secret_dir?: Text;

  /** @default [] */
  readonly annotation_match?: List;

  /** @default 30 */
  readonly stats_interval?: Integer;

  /** @default true */
  readonly allow_orphans?: Bool;

  /** @default '.orphaned' */
  readonly orphaned_namespace_name?: Text;

  /** @default 'orphaned' */
  readonly orphaned_namespace_id?: Text;

  /** @default true */
  readonly lookup_from_k8s_field?: Bool;

  /** @default false */
  readonly ssl_partial_chain?: Bool;

  /** @default false */
  readonly skip_labels?: Bool;

  /** @default false */
  readonly skip_pod_labels?: Bool;

  /** @default false */
  readonly skip_namespace_labels?: Bool;

  /** @default false */
  readonly skip_container_metadata?: Bool;

  /** @default false */
  readonly skip_master_url?: Bool;

  /** @default false */
  readonly skip_namespace_metadata?: Bool;

  /** @default false */
  readonly include_ownerrefs_metadata?: Bool;

  readonly test_api_adapter?: Text;

  /** @default 1 */
  readonly watch_retry_interval?: Integer;

  /** @default 2 */
  readonly watch_retry_exponential_backoff_base?: Integer;

  /** @default 10 */
  readonly watch_retry_max_times?: Integer;
}

/** `<filter>` with `@type kubernetes_metadata`. */
export const kubernetesMetadata = (pattern: string, params: KubernetesMetadataFilter = {}): Directive =>
  filter('kubernetes_metadata', pattern, params);

/** Section `<abnormal>`. */
export interface LogMetricsAbnormal extends Commented {
  /** Fields of the record, and what each must be; a log that fulfils all of one section is abnormal. */
  readonly where: Hash;
}

/** Section `<field>`. */
export interface LogMetricsMetricField extends Commented {
  /** Stands behind the name of the section. */
  readonly label: string;

  /** Name of the field. */
  readonly name: Text;

  /** Values that have series; all others are `_other`. */
  readonly values: List;
}

/** Section `<metric>`. */
export interface LogMetricsMetric extends Commented {
  /** Stands behind the name of the section. */
  readonly name: string;

  /** Names of routes whose logs count; all when left out. */
  readonly routes?: List;

  /** Names of treatments whose logs count; all when left out. */
  readonly treatments?: List;

  /** Fields of the record, and what each must be for it to count. */
  readonly where?: Hash;

  /** Upper bounds of the buckets of a histogram of `event.duration`, in seconds. */
  readonly buckets?: List<number>;

  /** Series at most; what further ones would count is counted together, as `_other`. */
  readonly max_series: Integer;

  /** Labels beside the route: level, status_class, method, path, namespace, container. @default [] */
  readonly by?: List;

  /** Templates of paths; learned when left out. @default [] */
  readonly paths?: List;

  /** Section `<field>`. */
  readonly field?: OneOrMore<LogMetricsMetricField>;
}

/** Parameters of the filter `log_metrics`, which is ours. */
export interface LogMetricsFilter extends CommonFilter {
  /** Series of each metric at most; what further ones would count is counted together, as `_other`. @default 32 */
  readonly max_series?: Integer;

  /** For how long an abnormal log counts. @default '180s' */
  readonly within?: Time;

  /** Section `<abnormal>`. */
  readonly abnormal?: OneOrMore<LogMetricsAbnormal>;

  /** Section `<metric>`. */
  readonly metric?: OneOrMore<LogMetricsMetric>;
}

/** `<filter>` with `@type log_metrics`. */
export const logMetrics = (pattern: string, params: LogMetricsFilter = {}): Directive =>
  filter('log_metrics', pattern, params);

/** Parameters of the filter `parser`. */
export interface ParserFilter extends CommonFilter {
  /** Specify field name in the record to parse. */
  readonly key_name: Text;

  /** Keep original key-value pair in parsed result. @default false */
  readonly reserve_data?: Bool;

  /** Keep original event time in parsed result. @default false */
  readonly reserve_time?: Bool;

  /** Remove "key_name" field from the record when parsing is succeeded @default false */
  readonly remove_key_name_field?: Bool;

  /** Store parsed values with specified key name prefix. */
  readonly inject_key_prefix?: Text;

  /** If true, invalid string is replaced with safe characters and re-parse it. @default false */
  readonly replace_invalid_sequence?: Bool;

  /** Store parsed values as a hash value in a field. */
  readonly hash_value_field?: Text;

  /** Emit invalid record to \@ERROR label @default true */
  readonly emit_invalid_record_to_error?: Bool;

  /** Section `<parse>`. */
  readonly parse: OneOrMore<Parse>;
}

/** `<filter>` with `@type parser`. */
export const parser = (pattern: string, params: ParserFilter): Directive => filter('parser', pattern, params);

/** Parameters of the filter `pod_metadata`, which is ours. */
export interface PodMetadataFilter extends CommonFilter {
  /** Host of the API server. */
  readonly api_host: Text;

  /** Port of the API server. */
  readonly api_port: Integer;

  /** File with the token of the ServiceAccount. */
  readonly token_file: Text;

  /** File with the authority that signs the certificate of the API server. */
  readonly ca_file: Text;

  /** Name of the node. */
  readonly node_name: Text;

  /** Keys of labels that become fields of logs. @default [] */
  readonly labels?: List;

  /** Keys of annotations that become fields of logs. @default [] */
  readonly annotations?: List;
}

/** `<filter>` with `@type pod_metadata`. */
export const podMetadata = (pattern: string, params: PodMetadataFilter): Directive =>
  filter('pod_metadata', pattern, params);

/** Parameters of the filter `pod_service`, which is ours. */
export interface PodServiceFilter extends CommonFilter {}

/** `<filter>` with `@type pod_service`. */
export const podService = (pattern: string, params: PodServiceFilter = {}): Directive =>
  filter('pod_service', pattern, params);

/** Section `<metric>`. */
export interface PrometheusMetric extends Commented {
  /** Name of the metric. */
  readonly name: Text;

  /** What is done with the values. */
  readonly type: Enum<'counter' | 'gauge' | 'summary' | 'histogram'>;

  /** What the metric says. */
  readonly desc: Text;

  /** The field that holds the value; a counter counts events without it. */
  readonly key?: Text;

  /** Upper bounds of a histogram, separated by commas. */
  readonly buckets?: Text;

  /** Whether it is there before the first event. @default false */
  readonly initialized?: Bool;

  /** Section `<labels>`. */
  readonly labels?: Open;

  /** Section `<initlabels>`. */
  readonly initlabels?: OneOrMore<Open>;
}

/** Parameters of the filter `prometheus`, of fluent-plugin-prometheus. */
export interface PrometheusFilter extends CommonFilter {
  /** Section `<labels>`. */
  readonly labels?: Open;

  /** Section `<metric>`. */
  readonly metric?: OneOrMore<PrometheusMetric>;
}

/** `<filter>` with `@type prometheus`. */
export const prometheus = (pattern: string, params: PrometheusFilter = {}): Directive =>
  filter('prometheus', pattern, params);

/** Section `<replace>`. */
export interface RecordModifierReplace extends Commented {
  /** The field name to which the regular expression is applied */
  readonly key: Text;

  /** The regular expression */
  readonly expression: Any;

  /** The replacement string */
  readonly replace: Text;
}

/** Parameters of the filter `record_modifier`, of fluent-plugin-record-modifier. */
export interface RecordModifierFilter extends CommonFilter {
  /**
   * Prepare values for filtering in configure phase. Prepared values can be used in <record>. You can write any ruby
   * code.
   */
  readonly prepare_value?: Text;

  /**
   * Fluentd including some plugins treats the logs as a BINARY by default to forward. But an user sometimes processes
   * the logs depends on their requirements, e.g. handling char encoding correctly. In more detail, please refer this
   * section: https://github.com/repeatedly/fluent-plugin-record-modifier#char_encoding.
   */
  readonly char_encoding?: Text;

  /**
   * The logs include needless record keys in some cases. You can remove it by using `remove_keys` parameter. This
   * option is exclusive with `whitelist_keys`.
   */
  readonly remove_keys?: List;

  /**
   * Specify `whitelist_keys` to remove all unexpected keys and values from events. Modified events will have only
   * specified keys (if exist in original events). This option is exclusive with `remove_keys`.
   */
  readonly whitelist_keys?: Text;

  /** Section `<replace>`. */
  readonly replace?: OneOrMore<RecordModifierReplace>;

  /** Section `<record>`. */
  readonly record?: OneOrMore<Open>;
}

/** `<filter>` with `@type record_modifier`. */
export const recordModifier = (pattern: string, params: RecordModifierFilter = {}): Directive =>
  filter('record_modifier', pattern, params);

/** Parameters of the filter `record_transformer`. */
export interface RecordTransformerFilter extends CommonFilter {
  /** A comma-delimited list of keys to delete. */
  readonly remove_keys?: List;

  /** A comma-delimited list of keys to keep. */
  readonly keep_keys?: List;

  /** Create new Hash to transform incoming data @default false */
  readonly renew_record?: Bool;

  /** Specify field name of the record to overwrite the time of events. Its value must be unix time. */
  readonly renew_time_key?: Text;

  /** When set to true, the full Ruby syntax is enabled in the ${...} expression. @default false */
  readonly enable_ruby?: Bool;

  /** Use original value type. @default true */
  readonly auto_typecast?: Bool;

  /** Section `<record>`. */
  readonly record?: OneOrMore<Open>;
}

/** `<filter>` with `@type record_transformer`. */
export const recordTransformer = (pattern: string, params: RecordTransformerFilter = {}): Directive =>
  filter('record_transformer', pattern, params);

/** Parameters of the filter `stdout`. */
export interface StdoutFilter extends CommonFilter {
  /** Section `<format>`. Defaults of its own: `@type: 'stdout'`. */
  readonly format?: OneOrMore<Format>;

  /** Section `<inject>`. */
  readonly inject?: Inject;
}

/** `<filter>` with `@type stdout`. */
export const stdout = (pattern: string, params: StdoutFilter = {}): Directive => filter('stdout', pattern, params);

/** Parameters of the filter `systemd_entry`, of fluent-plugin-systemd. */
export interface SystemdEntryFilter extends CommonFilter {
  /** @default {} */
  readonly field_map?: Hash;

  /** @default false */
  readonly field_map_strict?: Bool;

  /** @default false */
  readonly fields_strip_underscores?: Bool;

  /** @default false */
  readonly fields_lowercase?: Bool;
}

/** `<filter>` with `@type systemd_entry`. */
export const systemdEntry = (pattern: string, params: SystemdEntryFilter = {}): Directive =>
  filter('systemd_entry', pattern, params);

/** Section `<rate_limit>`. */
export interface TreatmentsTreatmentRateLimit extends Commented {
  /** Lines that a container may write in the time. */
  readonly lines: Integer;

  /** The time. */
  readonly per: Time;

  /** Lines that it may write at once. */
  readonly burst: Integer;
}

/** Section `<parser>`. */
export interface TreatmentsTreatmentParser extends Commented {
  /** How lines are written. */
  readonly format: Enum<
    'apache' | 'csv' | 'ecs' | 'json' | 'klog' | 'logfmt' | 'ltsv' | 'nginx' | 'pattern' | 'syslog'
  >;

  /** Of the format pattern: a regular expression whose groups are the fields. */
  readonly pattern?: Text;

  /** Names of the groups of the pattern, in order; their own when left out. */
  readonly names?: List;

  /** Of the format csv: names of the values of a line, in order. */
  readonly columns?: List;

  /** Of the format csv: what stands between values. @default ',' */
  readonly separator?: Text;

  /** Of the format csv: what stands around a value. @default '"' */
  readonly quote?: Text;
}

/** Section `<level>`. */
export interface TreatmentsTreatmentLevel extends Commented {
  /** Name of the field that has the level; those in which it usually is when left out. */
  readonly field?: Text;

  /** What numbers in the field mean. */
  readonly numbers?: Enum<'pino' | 'python' | 'syslog' | 'opentelemetry'>;

  /** Levels by other words. @default {} */
  readonly words?: Hash;

  /** Whether the level is looked for at the beginning of a message that has none in its fields. @default false */
  readonly text?: Bool;

  /** Level of what has none. */
  readonly default?: Enum<
    'trace' | 'debug' | 'info' | 'notice' | 'warn' | 'error' | 'critical' | 'alert' | 'emergency' | 'fatal'
  >;
}

/** Section `<time>`. */
export interface TreatmentsTreatmentTime extends Commented {
  /** Name of the field. */
  readonly field: Text;

  /** How it is written: iso8601, unix, unix_ms, or a format of strptime. @default 'iso8601' */
  readonly format?: Text;

  /** Zone of times that say none: a name of the time zone database, or an offset. */
  readonly zone?: Text;
}

/** Section `<drop>`. */
export interface TreatmentsTreatmentDrop extends Commented {
  /** Why, as a label of the metric. */
  readonly reason: Text;

  /** Fields of the record, and what each must be. */
  readonly where: Hash;
}

/** Section `<sample>`. */
export interface TreatmentsTreatmentSample extends Commented {
  /** Share of the records that is kept. */
  readonly keep: Float;

  /** Name of the field that decides. */
  readonly by?: Text;

  /** Fields of records that are all kept, and what each must be. */
  readonly except?: Hash;
}

/** Section `<fields>`. */
export interface TreatmentsTreatmentFields extends Commented {
  /** New names by old ones. @default {} */
  readonly rename?: Hash;

  /** Fields below json that stay; the others go. */
  readonly keep?: List;

  /** Fields that go. @default [] */
  readonly remove?: List;

  /** Values by the names of fields. @default {} */
  readonly add?: Hash;
}

/** Section `<redact>`. */
export interface TreatmentsTreatmentRedact extends Commented {
  /** Stands behind the name of the section. */
  readonly pattern: string;

  /** A regular expression, for what is not known by name. */
  readonly matches?: Text;

  /** What stands for it. @default 'mask' */
  readonly with?: Enum<'mask' | 'hash'>;
}

/** Section `<max_message>`. */
export interface TreatmentsTreatmentMaxMessage extends Commented {
  /** The most bytes that a message may have. */
  readonly size: Size;

  /** What is done to a longer one. @default 'truncate' */
  readonly over?: Enum<'truncate' | 'drop'>;
}

/** Section `<treatment>`. */
export interface TreatmentsTreatment extends Commented {
  /** Stands behind the name of the section. */
  readonly name: string;

  /** The key of hashes. */
  readonly redaction_key?: Text;

  /** Section `<rate_limit>`. */
  readonly rate_limit?: TreatmentsTreatmentRateLimit;

  /** Section `<parser>`. */
  readonly parser?: OneOrMore<TreatmentsTreatmentParser>;

  /** Section `<level>`. */
  readonly level?: TreatmentsTreatmentLevel;

  /** Section `<time>`. */
  readonly time?: TreatmentsTreatmentTime;

  /** Section `<drop>`. */
  readonly drop?: OneOrMore<TreatmentsTreatmentDrop>;

  /** Section `<sample>`. */
  readonly sample?: TreatmentsTreatmentSample;

  /** Section `<fields>`. */
  readonly fields?: TreatmentsTreatmentFields;

  /** Section `<redact>`. */
  readonly redact?: OneOrMore<TreatmentsTreatmentRedact>;

  /** Section `<max_message>`. */
  readonly max_message?: TreatmentsTreatmentMaxMessage;
}

/** Parameters of the filter `treatments`, which is ours. */
export interface TreatmentsFilter extends CommonFilter {
  /**
   * Whether well-known fields of messages are moved into the typed fields of the Elastic Common Schema.
   *
   * @default true
   */
  readonly promote?: Bool;

  /** Whether records keep the name of their treatment, for a filter that takes it out. @default false */
  readonly keep_name?: Bool;

  /** Section `<treatment>`. */
  readonly treatment: OneOrMore<TreatmentsTreatment>;
}

/** `<filter>` with `@type treatments`. */
export const treatments = (pattern: string, params: TreatmentsFilter): Directive =>
  filter('treatments', pattern, params);

/** Parameters of every filter, by type. */
export interface Filters {
  readonly audit_events: AuditEventsFilter;
  readonly canary: CanaryFilter;
  readonly concat: ConcatFilter;
  readonly dedot: DedotFilter;
  readonly elasticsearch_fit: ElasticsearchFitFilter;
  readonly elasticsearch_genid: ElasticsearchGenidFilter;
  readonly grep: GrepFilter;
  readonly kubernetes_metadata: KubernetesMetadataFilter;
  readonly log_metrics: LogMetricsFilter;
  readonly parser: ParserFilter;
  readonly pod_metadata: PodMetadataFilter;
  readonly pod_service: PodServiceFilter;
  readonly prometheus: PrometheusFilter;
  readonly record_modifier: RecordModifierFilter;
  readonly record_transformer: RecordTransformerFilter;
  readonly stdout: StdoutFilter;
  readonly systemd_entry: SystemdEntryFilter;
  readonly treatments: TreatmentsFilter;
}
