// Made from codegen/fluentd/schemas by `npm run generate`; do not edit.

import type { Directive } from '../conf';
import type { Buffer } from './buffers.generated';
import { match } from './elements';
import type { Format } from './formatters.generated';
import type { Parse } from './parsers.generated';
import type { Extract, Inject } from './sections.generated';
import type { ServiceDiscovery } from './service-discoveries.generated';
import type {
  Any,
  Bool,
  Commented,
  Emitting,
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
  Typed,
} from './values';

/** What every output takes. */
export interface CommonOutput extends Plugin {
  /** Allows the user to set different levels of logging for each plugin. */
  readonly '@log_level'?: Text;
}

/** What every output takes that has a buffer. */
export interface BufferedOutput extends CommonOutput {
  /** @default false */
  readonly time_as_integer?: Bool;

  /** The threshold to show slow flush logs @default 20 */
  readonly slow_flush_log_threshold?: Float;

  /** Section `<buffer>`. */
  readonly buffer?: Buffer;

  /** Section `<secondary>`. */
  readonly secondary?: Secondary;
}

/** Parameters of the output `buffer`. */
export interface BufferOutput extends BufferedOutput, Emitting {
  /**
   * Section `<buffer>`. Defaults of its own: `chunk_keys: ["tag"]`, `@type: 'file'`, `flush_mode: 'interval'`,
   * `flush_interval: '10s'`.
   */
  readonly buffer?: Buffer;
}

/** `<match>` with `@type buffer`. */
export const buffer = (pattern: string, params: BufferOutput = {}): Directive => match('buffer', pattern, params);

/** Parameters of the output `copy`. */
export interface CopyOutput extends Plugin, Emitting {
  /** Allows the user to set different levels of logging for each plugin. */
  readonly '@log_level'?: Text;

  /** Pass different record to each `store` plugin by specified method @default 'no_copy' */
  readonly copy_mode?: Enum<'no_copy' | 'shallow' | 'deep' | 'marshal'>;

  /** Section `<store>`. */
  readonly store: OneOrMore<Store>;
}

/** `<match>` with `@type copy`. */
export const copy = (pattern: string, params: CopyOutput): Directive => match('copy', pattern, params);

/** Parameters of the output `dead_letters`, which is ours. */
export interface DeadLettersOutput extends CommonOutput {
  /** Folder of the files */
  readonly path: Text;

  /** Size of a file @default '8m' */
  readonly max_file_size?: Size;

  /** Size of all files; the oldest is removed when it is exceeded @default '64m' */
  readonly max_size?: Size;
}

/** `<match>` with `@type dead_letters`. */
export const deadLetters = (pattern: string, params: DeadLettersOutput): Directive =>
  match('dead_letters', pattern, params);

/** Parameters of the output `detect_exceptions`, of fluent-plugin-detect-exceptions. */
export interface DetectExceptionsOutput extends CommonOutput, Emitting {
  /** The prefix to be removed from the input tag when outputting a record. */
  readonly remove_tag_prefix: Text;

  /** The field which contains the raw message text in the input JSON data. @default '' */
  readonly message?: Text;

  /** The interval of flushing the buffer for multiline format. */
  readonly multiline_flush_interval?: Time;

  /** Programming languages for which to detect exceptions. Default: all. @default [] */
  readonly languages?: List;

  /** Force live breaks when combining exception stacks. Default: false. @default false */
  readonly force_line_breaks?: Bool;

  /** Maximum number of lines to flush (0 means no limit). Default: 1000. @default 1000 */
  readonly max_lines?: Integer;

  /** Maximum number of bytes to flush (0 means no limit). Default: 0. @default 0 */
  readonly max_bytes?: Integer;

  /** Separate log streams by this field in the input JSON data. @default '' */
  readonly stream?: Text;

  /** Section `<inject>`. */
  readonly inject?: Inject;
}

/** `<match>` with `@type detect_exceptions`. */
export const detectExceptions = (pattern: string, params: DetectExceptionsOutput): Directive =>
  match('detect_exceptions', pattern, params);

/** Section `<metadata>`. */
export interface ElasticsearchMetadata extends Commented {
  /** @default false */
  readonly include_chunk_id?: Bool;

  /** @default 'chunk_id' */
  readonly chunk_id_key?: Text;
}

/** Parameters of the output `elasticsearch`, of fluent-plugin-elasticsearch. */
export interface ElasticsearchOutput extends BufferedOutput, Emitting {
  /** @default 'TLSv1_2' */
  readonly ssl_version?: Enum<'TLSv1' | 'TLSv1_1' | 'TLSv1_2' | 'TLSv1_3'>;

  readonly ssl_min_version?: Enum<'TLSv1' | 'TLSv1_1' | 'TLSv1_2' | 'TLSv1_3'>;

