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
export interface ForwardLogsOutput extends BufferedOutput, Emitting {
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

  /** Field with the path of the file that the event stands in, for log.file.path. */
  readonly path_field?: Text;

  /** Name of the node that the events are of, for kubernetes.host. */
  readonly node_name?: Text;

  /** Fields that identify an event, so that one that is read again is stored once. @default [] */
  readonly identity?: List;

  /** Size at which a message goes on in a new event. @default '1m' */
  readonly max_event_size?: Size;
}

/** `<match>` with `@type input_events`. */
export const inputEvents = (pattern: string, params: InputEventsOutput): Directive =>
  match('input_events', pattern, params);

/** Parameters of the output `kafka`, of fluent-plugin-kafka. */
export interface KafkaOutput extends CommonOutput, Emitting {
  /**
   * Set brokers directly <broker1_host>:<broker1_port>,<broker2_host>:<broker2_port>,.. Note that you can choose to use
   * either brokers or zookeeper.
   *
   * @default 'localhost:9092'
   */
  readonly brokers?: Text;

  /** Set brokers via Zookeeper: <zookeeper_host>:<zookeeper_port> */
  readonly zookeeper?: Text;

  /** Path in path for Broker id. Default to /brokers/ids @default '/brokers/ids' */
  readonly zookeeper_path?: Text;

  /** Output topic. */
  readonly default_topic?: Text;

  readonly default_message_key?: Text;

  readonly default_partition_key?: Text;

  readonly default_partition?: Integer;

  /** Specify kafka patrtitioner hash algorithm @default 'crc32' */
  readonly partitioner_hash_function?: Enum<'crc32' | 'murmur2'>;

  /** @default 'kafka' */
  readonly client_id?: Text;

  /** Set to false to prevent SSL strict mode when using SASL authentication @default true */
  readonly sasl_over_ssl?: Bool;

  /** Supported format: (json|ltsv|msgpack|attr:<record name>|<formatter name>) @default 'json' */
  readonly output_data_type?: Text;

  /** @default false */
  readonly output_include_tag?: Bool;

  /** @default false */
  readonly output_include_time?: Bool;

  /** Set true to remove partition key from data @default false */
  readonly exclude_partition_key?: Bool;

  /** Set true to remove partition from data @default false */
  readonly exclude_partition?: Bool;

  /** Set true to remove message key from data @default false */
  readonly exclude_message_key?: Bool;

  /** Set true to remove topic name key from data @default false */
  readonly exclude_topic_key?: Bool;

  /** Number of times to retry sending of messages to a leader. @default 2 */
  readonly max_send_retries?: Integer;

  /** The number of acks required per request. @default -1 */
  readonly required_acks?: Integer;

  /** How long the producer waits for acks. */
  readonly ack_timeout?: Integer;

  /** The codec the producer uses to compress messages. */
  readonly compression_codec?: Text;

  readonly max_send_limit_bytes?: Size;

  readonly time_format?: Text;

  /** Number of messages to be buffered by the kafka producer. */
  readonly max_buffer_size?: Integer;

  /** Maximum size in bytes to be buffered. */
  readonly max_buffer_bytesize?: Integer;

  /**
   * Add a regular expression to capture ActiveSupport notifications from the Kafka client requires activesupport gem -
   * records will be generated under fluent_kafka_stats.**
   */
  readonly active_support_notification_regex?: Text;

  /** a PEM encoded CA cert to use with and SSL connection. */
  readonly ssl_ca_cert?: List;

  /** a PEM encoded client cert to use with and SSL connection. Must be used in combination with ssl_client_cert_key. */
  readonly ssl_client_cert?: Text;

  /** a PEM encoded client cert key to use with and SSL connection. Must be used in combination with ssl_client_cert. */
  readonly ssl_client_cert_key?: Text;

  /** a PEM encoded client cert key password to use with SSL connection. */
  readonly ssl_client_cert_key_password?: Text;

  /** an extra PEM encoded cert to use with and SSL connection. */
  readonly ssl_client_cert_chain?: Text;

  /**
   * this configures the store to look up CA certificates from the system default certificate store on an as needed
   * basis. The location of the store can usually be determined by: OpenSSL::X509::DEFAULT_CERT_FILE.
   *
   * @default false
   */
  readonly ssl_ca_certs_from_system?: Bool;

  /** this configures whether hostname of certificate should be verified or not. @default true */
  readonly ssl_verify_hostname?: Bool;

  /** a Kerberos principal to use with SASL authentication (GSSAPI). */
  readonly principal?: Text;

  /** a filepath to Kerberos keytab. Must be used with principal. */
  readonly keytab?: Text;

  /** a username when using PLAIN/SCRAM SASL authentication */
  readonly username?: Text;

  /** a password when using PLAIN/SCRAM SASL authentication */
  readonly password?: Text;

  /** if set, use SCRAM authentication with specified mechanism. When unset, default to PLAIN authentication */
  readonly scram_mechanism?: Enum<'sha256' | 'sha512'>;

  /** Section `<inject>`. */
  readonly inject?: Inject;
}

/** `<match>` with `@type kafka`. */
export const kafka = (pattern: string, params: KafkaOutput = {}): Directive => match('kafka', pattern, params);

/** Parameters of the output `kafka2`, of fluent-plugin-kafka. */
export interface Kafka2Output extends BufferedOutput, Emitting {
  /**
   * Set brokers directly: <broker1_host>:<broker1_port>,<broker2_host>:<broker2_port>,..
   *
   * @default ["localhost:9092"]
   */
  readonly brokers?: List;

  /** kafka topic. Placeholders are supported */
  readonly topic?: Text;

  /** Field for kafka topic @default 'topic' */
  readonly topic_key?: Text;

  /** Default output topic when record doesn't have topic field */
  readonly default_topic?: Text;

  /** Field for kafka message key @default 'message_key' */
  readonly message_key_key?: Text;

  readonly default_message_key?: Text;

  /** Field for kafka partition key @default 'partition_key' */
  readonly partition_key_key?: Text;

  readonly default_partition_key?: Text;

  /** Field for kafka partition @default 'partition' */
  readonly partition_key?: Text;

  /** Specify kafka patrtitioner hash algorithm @default 'crc32' */
  readonly partitioner_hash_function?: Enum<'crc32' | 'murmur2'>;

  readonly default_partition?: Integer;

  /**
   * A jsonpath to a record value pointing to the field which will be passed to the formatter and sent as the Kafka
   * message payload. If defined, only this field in the record will be sent to Kafka as the message payload.
   */
  readonly record_key?: Text;

  /** If true, default_topic is used when topic not found @default false */
  readonly use_default_for_unknown_topic?: Bool;

  /** @default 'fluentd' */
  readonly client_id?: Text;

  /** Enable idempotent producer @default false */
  readonly idempotent?: Bool;

  /** Set to false to prevent SSL strict mode when using SASL authentication @default true */
  readonly sasl_over_ssl?: Bool;

  /** Set true to remove partition key from data @default false */
  readonly exclude_partition_key?: Bool;

  /** Set true to remove partition from data @default false */
  readonly exclude_partition?: Bool;

  /** Set true to remove message key from data @default false */
  readonly exclude_message_key?: Bool;

  /** Set true to remove topic name key from data @default false */
  readonly exclude_topic_key?: Bool;

  /** Fields to remove from data where the value is a jsonpath to a record value @default [] */
  readonly exclude_fields?: List;

  /** Use fluentd event time for kafka create_time @default false */
  readonly use_event_time?: Bool;

  /** Kafka message headers @default {} */
  readonly headers?: Hash<string>;

  /** Kafka message headers where the header value is a jsonpath to a record value @default {} */
  readonly headers_from_record?: Hash<string>;

  /** support brokers' hostname with multiple addresses @default false */
  readonly resolve_seed_brokers?: Bool;

  /** @default false */
  readonly get_kafka_client_log?: Bool;

  /** Ignorable exception list @default [] */
  readonly ignore_exceptions?: List;

  /** Chunk backup flag when ignore exception occured @default true */
  readonly exception_backup?: Bool;

  /** The timeout setting for connecting to brokers */
  readonly connect_timeout?: Integer;

  /** The timeout setting for socket connection */
  readonly socket_timeout?: Integer;

  /** Number of times to retry sending of messages to a leader. @default 2 */
  readonly max_send_retries?: Integer;

  /** The number of acks required per request. @default -1 */
  readonly required_acks?: Integer;

  /** How long the producer waits for acks. */
  readonly ack_timeout?: Time;

  /**
   * The codec the producer uses to compress messages. Supported codecs depends on ruby-kafka:
   * https://github.com/zendesk/ruby-kafka#compression
   */
  readonly compression_codec?: Text;

  readonly max_send_limit_bytes?: Size;

  /** @default false */
  readonly discard_kafka_delivery_failed?: Bool;

  /**
   * Add a regular expression to capture ActiveSupport notifications from the Kafka client requires activesupport gem -
   * records will be generated under fluent_kafka_stats.**
   */
  readonly active_support_notification_regex?: Text;

  /** share kafka producer between flush threads @default false */
  readonly share_producer?: Bool;

  /** AWS access key Id for IAM authentication to MSK. */
  readonly sasl_aws_msk_iam_access_key_id?: Text;

  /** AWS access key secret for IAM authentication to MSK. */
  readonly sasl_aws_msk_iam_secret_key_id?: Text;

  /** AWS region for IAM authentication to MSK. */
  readonly sasl_aws_msk_iam_aws_region?: Text;

  /** a PEM encoded CA cert to use with and SSL connection. */
  readonly ssl_ca_cert?: List;

  /** a PEM encoded client cert to use with and SSL connection. Must be used in combination with ssl_client_cert_key. */
  readonly ssl_client_cert?: Text;