  readonly ssl_max_version?: Enum<'TLSv1' | 'TLSv1_1' | 'TLSv1_2' | 'TLSv1_3'>;

  /** @default 'localhost' */
  readonly host?: Text;

  /** @default 9200 */
  readonly port?: Integer;

  readonly user?: Text;

  readonly password?: Text;

  readonly cloud_id?: Text;

  readonly cloud_auth?: Text;

  readonly path?: Text;

  /** @default 'http' */
  readonly scheme?: Enum<'https' | 'http'>;

  readonly hosts?: Text;

  readonly target_index_key?: Text;

  readonly time_key_format?: Text;

  /** @default 9 */
  readonly time_precision?: Integer;

  /** @default false */
  readonly include_timestamp?: Bool;

  /** @default false */
  readonly logstash_format?: Bool;

  /** @default 'logstash' */
  readonly logstash_prefix?: Text;

  /** @default '-' */
  readonly logstash_prefix_separator?: Text;

  /** @default '%Y.%m.%d' */
  readonly logstash_dateformat?: Text;

  /** @default true */
  readonly utc_index?: Bool;

  /** @default 'fluentd' */
  readonly type_name?: Text;

  /** @default false */
  readonly suppress_type_name?: Bool;

  /** @default 'fluentd' */
  readonly index_name?: Text;

  readonly id_key?: Text;

  /** @default 'index' */
  readonly write_operation?: Text;

  readonly parent_key?: Text;

  readonly routing_key?: Text;

  /** @default '5s' */
  readonly request_timeout?: Time;

  /** @default true */
  readonly reload_connections?: Bool;

  /** @default false */
  readonly reload_on_failure?: Bool;

  readonly retry_tag?: Text;

  /** @default '60s' */
  readonly resurrect_after?: Time;

  readonly time_key?: Text;

  /** @default false */
  readonly time_key_exclude_timestamp?: Bool;

  /** @default true */
  readonly ssl_verify?: Bool;

  readonly client_key?: Text;

  readonly client_cert?: Text;

  readonly client_key_pass?: Text;

  readonly ca_file?: Text;

  readonly remove_keys?: Text;

  /** @default '' */
  readonly remove_keys_on_update?: Text;

  readonly remove_keys_on_update_key?: Text;

  /** @default false */
  readonly flatten_hashes?: Bool;

  /** @default '_' */
  readonly flatten_hashes_separator?: Text;

  readonly template_name?: Text;

  readonly template_file?: Text;

  /** @default false */
  readonly template_overwrite?: Bool;

  readonly customize_template?: Hash;

  /** @default false */
  readonly rollover_index?: Text;

  /** @default 'now/d' */
  readonly index_date_pattern?: Text;

  /** @default '-' */
  readonly index_separator?: Text;

  readonly deflector_alias?: Text;

  /** @default 'default' */
  readonly application_name?: Text;

  readonly templates?: Hash;

  /** @default 10 */
  readonly max_retry_putting_template?: Integer;

  /** @default true */
  readonly fail_on_putting_template_retry_exceed?: Bool;

  /** @default true */
  readonly fail_on_detecting_es_version_retry_exceed?: Bool;

  /** @default 15 */
  readonly max_retry_get_es_version?: Integer;

  /** @default false */
  readonly include_tag_key?: Bool;

  /** @default 'tag' */
  readonly tag_key?: Text;

  /** @default 'Fluent::ElasticsearchOutput::TimeParser.error' */
  readonly time_parse_error_tag?: Text;

  /** @default false */
  readonly reconnect_on_error?: Bool;

  readonly pipeline?: Text;

  /** @default false */
  readonly with_transporter_log?: Bool;

  /** @default false */
  readonly emit_error_for_missing_id?: Bool;

  readonly sniffer_class_name?: Text;

  readonly selector_class_name?: Text;

  /** @default -1 */
  readonly reload_after?: Integer;

  /** @default false */
  readonly include_index_in_url?: Bool;

  /** @default 'excon' */
  readonly http_backend?: Enum<'excon' | 'typhoeus'>;

  /** @default true */
  readonly http_backend_excon_nonblock?: Bool;

  /** @default false */
  readonly validate_client_version?: Bool;

  /** @default false */
  readonly prefer_oj_serializer?: Bool;

  /** @default ["out_of_memory_error","es_rejected_execution_exception"] */
  readonly unrecoverable_error_types?: List;

  /** @default true */
  readonly verify_es_version_at_startup?: Bool;

  /** @default 5 */
  readonly default_elasticsearch_version?: Integer;

  /** @default false */
  readonly log_es_400_reason?: Bool;

  /** @default {} */
  readonly custom_headers?: Hash;

  readonly api_key?: Text;

  /** @default false */
  readonly suppress_doc_wrap?: Bool;

  /** Ignorable exception list @default [] */
  readonly ignore_exceptions?: List;

  /** Chunk backup flag when ignore exception occured @default true */
  readonly exception_backup?: Bool;

  /** @default -1 */
  readonly bulk_message_request_threshold?: Size;

  /** @default 'no_compression' */
  readonly compression_level?: Enum<'no_compression' | 'best_speed' | 'best_compression' | 'default_compression'>;

  /** @default false */
  readonly enable_ilm?: Bool;

  /** @default 'logstash-policy' */
  readonly ilm_policy_id?: Text;

  /** @default {} */
  readonly ilm_policy?: Hash;

  /** @default {} */
  readonly ilm_policies?: Hash;

  /** @default false */
  readonly ilm_policy_overwrite?: Bool;

  readonly truncate_caches_interval?: Time;

  /** @default true */
  readonly use_legacy_template?: Bool;

  /** @default true */
  readonly catch_transport_exception_on_retry?: Bool;

  /** @default false */
  readonly target_index_affinity?: Bool;

  /** Section `<buffer>`. Defaults of its own: `chunk_keys: ["tag"]`, `timekey_use_utc: true`. */
  readonly buffer?: Buffer;

  /** Section `<metadata>`. */
  readonly metadata?: ElasticsearchMetadata;
}

/** `<match>` with `@type elasticsearch`. */
export const elasticsearch = (pattern: string, params: ElasticsearchOutput = {}): Directive =>
  match('elasticsearch', pattern, params);

/** Parameters of the output `elasticsearch_bulk`, which is ours. */
export interface ElasticsearchBulkOutput extends BufferedOutput, Emitting {
  /** Base URL of Elasticsearch, https://host:port */
  readonly url: Text;

  /** User */
  readonly user?: Text;

  /** Password of the user */
  readonly password?: Text;

  /** API key in its encoded form, instead of a user */
  readonly api_key?: Text;

  /** File with the authorities that sign the certificate of Elasticsearch; without it the system's */
  readonly ca_file?: Text;

  /** Major version of the API, 8 or 9 @default 9 */
  readonly compatible_with?: Integer;

  /** Name of the data stream @default 'logs-${tag}-default' */
  readonly data_stream?: Text;

  /** Time in which Elasticsearch must answer @default '60s' */
  readonly request_timeout?: Time;
}

/** `<match>` with `@type elasticsearch_bulk`. */
export const elasticsearchBulk = (pattern: string, params: ElasticsearchBulkOutput): Directive =>
  match('elasticsearch_bulk', pattern, params);

/** Parameters of the output `elasticsearch_data_stream`, of fluent-plugin-elasticsearch. */
export interface ElasticsearchDataStreamOutput extends ElasticsearchOutput, Emitting {
  /** @default false */
  readonly use_legacy_template?: Bool;

  readonly data_stream_name: Text;

  readonly data_stream_ilm_name?: Text;

  readonly data_stream_template_name?: Text;

  readonly data_stream_ilm_policy?: Text;

  /** @default false */
  readonly data_stream_ilm_policy_overwrite?: Bool;

  /** @default true */
  readonly data_stream_template_use_index_patterns_wildcard?: Bool;
}

/** `<match>` with `@type elasticsearch_data_stream`. */
export const elasticsearchDataStream = (pattern: string, params: ElasticsearchDataStreamOutput): Directive =>
  match('elasticsearch_data_stream', pattern, params);

/** Parameters of the output `elasticsearch_dynamic`, of fluent-plugin-elasticsearch. */
export interface ElasticsearchDynamicOutput extends ElasticsearchOutput, Emitting {
  /** @default '.' */
  readonly delimiter?: Text;
}

/** `<match>` with `@type elasticsearch_dynamic`. */
export const elasticsearchDynamic = (pattern: string, params: ElasticsearchDynamicOutput = {}): Directive =>
  match('elasticsearch_dynamic', pattern, params);

/** Parameters of the output `exec`. */
export interface ExecOutput extends BufferedOutput {
  /** The command (program) to execute. The exec plugin passes the path of a TSV file as the last argument */
  readonly command: Text;

  /** @default '270s' */
  readonly command_timeout?: Time;

  /** Section `<buffer>`. Defaults of its own: `delayed_commit_timeout: '300s'`. */
  readonly buffer?: Buffer;

  /** Section `<format>`. Defaults of its own: `@type: 'tsv'`. */
  readonly format?: OneOrMore<Format>;

  /** Section `<inject>`. Defaults of its own: `time_type: 'string'`, `localtime: false`. */
  readonly inject?: Inject;
}

/** `<match>` with `@type exec`. */
export const exec = (pattern: string, params: ExecOutput): Directive => match('exec', pattern, params);

/** Parameters of the output `exec_filter`. */
export interface ExecFilterOutput extends BufferedOutput, Emitting {
  /** The command (program) to execute. */
  readonly command: Text;

  readonly tag?: Text;