  /** a PEM encoded client cert key to use with and SSL connection. Must be used in combination with ssl_client_cert. */
  readonly ssl_client_cert_key?: Text;

  /** a PEM encoded client cert key password to use with SSL connection. */
  readonly ssl_client_cert_key_password?: Text;

  /** an extra PEM encoded cert to use with and SSL connection. */
  readonly ssl_client_cert_chain?: Text;

  /**
   * this configures the store to look up CA certificates from the system default certificate store on an as needed
   * basis. The location of the store can usually be determined by: OpenSSL::X509::DEFAULT_CERT_FILE.
   *
   * @default false
   */
  readonly ssl_ca_certs_from_system?: Bool;

  /** this configures whether hostname of certificate should be verified or not. @default true */
  readonly ssl_verify_hostname?: Bool;

  /** a Kerberos principal to use with SASL authentication (GSSAPI). */
  readonly principal?: Text;

  /** a filepath to Kerberos keytab. Must be used with principal. */
  readonly keytab?: Text;

  /** a username when using PLAIN/SCRAM SASL authentication */
  readonly username?: Text;

  /** a password when using PLAIN/SCRAM SASL authentication */
  readonly password?: Text;

  /** if set, use SCRAM authentication with specified mechanism. When unset, default to PLAIN authentication */
  readonly scram_mechanism?: Enum<'sha256' | 'sha512'>;

  /** Section `<buffer>`. Defaults of its own: `chunk_keys: ["topic"]`. */
  readonly buffer?: Buffer;

  /** Section `<format>`. Defaults of its own: `@type: 'json'`. */
  readonly format?: OneOrMore<Format>;

  /** Section `<inject>`. */
  readonly inject?: Inject;
}

/** `<match>` with `@type kafka2`. */
export const kafka2 = (pattern: string, params: Kafka2Output = {}): Directive => match('kafka2', pattern, params);

/** Parameters of the output `kafka_buffered`, of fluent-plugin-kafka. */
export interface KafkaBufferedOutput extends BufferedOutput, Emitting {
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

  /**
   * Set brokers directly: <broker1_host>:<broker1_port>,<broker2_host>:<broker2_port>,.. Brokers: you can choose to use
   * either brokers or zookeeper.
   *
   * @default 'localhost:9092'
   */
  readonly brokers?: Text;

  /** Set brokers via Zookeeper: <zookeeper_host>:<zookeeper_port> */
  readonly zookeeper?: Text;

  /** Path in path for Broker id. Default to /brokers/ids @default '/brokers/ids' */
  readonly zookeeper_path?: Text;

  /** Field for kafka topic @default 'topic' */
  readonly topic_key?: Text;

  /** Default output topic when record doesn't have topic field */
  readonly default_topic?: Text;

  /** Field for kafka message key @default 'message_key' */
  readonly message_key_key?: Text;

  readonly default_message_key?: Text;

  /** Field for kafka partition key @default 'partition_key' */
  readonly partition_key_key?: Text;

  readonly default_partition_key?: Text;

  /** Field for kafka partition @default 'partition' */
  readonly partition_key?: Text;

  readonly default_partition?: Integer;

  /** Specify kafka patrtitioner hash algorithm @default 'crc32' */
  readonly partitioner_hash_function?: Enum<'crc32' | 'murmur2'>;

  /** @default 'kafka' */
  readonly client_id?: Text;

  /** Enable idempotent producer @default false */
  readonly idempotent?: Bool;

  /** Set to false to prevent SSL strict mode when using SASL authentication @default true */
  readonly sasl_over_ssl?: Bool;

  /** Supported format: (json|ltsv|msgpack|attr:<record name>|<formatter name>) @default 'json' */
  readonly output_data_type?: Text;

  /** @default false */
  readonly output_include_tag?: Bool;

  /** @default false */
  readonly output_include_time?: Bool;

  /** Set true to remove partition key from data @default false */
  readonly exclude_partition_key?: Bool;

  /** Set true to remove partition from data @default false */
  readonly exclude_partition?: Bool;

  /** Set true to remove message key from data @default false */
  readonly exclude_message_key?: Bool;

  /** Set true to remove topic name key from data @default false */
  readonly exclude_topic_key?: Bool;

  /** Use fluentd event time for kafka create_time @default false */
  readonly use_event_time?: Bool;

  /** @default '4k' */
  readonly kafka_agg_max_bytes?: Size;

  readonly kafka_agg_max_messages?: Integer;

  /** @default false */
  readonly get_kafka_client_log?: Bool;

  /** Number of times to retry sending of messages to a leader. @default 2 */
  readonly max_send_retries?: Integer;

  /** The number of acks required per request. @default -1 */
  readonly required_acks?: Integer;

  /** How long the producer waits for acks. */
  readonly ack_timeout?: Time;

  /**
   * The codec the producer uses to compress messages. Supported codecs depends on ruby-kafka:
   * https://github.com/zendesk/ruby-kafka#compression
   */
  readonly compression_codec?: Text;

  readonly max_send_limit_bytes?: Size;