  /** The default block size to read if parser requires partial read. @default '10k' */
  readonly read_block_size?: Size;

  /** The number of spawned process for command. @default 1 */
  readonly num_children?: Integer;

  /** Respawn command when command exit. ["none", "inf" or positive integer for times to respawn (default: none)] */
  readonly child_respawn?: Text;

  /** @default '0s' */
  readonly suppress_error_log_interval?: Time;

  /** Section `<buffer>`. Defaults of its own: `flush_mode: 'interval'`, `flush_interval: '1s'`. */
  readonly buffer?: Buffer;

  /** Section `<parse>`. Defaults of its own: `@type: 'tsv'`. */
  readonly parse?: OneOrMore<Parse>;

  /** Section `<format>`. Defaults of its own: `@type: 'tsv'`. */
  readonly format?: OneOrMore<Format>;

  /** Section `<inject>`. Defaults of its own: `time_type: 'unixtime'`. */
  readonly inject?: Inject;

  /** Section `<extract>`. */
  readonly extract?: Extract;
}

/** `<match>` with `@type exec_filter`. */
export const execFilter = (pattern: string, params: ExecFilterOutput): Directive =>
  match('exec_filter', pattern, params);

/** Parameters of the output `file`. */
export interface FileOutput extends BufferedOutput {
  /** The Path of the file. */
  readonly path: Text;

  /** Specify to add file suffix for bare file path or not. @default true */
  readonly add_path_suffix?: Bool;

  /** The file suffix added to bare file path. @default '.log' */
  readonly path_suffix?: Text;

  /** The flushed chunk is appended to existence file or not. @default false */
  readonly append?: Bool;

  /** Compress flushed file. @default 'text' */
  readonly compress?: Enum<'text' | 'gz' | 'gzip' | 'zstd'>;

  /** Execute compression again even when buffer chunk is already compressed. @default false */
  readonly recompress?: Bool;

  /** Create symlink to temporary buffered file when buffer_type is file (disabled on Windows). */
  readonly symlink_path?: Text;

  /** Use relative path for symlink target (default: false) @default false */
  readonly symlink_path_use_relative?: Bool;

  /** Section `<buffer>`. Defaults of its own: `chunk_keys: ["time"]`, `@type: 'file'`, `timekey: '86400s'`. */
  readonly buffer?: Buffer;

  /** Section `<format>`. Defaults of its own: `@type: 'out_file'`. */
  readonly format?: OneOrMore<Format>;

  /** Section `<inject>`. */
  readonly inject?: Inject;
}

/** `<match>` with `@type file`. */
export const file = (pattern: string, params: FileOutput): Directive => match('file', pattern, params);

/** Section `<security>`. */
export interface ForwardSecurity extends Commented {
  /** The hostname */
  readonly self_hostname: Text;

  /** Shared key for authentication */
  readonly shared_key: Text;
}

/** Section `<server>`. */
export interface ForwardServer extends Commented {
  /** The IP address or host name of the server. */
  readonly host: Text;

  /** The name of the server. Used for logging and certificate verification in TLS transport (when host is address). */
  readonly name?: Text;

  /** The port number of the host. @default 24224 */
  readonly port?: Integer;

  /** The shared key per server. */
  readonly shared_key?: Text;

  /** The username for authentication. @default '' */
  readonly username?: Text;

  /** The password for authentication. @default '' */
  readonly password?: Text;

  /** Marks a node as the standby node for an Active-Standby model between Fluentd nodes. @default false */
  readonly standby?: Bool;

  /** The load balancing weight. @default 60 */
  readonly weight?: Integer;
}

/** Parameters of the output `forward`. */
export interface ForwardOutput extends BufferedOutput {
  /** The transport protocol. @default 'tcp' */
  readonly transport?: Enum<'tcp' | 'tls'>;

  /** The timeout time when sending event logs. @default '60s' */
  readonly send_timeout?: Time;

  /** The timeout time for socket connect */
  readonly connect_timeout?: Time;

  /** The protocol to use for heartbeats (default is the same with "transport"). @default 'transport' */
  readonly heartbeat_type?: Enum<'transport' | 'tcp' | 'udp' | 'none'>;

  /** The interval of the heartbeat packer. @default '1s' */
  readonly heartbeat_interval?: Time;

  /** The wait time before accepting a server fault recovery. @default '10s' */
  readonly recover_wait?: Time;

  /** The hard timeout used to detect server failure. @default '60s' */
  readonly hard_timeout?: Time;

  /** The threshold parameter used to detect server faults. @default 16 */
  readonly phi_threshold?: Integer;

  /** Use the "Phi accrual failure detector" to detect server failure. @default true */
  readonly phi_failure_detector?: Bool;

  /** Change the protocol to at-least-once. @default false */
  readonly require_ack_response?: Bool;

  /** This option is used when require_ack_response is true. @default '190s' */
  readonly ack_response_timeout?: Time;

  /** The interval while reading data from server @default 50 */
  readonly read_interval_msec?: Integer;

  /** Reading data size from server @default 512 */
  readonly read_length?: Size;

  /** Set TTL to expire DNS cache in seconds. */
  readonly expire_dns_cache?: Time;

  /** Enable client-side DNS round robin. @default false */
  readonly dns_round_robin?: Bool;

  /** Ignore DNS resolution and errors at startup time. @default false */
  readonly ignore_network_errors_at_startup?: Bool;

  /** Verify that a connection can be made with one of out_forward nodes at the time of startup. @default false */
  readonly verify_connection_at_startup?: Bool;

  /** Compress buffered data. @default 'text' */
  readonly compress?: Enum<'text' | 'gzip' | 'zstd'>;

  /** The default version of TLS transport. @default 'TLSv1_2' */
  readonly tls_version?: Enum<'TLSv1_1' | 'TLSv1_2' | 'TLSv1_3' | 'TLS1_1' | 'TLS1_2' | 'TLS1_3'>;

  /** The cipher configuration of TLS transport. @default 'ALL:!aNULL:!eNULL:!SSLv2' */
  readonly tls_ciphers?: Text;

  /** Skip all verification of certificates or not. @default false */
  readonly tls_insecure_mode?: Bool;

  /** Allow self signed certificates or not. @default false */
  readonly tls_allow_self_signed_cert?: Bool;

  /** Verify hostname of servers and certificates or not in TLS transport. @default true */
  readonly tls_verify_hostname?: Bool;

  /** The additional CA certificate path for TLS. */
  readonly tls_ca_cert_path?: List;

  /** The additional certificate path for TLS. */
  readonly tls_cert_path?: List;

  /** The client certificate path for TLS. */
  readonly tls_client_cert_path?: Text;

  /** The client private key path for TLS. */
  readonly tls_client_private_key_path?: Text;

  /** The client private key passphrase for TLS. */
  readonly tls_client_private_key_passphrase?: Text;

  /** The certificate thumbprint for searching from Windows system certstore. */
  readonly tls_cert_thumbprint?: Text;

  /** The certificate logical store name on Windows system certstore. */
  readonly tls_cert_logical_store_name?: Text;

  /** Enable to use certificate enterprise store on Windows system certstore. @default true */
  readonly tls_cert_use_enterprise_store?: Bool;

  /** Enable keepalive connection. @default false */
  readonly keepalive?: Bool;

  /** Expired time of keepalive. Default value is nil, which means to keep connection as long as possible */
  readonly keepalive_timeout?: Time;

  /** Section `<buffer>`. Defaults of its own: `chunk_keys: ["tag"]`. */
  readonly buffer?: Buffer;

  /** Section `<service_discovery>`. */
  readonly service_discovery?: OneOrMore<ServiceDiscovery>;

  /** Section `<security>`. */
  readonly security?: ForwardSecurity;

  /** Section `<server>`. */
  readonly server?: OneOrMore<ForwardServer>;
}

/** `<match>` with `@type forward`. */
export const forward = (pattern: string, params: ForwardOutput = {}): Directive => match('forward', pattern, params);

/** Parameters of the output `forward_logs`, which is ours. */
export interface ForwardLogsOutput extends BufferedOutput {
  /** Aggregators, each as host:port; a host is all of its addresses. */
  readonly servers: List;

  /** What sender and aggregator know. */
  readonly shared_key: Text;

  /** Name of the sender, for the log of the aggregator. */
  readonly self_hostname: Text;

  /** File with the authorities that sign the certificates of aggregators; without it the system's. */
  readonly ca_file?: Text;

  /** Time in which a connection must be made. @default '5s' */
  readonly connect_timeout?: Time;

  /** Time in which a chunk must be acknowledged. @default '30s' */
  readonly ack_timeout?: Time;

  /** Time after which a connection is made again, so that aggregators that are new get their share. @default '30s' */
  readonly connection_age?: Time;

  /** Section `<buffer>`. Defaults of its own: `chunk_keys: ["tag"]`. */
  readonly buffer?: Buffer;
}

/** `<match>` with `@type forward_logs`. */
export const forwardLogs = (pattern: string, params: ForwardLogsOutput): Directive =>
  match('forward_logs', pattern, params);

/** Section `<auth>`. */
export interface HttpAuth extends Commented {
  /** The method for HTTP authentication @default 'basic' */
  readonly method?: Enum<'basic' | 'aws_sigv4'>;

  /** The username for basic authentication */
  readonly username?: Text;

  /** The password for basic authentication */
  readonly password?: Text;

  /** The AWS service to authenticate against */
  readonly aws_service?: Text;

  /** The AWS region to use when authenticating */
  readonly aws_region?: Text;

  /** The AWS role ARN to assume when authenticating */
  readonly aws_role_arn?: Text;
}