  /** @default false */
  readonly discard_kafka_delivery_failed?: Bool;

  readonly time_format?: Text;

  /**
   * Add a regular expression to capture ActiveSupport notifications from the Kafka client requires activesupport gem -
   * records will be generated under fluent_kafka_stats.**
   */
  readonly active_support_notification_regex?: Text;

  /** library to be used to monitor. statsd and datadog are supported @default [] */
  readonly monitoring_list?: List;

  /** a PEM encoded CA cert to use with and SSL connection. */
  readonly ssl_ca_cert?: List;

  /** a PEM encoded client cert to use with and SSL connection. Must be used in combination with ssl_client_cert_key. */
  readonly ssl_client_cert?: Text;

  /** a PEM encoded client cert key to use with and SSL connection. Must be used in combination with ssl_client_cert. */
  readonly ssl_client_cert_key?: Text;

  /** a PEM encoded client cert key password to use with SSL connection. */
  readonly ssl_client_cert_key_password?: Text;

  /** an extra PEM encoded cert to use with and SSL connection. */
  readonly ssl_client_cert_chain?: Text;

  /**
   * this configures the store to look up CA certificates from the system default certificate store on an as needed
   * basis. The location of the store can usually be determined by: OpenSSL::X509::DEFAULT_CERT_FILE.
   *
   * @default false
   */
  readonly ssl_ca_certs_from_system?: Bool;

  /** this configures whether hostname of certificate should be verified or not. @default true */
  readonly ssl_verify_hostname?: Bool;

  /** a Kerberos principal to use with SASL authentication (GSSAPI). */
  readonly principal?: Text;

  /** a filepath to Kerberos keytab. Must be used with principal. */
  readonly keytab?: Text;

  /** a username when using PLAIN/SCRAM SASL authentication */
  readonly username?: Text;

  /** a password when using PLAIN/SCRAM SASL authentication */
  readonly password?: Text;

  /** if set, use SCRAM authentication with specified mechanism. When unset, default to PLAIN authentication */
  readonly scram_mechanism?: Enum<'sha256' | 'sha512'>;

  /** Section `<inject>`. */
  readonly inject?: Inject;
}

/** `<match>` with `@type kafka_buffered`. */
export const kafkaBuffered = (pattern: string, params: KafkaBufferedOutput = {}): Directive =>
  match('kafka_buffered', pattern, params);

/** Parameters of the output `loki`, of fluent-plugin-grafana-loki. */
export interface LokiOutput extends BufferedOutput {
  /** Loki API base URL @default 'https://logs-prod-us-central1.grafana.net' */
  readonly url?: Text;

  /** Authentication: basic auth credentials */
  readonly username?: Text;

  readonly password?: Text;

  /** Authentication: Authorization header with Bearer token scheme */
  readonly bearer_token_file?: Text;

  /**
   * TLS: client certificate file (PEM). May contain multiple PEM blocks (leaf plus intermediate chain); full chain is
   * sent only on Ruby 3.0+.
   */
  readonly cert?: Text;

  readonly key?: Text;

  /** TLS: CA certificate file for server certificate verification */
  readonly ca_cert?: Text;

  /** TLS: the ciphers to use for the tls connection (e.g TLS1_0, TLS1_1, TLS1_2) */
  readonly ciphers?: Text;

  /** TLS: The minimum version for the tls connection */
  readonly min_version?: Text;

  /** TLS: disable server certificate verification @default false */
  readonly insecure_tls?: Bool;

  /** Custom HTTP headers @default {} */
  readonly custom_headers?: Hash;

  /** Compress HTTP request payload */
  readonly compress?: Enum<'gzip'>;

  /** Loki tenant id */
  readonly tenant?: Text;

  /** extra labels to add to all log streams @default {} */
  readonly extra_labels?: Hash;

  /** format to use when flattening the record to a log line @default 'key_value' */
  readonly line_format?: Enum<'json' | 'key_value'>;

  /** extract kubernetes labels as loki labels @default false */
  readonly extract_kubernetes_labels?: Bool;

  /** comma separated list of needless record keys to remove @default [] */
  readonly remove_keys?: List;

  /** if a record only has 1 key, then just set the log line to the value and discard the key. @default false */
  readonly drop_single_key?: Bool;

  /** whether or not to include the fluentd_thread label when multiple threads are used for flushing @default true */
  readonly include_thread_label?: Bool;

  /** Section `<label>`. */
  readonly label?: Open;
}

/** `<match>` with `@type loki`. */
export const loki = (pattern: string, params: LokiOutput = {}): Directive => match('loki', pattern, params);

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

/** Parameters of the output `rdkafka`, of fluent-plugin-kafka. */
export interface RdkafkaOutput extends BufferedOutput, Emitting {
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

  /**
   * Set brokers directly: <broker1_host>:<broker1_port>,<broker2_host>:<broker2_port>,.. Brokers: you can choose to use
   * either brokers or zookeeper.
   *
   * @default 'localhost:9092'
   */
  readonly brokers?: Text;

  /** Output topic */
  readonly default_topic?: Text;

  readonly default_message_key?: Text;

  readonly default_partition?: Integer;

  /** @default 'kafka' */
  readonly client_id?: Text;

  /** Supported format: (json|ltsv|msgpack|attr:<record name>|<formatter name>) @default 'json' */
  readonly output_data_type?: Text;

  /** @default false */
  readonly output_include_tag?: Bool;

  /** @default false */
  readonly output_include_time?: Bool;

  /** Set true to remove partition from data @default false */
  readonly exclude_partition?: Bool;

  /** Set true to remove message key from data @default false */
  readonly exclude_message_key?: Bool;

  /** Set true to remove topic name key from data @default false */
  readonly exclude_topic_key?: Bool;

  /** Number of times to retry sending of messages to a leader. @default 2 */
  readonly max_send_retries?: Integer;

  /** The number of acks required per request. @default -1 */
  readonly required_acks?: Integer;

  /** How long the producer waits for acks. */
  readonly ack_timeout?: Time;

  /** The codec the producer uses to compress messages. Supported codecs: (gzip|snappy) */
  readonly compression_codec?: Text;

  /** Use fluentd event time for rdkafka timestamp @default false */
  readonly use_event_time?: Bool;

  readonly max_send_limit_bytes?: Size;

  readonly rdkafka_buffering_max_ms?: Integer;

  readonly rdkafka_buffering_max_messages?: Integer;

  readonly rdkafka_message_max_bytes?: Integer;

  readonly rdkafka_message_max_num?: Integer;

  /** @default 30 */
  readonly rdkafka_delivery_handle_poll_timeout?: Integer;

  /** @default {} */
  readonly rdkafka_options?: Hash;

  /** @default 3 */
  readonly max_enqueue_retries?: Integer;

  /** @default 3 */
  readonly enqueue_retry_backoff?: Integer;

  readonly service_name?: Text;

  /** a PEM encoded CA cert to use with and SSL connection. */
  readonly ssl_ca_cert?: List;

  /** a PEM encoded client cert to use with and SSL connection. Must be used in combination with ssl_client_cert_key. */
  readonly ssl_client_cert?: Text;

  /** a PEM encoded client cert key to use with and SSL connection. Must be used in combination with ssl_client_cert. */
  readonly ssl_client_cert_key?: Text;

  /** a PEM encoded client cert key password to use with SSL connection. */
  readonly ssl_client_cert_key_password?: Text;

  /** an extra PEM encoded cert to use with and SSL connection. */
  readonly ssl_client_cert_chain?: Text;

  /**
   * this configures the store to look up CA certificates from the system default certificate store on an as needed
   * basis. The location of the store can usually be determined by: OpenSSL::X509::DEFAULT_CERT_FILE.
   *
   * @default false
   */
  readonly ssl_ca_certs_from_system?: Bool;

  /** this configures whether hostname of certificate should be verified or not. @default true */
  readonly ssl_verify_hostname?: Bool;

  /** a Kerberos principal to use with SASL authentication (GSSAPI). */
  readonly principal?: Text;

  /** a filepath to Kerberos keytab. Must be used with principal. */
  readonly keytab?: Text;

  /** a username when using PLAIN/SCRAM SASL authentication */
  readonly username?: Text;

  /** a password when using PLAIN/SCRAM SASL authentication */
  readonly password?: Text;

  /** if set, use SCRAM authentication with specified mechanism. When unset, default to PLAIN authentication */
  readonly scram_mechanism?: Enum<'sha256' | 'sha512'>;

  /** Section `<inject>`. */
  readonly inject?: Inject;
}

/** `<match>` with `@type rdkafka`. */
export const rdkafka = (pattern: string, params: RdkafkaOutput = {}): Directive => match('rdkafka', pattern, params);

/** Parameters of the output `rdkafka2`, of fluent-plugin-kafka. */
export interface Rdkafka2Output extends BufferedOutput {
  /**
   * Set brokers directly: <broker1_host>:<broker1_port>,<broker2_host>:<broker2_port>,.. Brokers: you can choose to use
   * either brokers or zookeeper.
   *
   * @default 'localhost:9092'
   */
  readonly brokers?: Text;

  /** kafka topic. Placeholders are supported */
  readonly topic?: Text;

  /** Field for kafka topic @default 'topic' */
  readonly topic_key?: Text;

  /** Default output topic when record doesn't have topic field */
  readonly default_topic?: Text;

  /** If true, default_topic is used when topic not found @default false */
  readonly use_default_for_unknown_topic?: Bool;

  /** If true, default_topic is used when received unknown_partition error @default false */
  readonly use_default_for_unknown_partition_error?: Bool;

  /** Field for kafka message key @default 'message_key' */
  readonly message_key_key?: Text;

  readonly default_message_key?: Text;

  /** Field for kafka partition @default 'partition' */
  readonly partition_key?: Text;

  readonly default_partition?: Integer;