/** Parameters of the output `http`. */
export interface HttpOutput extends BufferedOutput {
  /** The endpoint for HTTP request, e.g. http://example.com/api */
  readonly endpoint: Text;

  /** The method for HTTP request @default 'post' */
  readonly http_method?: Enum<'put' | 'post'>;

  /** The proxy for HTTP request */
  readonly proxy?: Text;

  /** Content-Type for HTTP request */
  readonly content_type?: Text;

  /** JSON array data format for HTTP request body @default false */
  readonly json_array?: Bool;

  /** Additional headers for HTTP request */
  readonly headers?: Hash;

  /** Additional placeholder based headers for HTTP request */
  readonly headers_from_placeholders?: Hash;

  /** Compress HTTP request body @default 'text' */
  readonly compress?: Enum<'text' | 'gzip'>;

  /** Allowed hosts list for dynamic endpoints @default [] */
  readonly allowed_hosts?: List;

  /** The connection open timeout in seconds */
  readonly open_timeout?: Integer;

  /** The read timeout in seconds */
  readonly read_timeout?: Integer;

  /** The TLS timeout in seconds */
  readonly ssl_timeout?: Integer;

  /** Try to reuse connections @default false */
  readonly reuse_connections?: Bool;

  /** The CA certificate path for TLS */
  readonly tls_ca_cert_path?: Text;

  /** The client certificate path for TLS */
  readonly tls_client_cert_path?: Text;

  /** The client private key path for TLS */
  readonly tls_private_key_path?: Text;

  /** The client private key passphrase for TLS */
  readonly tls_private_key_passphrase?: Text;

  /** The verify mode of TLS @default 'peer' */
  readonly tls_verify_mode?: Enum<'none' | 'peer'>;

  /** The default version of TLS @default 'TLSv1_2' */
  readonly tls_version?: Enum<'TLSv1_1' | 'TLSv1_2' | 'TLSv1_3' | 'TLS1_1' | 'TLS1_2' | 'TLS1_3'>;

  /** The cipher configuration of TLS @default 'ALL:!aNULL:!eNULL:!SSLv2' */
  readonly tls_ciphers?: Text;

  /** Raise UnrecoverableError when the response is non success, 4xx/5xx @default true */
  readonly error_response_as_unrecoverable?: Bool;

  /** The list of retryable response code */
  readonly retryable_response_codes?: List<number>;

  /** Section `<format>`. Defaults of its own: `@type: 'json'`. */
  readonly format?: OneOrMore<Format>;

  /** Section `<auth>`. */
  readonly auth?: HttpAuth;
}

/** `<match>` with `@type http`. */
export const http = (pattern: string, params: HttpOutput): Directive => match('http', pattern, params);

/** Parameters of the output `input_events`, which is ours. */
export interface InputEventsOutput extends CommonOutput, Emitting {
  /** Name of the input. */
  readonly input: Text;

  /** Name of the route, the tag of the events from here on. */
  readonly route: Text;

  /** The data stream of the route, as fields of the record. */
  readonly data_stream: Hash;

  /** Name of the treatment that the events get. */
  readonly treatment?: Text;

  /** Fields of records that the input makes itself; all others go below json. @default [] */
  readonly fields?: List;

  /** Fields that identify an event, so that one that is read again is stored once. @default [] */
  readonly identity?: List;
}

/** `<match>` with `@type input_events`. */
export const inputEvents = (pattern: string, params: InputEventsOutput): Directive =>
  match('input_events', pattern, params);

/** Parameters of the output `null`. */
export interface NullOutput extends BufferedOutput {
  /** The parameter for testing to simulate output plugin which never succeed to flush. @default false */
  readonly never_flush?: Bool;

  /** Section `<buffer>`. Defaults of its own: `chunk_keys: ["tag"]`, `flush_at_shutdown: true`. */
  readonly buffer?: Buffer;
}

/** `<match>` with `@type null`. */
const nullOutput = (pattern: string, params: NullOutput = {}): Directive => match('null', pattern, params);

export { nullOutput as null };

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

/** Parameters of the output `prometheus`, of fluent-plugin-prometheus. */
export interface PrometheusOutput extends CommonOutput {
  /** Section `<labels>`. */
  readonly labels?: Open;

  /** Section `<metric>`. */
  readonly metric?: OneOrMore<PrometheusMetric>;
}

/** `<match>` with `@type prometheus`. */
export const prometheus = (pattern: string, params: PrometheusOutput = {}): Directive =>
  match('prometheus', pattern, params);

/** Section `<replace>`. */
export interface RecordModifierReplace extends Commented {
  /** The field name to which the regular expression is applied */
  readonly key: Text;

  /** The regular expression */
  readonly expression: Any;

  /** The replacement string */
  readonly replace: Text;
}

/** Parameters of the output `record_modifier`, of fluent-plugin-record-modifier. */
export interface RecordModifierOutput extends CommonOutput, Emitting {
  /** The output record tag name. */
  readonly tag: Text;

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
  readonly remove_keys?: Text;

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

/** `<match>` with `@type record_modifier`. */
export const recordModifier = (pattern: string, params: RecordModifierOutput): Directive =>
  match('record_modifier', pattern, params);

/** Parameters of the output `relabel`. */
export interface RelabelOutput extends CommonOutput, Emitting {}

/** `<match>` with `@type relabel`. */
export const relabel = (pattern: string, params: RelabelOutput = {}): Directive => match('relabel', pattern, params);

/** Section `<rule>`. */
export interface RewriteTagFilterRule extends Commented {
  /** The field name to which the regular expression is applied */
  readonly key: Text;

  /** The regular expression */
  readonly pattern: Regexp;

  /** New tag */
  readonly tag: Text;

  /** New label. If specified, label can be changed per-rule. */
  readonly label?: Text;

  /** If true, rewrite tag when unmatch pattern @default false */
  readonly invert?: Bool;
}

/** Parameters of the output `rewrite_tag_filter`, of fluent-plugin-rewrite-tag-filter. */
export interface RewriteTagFilterOutput extends CommonOutput, Emitting {
  /** Capitalize letter for every matched regex backreference. @default false */
  readonly capitalize_regex_backreference?: Bool;

  /** Remove tag prefix for tag placeholder. */
  readonly remove_tag_prefix?: Text;

  /** Remove tag regexp for tag placeholder. */
  readonly remove_tag_regexp?: Regexp;

  /** Override hostname command for placeholder. @default 'hostname' */
  readonly hostname_command?: Text;

  /** The emit mode. If `batch`, this plugin will emit events per rewritten tag. @default 'batch' */
  readonly emit_mode?: Enum<'record' | 'batch'>;

  /** Section `<rule>`. */
  readonly rule?: OneOrMore<RewriteTagFilterRule>;
}

/** `<match>` with `@type rewrite_tag_filter`. */
export const rewriteTagFilter = (pattern: string, params: RewriteTagFilterOutput = {}): Directive =>
  match('rewrite_tag_filter', pattern, params);

/** What `<store>` takes only here. */
export interface RoundrobinStore {
  /** @default 1 */
  readonly weight?: Integer;
}

/** Parameters of the output `roundrobin`. */
export interface RoundrobinOutput extends Plugin, Emitting {
  /** Allows the user to set different levels of logging for each plugin. */
  readonly '@log_level'?: Text;

  /** Section `<store>`. Defaults of its own: `weight: 1`. */
  readonly store: OneOrMore<Store & RoundrobinStore>;
}

/** `<match>` with `@type roundrobin`. */
export const roundrobin = (pattern: string, params: RoundrobinOutput): Directive =>
  match('roundrobin', pattern, params);

/** Parameters of the output `secondary_file`. */
export interface SecondaryFileOutput extends BufferedOutput {
  /** The directory path of the output file. */
  readonly directory: Text;

  /** The basename of the output file. @default 'dump.bin' */
  readonly basename?: Text;

  /** The flushed chunk is appended to existence file or not. @default false */
  readonly append?: Bool;

  /** @default 'text' */
  readonly compress?: Enum<'text' | 'gzip'>;
}

/** `<match>` with `@type secondary_file`. */
export const secondaryFile = (pattern: string, params: SecondaryFileOutput): Directive =>
  match('secondary_file', pattern, params);

/** Parameters of the output `stdout`. */
export interface StdoutOutput extends BufferedOutput {
  /**
   * If Fluentd logger outputs logs to a file (with -o option), this plugin outputs events to the file as well.
   *
   * @default true
   */
  readonly use_logger?: Bool;

  /** Section `<buffer>`. Defaults of its own: `chunk_keys: ["tag"]`, `flush_at_shutdown: true`. */
  readonly buffer?: Buffer;

  /** Section `<format>`. Defaults of its own: `@type: 'stdout'`. */
  readonly format?: OneOrMore<Format>;

  /** Section `<inject>`. */
  readonly inject?: Inject;
}

/** `<match>` with `@type stdout`. */
export const stdout = (pattern: string, params: StdoutOutput = {}): Directive => match('stdout', pattern, params);

/** Parameters of the output `tcp`. */
export interface TcpOutput extends BufferedOutput, Emitting {
  /** The buffer type (memory, file) @default 'memory' */
  readonly buffer_type?: Text;

  /** The interval between data flushes. @default '60s' */
  readonly flush_interval?: Time;

  /** @default 1 */
  readonly try_flush_interval?: Float;

  /** If true, the value of `retry_value` is ignored and there is no limit @default false */
  readonly disable_retry_limit?: Bool;

  /** The limit on the number of retries before buffered data is discarded @default 17 */
  readonly retry_limit?: Integer;