  /** Enable idempotent producer @default false */
  readonly idempotent?: Bool;

  /** Set true to remove partition from data @default false */
  readonly exclude_partition?: Bool;

  /** Set true to remove message_key from data @default false */
  readonly exclude_message_key?: Bool;

  /** Set true to remove topic key from data @default false */
  readonly exclude_topic_key?: Bool;

  /** Fields to remove from data where the value is a jsonpath to a record value @default [] */
  readonly exclude_fields?: List;

  /** Kafka message headers @default {} */
  readonly headers?: Hash<string>;

  /** Kafka message headers where the header value is a jsonpath to a record value @default {} */
  readonly headers_from_record?: Hash<string>;

  /** Number of times to retry sending of messages to a leader. Used for message.send.max.retries @default 2 */
  readonly max_send_retries?: Integer;

  /** The number of acks required per request. Used for request.required.acks @default -1 */
  readonly required_acks?: Integer;

  /** How long the producer waits for acks. Used for request.timeout.ms */
  readonly ack_timeout?: Time;

  /** The codec the producer uses to compress messages. Used for compression.codec Supported codecs: (gzip|snappy) */
  readonly compression_codec?: Text;

  /**
   * A jsonpath to a record value pointing to the field which will be passed to the formatter and sent as the Kafka
   * message payload. If defined, only this field in the record will be sent to Kafka as the message payload.
   */
  readonly record_key?: Text;

  /** Use fluentd event time for rdkafka timestamp @default false */
  readonly use_event_time?: Bool;

  readonly max_send_limit_bytes?: Size;

  /** @default false */
  readonly discard_kafka_delivery_failed?: Bool;

  readonly discard_kafka_delivery_failed_regex?: Regexp;

  /** Used for queue.buffering.max.ms */
  readonly rdkafka_buffering_max_ms?: Integer;

  /** Used for queue.buffering.max.messages */
  readonly rdkafka_buffering_max_messages?: Integer;

  /** Used for message.max.bytes */
  readonly rdkafka_message_max_bytes?: Integer;

  /** Used for batch.num.messages */
  readonly rdkafka_message_max_num?: Integer;

  /** Timeout for polling message wait @default 30 */
  readonly rdkafka_delivery_handle_poll_timeout?: Integer;

  /**
   * Set any rdkafka configuration. See https://github.com/edenhill/librdkafka/blob/master/CONFIGURATION.md
   *
   * @default {}
   */
  readonly rdkafka_options?: Hash;

  /** share kafka producer between flush threads @default false */
  readonly share_producer?: Bool;

  /** @default 3 */
  readonly max_enqueue_retries?: Integer;

  /** @default 3 */
  readonly enqueue_retry_backoff?: Integer;

  /** The maximum number of enqueueing bytes per second */
  readonly max_enqueue_bytes_per_second?: Size;

  /**
   * Handle some of the error codes should be unrecoverable if specified
   *
   * @default ["topic_authorization_failed","msg_size_too_large"]
   */
  readonly unrecoverable_error_codes?: List;

  /** a PEM encoded CA cert to use with and SSL connection. */
  readonly ssl_ca_cert?: List;

  /** a PEM encoded client cert to use with and SSL connection. Must be used in combination with ssl_client_cert_key. */
  readonly ssl_client_cert?: Text;

  /** a PEM encoded client cert key to use with and SSL connection. Must be used in combination with ssl_client_cert. */
  readonly ssl_client_cert_key?: Text;

  /** a PEM encoded client cert key password to use with SSL connection. */
  readonly ssl_client_cert_key_password?: Text;

  /** an extra PEM encoded cert to use with and SSL connection. */
  readonly ssl_client_cert_chain?: Text;

  /**
   * this configures the store to look up CA certificates from the system default certificate store on an as needed
   * basis. The location of the store can usually be determined by: OpenSSL::X509::DEFAULT_CERT_FILE.
   *
   * @default false
   */
  readonly ssl_ca_certs_from_system?: Bool;

  /** this configures whether hostname of certificate should be verified or not. @default true */
  readonly ssl_verify_hostname?: Bool;

  /** a Kerberos principal to use with SASL authentication (GSSAPI). */
  readonly principal?: Text;

  /** a filepath to Kerberos keytab. Must be used with principal. */
  readonly keytab?: Text;

  /** a username when using PLAIN/SCRAM SASL authentication */
  readonly username?: Text;

  /** a password when using PLAIN/SCRAM SASL authentication */
  readonly password?: Text;

  /** if set, use SCRAM authentication with specified mechanism. When unset, default to PLAIN authentication */
  readonly scram_mechanism?: Enum<'sha256' | 'sha512'>;

  /** Used for sasl.kerberos.service.name */
  readonly service_name?: Text;

  /** When true, SASL authentication requires an SSL connection @default true */
  readonly sasl_over_ssl?: Bool;

  /** Section `<buffer>`. Defaults of its own: `chunk_keys: ["topic"]`. */
  readonly buffer?: Buffer;

  /** Section `<format>`. Defaults of its own: `@type: 'json'`. */
  readonly format?: OneOrMore<Format>;

  /** Section `<inject>`. */
  readonly inject?: Inject;
}

/** `<match>` with `@type rdkafka2`. */
export const rdkafka2 = (pattern: string, params: Rdkafka2Output = {}): Directive => match('rdkafka2', pattern, params);

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

/** Section `<assume_role_credentials>`. */
export interface S3AssumeRoleCredentials extends Commented {
  /** The Amazon Resource Name (ARN) of the role to assume */
  readonly role_arn: Text;

  /** An identifier for the assumed role session */
  readonly role_session_name: Text;

  /** An IAM policy in JSON format */
  readonly policy?: Text;

  /** The duration, in seconds, of the role session (900-3600) */
  readonly duration_seconds?: Integer;

  /** A unique identifier that is used by third parties when assuming roles in their customers' accounts. */
  readonly external_id?: Text;

  /** The region of the STS endpoint to use. */
  readonly sts_region?: Text;

  /** A http proxy url for requests to aws sts service */
  readonly sts_http_proxy?: Text;

  /** A url for a regional sts api endpoint, the default is global */
  readonly sts_endpoint_url?: Text;
}

/** Section `<web_identity_credentials>`. */
export interface S3WebIdentityCredentials extends Commented {
  /** The Amazon Resource Name (ARN) of the role to assume */
  readonly role_arn: Text;

  /** An identifier for the assumed role session */
  readonly role_session_name: Text;

  /** The absolute path to the file on disk containing the OIDC token */
  readonly web_identity_token_file: Text;

  /** An IAM policy in JSON format */
  readonly policy?: Text;

  /** The duration, in seconds, of the role session (900-43200) */
  readonly duration_seconds?: Integer;

  /** The region of the STS endpoint to use. */
  readonly sts_region?: Text;

  /** A http proxy url for requests to aws sts service */
  readonly sts_http_proxy?: Text;

  /** A url for a regional sts api endpoint, the default is global */
  readonly sts_endpoint_url?: Text;
}

/** Section `<instance_profile_credentials>`. */
export interface S3InstanceProfileCredentials extends Commented {
  /** Number of times to retry when retrieving credentials */
  readonly retries?: Integer;

  /** IP address (default:169.254.169.254) */
  readonly ip_address?: Text;

  /** Port number (default:80) */
  readonly port?: Integer;

  /** Number of seconds to wait for the connection to open */
  readonly http_open_timeout?: Float;

  /** Number of seconds to wait for one block to be read */
  readonly http_read_timeout?: Float;
}

/** Section `<shared_credentials>`. */
export interface S3SharedCredentials extends Commented {
  /** Path to the shared file. (default: $HOME/.aws/credentials) */
  readonly path?: Text;

  /** Profile name. Default to 'default' or ENV['AWS_PROFILE'] */
  readonly profile_name?: Text;
}

/** Section `<bucket_lifecycle_rule>`. */
export interface S3BucketLifecycleRule extends Commented {
  /** A unique ID for this rule */
  readonly id: Text;

  /**
   * Objects whose keys begin with this prefix will be affected by the rule. If not specified all objects of the bucket
   * will be affected
   *
   * @default ''
   */
  readonly prefix?: Text;

  /** The number of days before the object will expire */
  readonly expiration_days: Integer;
}

/** Parameters of the output `s3`, of fluent-plugin-s3. */
export interface S3Output extends BufferedOutput {
  /** Path prefix of the files on S3 @default '' */
  readonly path?: Text;

  /** The Server-side encryption algorithm used when storing this object in S3 (AES256, aws:kms) */
  readonly use_server_side_encryption?: Text;

  /** Use aws-sdk-ruby bundled cert @default false */
  readonly use_bundled_cert?: Bool;

  /** AWS access key id */
  readonly aws_key_id?: Text;

  /** AWS secret key. */
  readonly aws_sec_key?: Text;

  /** AWS profile name. */
  readonly aws_profile?: Text;

  /** The command to run to generate credentials. */
  readonly aws_credential_process?: Text;

  /** S3 bucket name */
  readonly s3_bucket: Text;

  /** S3 region name @default 'us-east-1' */
  readonly s3_region?: Text;

  /** Use 's3_region' instead */
  readonly s3_endpoint?: Text;

  /**
   * If true, S3 Transfer Acceleration will be enabled for uploads. IMPORTANT: You must first enable this feature on
   * your destination S3 bucket
   *
   * @default false
   */
  readonly enable_transfer_acceleration?: Bool;

  /**
   * If true, use Amazon S3 Dual-Stack Endpoints. Will make it possible to use either IPv4 or IPv6 when connecting to
   * S3.
   *
   * @default false
   */
  readonly enable_dual_stack?: Bool;

  /** If false, the certificate of endpoint will not be verified @default true */
  readonly ssl_verify_peer?: Bool;