  /** The initial intervals between write retries. @default '1s' */
  readonly retry_wait?: Time;

  /** The maximum intervals between write retries. */
  readonly max_retry_wait?: Time;

  /** The number of threads to flush the buffer. @default 1 */
  readonly num_threads?: Integer;

  /** The interval between data flushes for queued chunk. @default '1s' */
  readonly queued_chunk_flush_interval?: Time;

  /** The size of each buffer chunk. @default '8m' */
  readonly buffer_chunk_limit?: Size;

  /** The length limit of the chunk queue. @default 256 */
  readonly buffer_queue_limit?: Integer;

  /** The action when the size of buffer queue exceeds the buffer_queue_limit. @default 'exception' */
  readonly buffer_queue_full_action?: Enum<'exception' | 'block' | 'drop_oldest_chunk'>;

  /** @default true */
  readonly flush_at_shutdown?: Bool;

  /** @default '60s' */
  readonly send_timeout?: Time;

  /** @default 24224 */
  readonly port?: Integer;

  readonly host: Text;

  /** Section `<inject>`. */
  readonly inject?: Inject;
}

/** `<match>` with `@type tcp`. */
export const tcp = (pattern: string, params: TcpOutput): Directive => match('tcp', pattern, params);

/** Parameters of the output `unix`. */
export interface UnixOutput extends BufferedOutput, Emitting {
  /** The buffer type (memory, file) @default 'memory' */
  readonly buffer_type?: Text;

  /** The interval between data flushes. @default '60s' */
  readonly flush_interval?: Time;

  /** @default 1 */
  readonly try_flush_interval?: Float;

  /** If true, the value of `retry_value` is ignored and there is no limit @default false */
  readonly disable_retry_limit?: Bool;

  /** The limit on the number of retries before buffered data is discarded @default 17 */
  readonly retry_limit?: Integer;

  /** The initial intervals between write retries. @default '1s' */
  readonly retry_wait?: Time;

  /** The maximum intervals between write retries. */
  readonly max_retry_wait?: Time;

  /** The number of threads to flush the buffer. @default 1 */
  readonly num_threads?: Integer;

  /** The interval between data flushes for queued chunk. @default '1s' */
  readonly queued_chunk_flush_interval?: Time;

  /** The size of each buffer chunk. @default '8m' */
  readonly buffer_chunk_limit?: Size;

  /** The length limit of the chunk queue. @default 256 */
  readonly buffer_queue_limit?: Integer;

  /** The action when the size of buffer queue exceeds the buffer_queue_limit. @default 'exception' */
  readonly buffer_queue_full_action?: Enum<'exception' | 'block' | 'drop_oldest_chunk'>;

  /** @default true */
  readonly flush_at_shutdown?: Bool;

  /** @default '60s' */
  readonly send_timeout?: Time;

  readonly path: Text;

  /** Section `<inject>`. */
  readonly inject?: Inject;
}

/** `<match>` with `@type unix`. */
export const unix = (pattern: string, params: UnixOutput): Directive => match('unix', pattern, params);

/** Parameters of every output, by type. */
export interface Outputs {
  readonly buffer: BufferOutput;
  readonly copy: CopyOutput;
  readonly dead_letters: DeadLettersOutput;
  readonly detect_exceptions: DetectExceptionsOutput;
  readonly elasticsearch: ElasticsearchOutput;
  readonly elasticsearch_bulk: ElasticsearchBulkOutput;
  readonly elasticsearch_data_stream: ElasticsearchDataStreamOutput;
  readonly elasticsearch_dynamic: ElasticsearchDynamicOutput;
  readonly exec: ExecOutput;
  readonly exec_filter: ExecFilterOutput;
  readonly file: FileOutput;
  readonly forward: ForwardOutput;
  readonly forward_logs: ForwardLogsOutput;
  readonly http: HttpOutput;
  readonly input_events: InputEventsOutput;
  readonly null: NullOutput;
  readonly prometheus: PrometheusOutput;
  readonly record_modifier: RecordModifierOutput;
  readonly relabel: RelabelOutput;
  readonly rewrite_tag_filter: RewriteTagFilterOutput;
  readonly roundrobin: RoundrobinOutput;
  readonly secondary_file: SecondaryFileOutput;
  readonly stdout: StdoutOutput;
  readonly tcp: TcpOutput;
  readonly unix: UnixOutput;
}

/** What `<store>` takes whatever its type. */
export interface StoreSection {
  /** Stands behind the name of the section. @default '' */
  readonly arg?: string;
}

/** Section `<store>`, with any output. */
export type Store = StoreSection & Typed<Outputs>;

/** Section `<secondary>`, with any output. */
export type Secondary = Typed<{ [Type in keyof Outputs]: Omit<Outputs[Type], 'buffer' | 'secondary'> }>;