  /**
   * Full path to the SSL certificate authority bundle file that should be used when verifying peer certificates. If
   * unspecified, defaults to the system CA if available.
   */
  readonly ssl_ca_bundle?: Text;

  /**
   * Full path of the directory that contains the unbundled SSL certificate authority files for verifying peer
   * certificates. If you do not pass ssl_ca_bundle or ssl_ca_directory the the system default will be used if
   * available.
   */
  readonly ssl_ca_directory?: Text;

  /** The format of S3 object keys @default '%{path}%{time_slice}_%{index}.%{file_extension}' */
  readonly s3_object_key_format?: Text;

  /** Archive format on S3 @default 'gzip' */
  readonly store_as?: Text;

  /** Create S3 bucket if it does not exists @default true */
  readonly auto_create_bucket?: Bool;

  /** Check AWS key on start @default true */
  readonly check_apikey_on_start?: Bool;

  /** URI of proxy environment */
  readonly proxy_uri?: Text;

  /** The type of storage to use for the object(STANDARD,REDUCED_REDUNDANCY,STANDARD_IA) @default 'STANDARD' */
  readonly storage_class?: Text;

  /** Permission for the object in S3 */
  readonly acl?: Text;

  /** Allows grantee READ, READ_ACP, and WRITE_ACP permissions on the object */
  readonly grant_full_control?: Text;

  /** Allows grantee to read the object data and its metadata */
  readonly grant_read?: Text;

  /** Allows grantee to read the object ACL */
  readonly grant_read_acp?: Text;

  /** Allows grantee to write the ACL for the applicable object */
  readonly grant_write_acp?: Text;

  /** The length of `%{hex_random}` placeholder(4-16) @default 4 */
  readonly hex_random_length?: Integer;

  /** `sprintf` format for `%{index}` @default '%d' */
  readonly index_format?: Text;

  /** Overwrite already existing path @default false */
  readonly overwrite?: Bool;

  /** Check bucket if exists or not @default true */
  readonly check_bucket?: Bool;

  /** Check object before creation @default true */
  readonly check_object?: Bool;

  /** Specifies the AWS KMS key ID to use for object encryption */
  readonly ssekms_key_id?: Text;

  /** Specifies the algorithm to use to when encrypting the object */
  readonly sse_customer_algorithm?: Text;

  /** Specifies the customer-provided encryption key for Amazon S3 to use in encrypting data */
  readonly sse_customer_key?: Text;

  /** Specifies the 128-bit MD5 digest of the encryption key according to RFC 1321 */
  readonly sse_customer_key_md5?: Text;

  /** AWS SDK uses MD5 for API request/response by default */
  readonly compute_checksums?: Bool;

  /** Signature version for API Request (s3,v4) */
  readonly signature_version?: Text;

  /** Given a threshold to treat events as delay, output warning logs if delayed events were put into s3 */
  readonly warn_for_delay?: Time;

  /** Arbitrary S3 tag-set for the object */
  readonly tagging?: Text;

  /**
   * Indicates the algorithm you want Amazon S3 to use to create the checksum for the object (CRC32,CRC32C,SHA1,SHA256)
   */
  readonly checksum_algorithm?: Text;

  /** Arbitrary S3 metadata headers to set for the object */
  readonly s3_metadata?: Hash;

  /** Section `<buffer>`. Defaults of its own: `chunk_keys: ["time"]`, `timekey: '86400s'`. */
  readonly buffer?: Buffer;

  /** Section `<format>`. Defaults of its own: `@type: 'out_file'`. */
  readonly format?: OneOrMore<Format>;

  /** Section `<inject>`. */
  readonly inject?: Inject;

  /** Section `<assume_role_credentials>`. */
  readonly assume_role_credentials?: S3AssumeRoleCredentials;

  /** Section `<web_identity_credentials>`. */
  readonly web_identity_credentials?: S3WebIdentityCredentials;

  /** Section `<instance_profile_credentials>`. */
  readonly instance_profile_credentials?: S3InstanceProfileCredentials;

  /** Section `<shared_credentials>`. */
  readonly shared_credentials?: S3SharedCredentials;

  /** Section `<bucket_lifecycle_rule>`. */
  readonly bucket_lifecycle_rule?: OneOrMore<S3BucketLifecycleRule>;
}

/** `<match>` with `@type s3`. */
export const s3 = (pattern: string, params: S3Output): Directive => match('s3', pattern, params);

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
  readonly kafka: KafkaOutput;
  readonly kafka2: Kafka2Output;
  readonly kafka_buffered: KafkaBufferedOutput;
  readonly loki: LokiOutput;
  readonly null: NullOutput;
  readonly prometheus: PrometheusOutput;
  readonly rdkafka: RdkafkaOutput;
  readonly rdkafka2: Rdkafka2Output;
  readonly record_modifier: RecordModifierOutput;
  readonly relabel: RelabelOutput;
  readonly rewrite_tag_filter: RewriteTagFilterOutput;
  readonly roundrobin: RoundrobinOutput;
  readonly s3: S3Output;
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
