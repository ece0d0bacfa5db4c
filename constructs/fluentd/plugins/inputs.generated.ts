// Made from codegen/fluentd/schemas by `npm run generate`; do not edit.

import type { Directive } from '../conf';
import { source } from './elements';
import type { Parse } from './parsers.generated';
import type { Extract, Transport } from './sections.generated';
import type { Storage } from './storages.generated';
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
  Regexp,
  Size,
  Text,
  Time,
} from './values';

/** What every input takes. */
export interface CommonInput extends Emitting {
  /** Allows the user to set different levels of logging for each plugin. */
  readonly '@log_level'?: Text;
}

/** Section `<disk>`. */
export interface CollectorMetricsDisk extends Commented {
  /** Stands behind the name of the section. */
  readonly purpose: string;

  /** A file, or a folder with all that is in it. */
  readonly path: Text;
}

/** Parameters of the input `collector_metrics`, which is ours. */
export interface CollectorMetricsInput extends CommonInput {
  /** Time between two looks. @default '10s' */
  readonly interval?: Time;

  /** Folder on the disk whose room is shown. */
  readonly state: Text;

  /** Section `<disk>`. */
  readonly disk?: OneOrMore<CollectorMetricsDisk>;
}

/** `<source>` with `@type collector_metrics`. */
export const collectorMetrics = (params: CollectorMetricsInput): Directive => source('collector_metrics', params);

/** Section `<route>`. */
export interface ContainerLogsRoute extends Commented {
  /** Stands behind the name of the section. */
  readonly name: string;

  /** Names and globs of namespaces whose logs it takes; without these, treatments and labels, all that are left. */
  readonly namespaces?: List;

  /** Names of treatments whose logs it takes, whatever their namespace. */
  readonly treatments?: List;

  /** Globs by labels of the pods, in its namespaces, whose logs it takes; of each label one must match. */
  readonly labels?: Hash;

  /** The data stream, as fields of the record. */
  readonly data_stream: Hash;
}

/** Section `<treatment>`. */
export interface ContainerLogsTreatment extends Commented {
  /** Stands behind the name of the section. */
  readonly name: string;

  /** Globs of namespaces, one of which must match; all when left out. */
  readonly namespaces?: List;

  /** Globs of containers, one of which must match; all when left out. */
  readonly containers?: List;

  /** Globs by labels of pods; of each label one must match. */
  readonly labels?: Hash;

  /** Globs of namespaces that are excepted, from their excepted containers. */
  readonly except_namespaces?: List;

  /** Globs of containers that are excepted, in the excepted namespaces. */
  readonly except_containers?: List;

  /** Globs by labels of pods that are excepted, in the excepted namespaces. */
  readonly except_labels?: Hash;

  /** Whether it means pods that are gone, whose labels nobody can know any more. @default false */
  readonly unknown_labels?: Bool;

  /** Whether lines are joined to events. @default true */
  readonly multiline?: Bool;

  /** Languages whose traces are joined; all when left out. */
  readonly languages?: List;

  /** A regular expression of the first line of an event; others continue it. Then no traces are looked for. */
  readonly first_line?: Text;
}

/** Parameters of the input `container_logs`, which is ours. */
export interface ContainerLogsInput extends CommonInput {
  /** Folder of the logs of all pods. @default '/var/log/pods' */
  readonly path?: Text;

  /** File in which the positions are saved. */
  readonly pos_file: Text;

  /** File in which the labels of pods are kept by which routes and treatments select. */
  readonly labels_file?: Text;

  /** Globs of the folders of pods that are not read. @default [] */
  readonly exclude_pods?: List;

  /** Name of the node, for kubernetes.host. */
  readonly node_name: Text;

  /** Time between two looks for new and renamed files. @default '2s' */
  readonly refresh_interval?: Time;

  /** Size at which an event goes on in a new one. @default '1m' */
  readonly max_event_size?: Size;

  /** Lines after which a trace goes on in a new event. @default 1000 */
  readonly max_event_lines?: Integer;

  /** Age at which an event goes on in a new one, even if its lines keep coming. @default '10s' */
  readonly max_event_age?: Time;

  /** Time without a further line after which an event is complete. @default '2s' */
  readonly event_wait?: Time;

  /** Size of all events that wait for further lines. @default '32m' */
  readonly max_held_size?: Size;

  /** Section `<route>`. */
  readonly route: OneOrMore<ContainerLogsRoute>;

  /** Section `<treatment>`. */
  readonly treatment?: OneOrMore<ContainerLogsTreatment>;
}

/** `<source>` with `@type container_logs`. */
export const containerLogs = (params: ContainerLogsInput): Directive => source('container_logs', params);

/** Parameters of the input `debug_agent`. */
export interface DebugAgentInput extends CommonInput {
  /** @default '127.0.0.1' */
  readonly bind?: Text;

  /** @default 24230 */
  readonly port?: Integer;

  readonly unix_path?: Text;

  /** @default 'Fluent::Engine' */
  readonly object?: Text;
}

/** `<source>` with `@type debug_agent`. */
export const debugAgent = (params: DebugAgentInput = {}): Directive => source('debug_agent', params);

/** Parameters of the input `dummy`. */
export interface DummyInput extends SampleInput {}

/** `<source>` with `@type dummy`. */
export const dummy = (params: DummyInput): Directive => source('dummy', params);

/** Parameters of the input `elasticsearch`, of fluent-plugin-elasticsearch. */
export interface ElasticsearchInput extends CommonInput {
  readonly tag: Text;

  /** @default 'localhost' */
  readonly host?: Text;

  /** @default 9200 */
  readonly port?: Integer;

  readonly user?: Text;

  readonly password?: Text;

  readonly path?: Text;

  /** @default 'http' */
  readonly scheme?: Enum<'https' | 'http'>;

  readonly hosts?: Text;

  /** @default 'fluentd' */
  readonly index_name?: Text;

  /** @default false */
  readonly parse_timestamp?: Bool;

  readonly timestamp_key_format?: Text;

  /** @default 'elasticsearch_plugin.input.time.error' */
  readonly timestamp_parse_error_tag?: Text;

  /** @default {"sort":["_doc"]} */
  readonly query?: Hash;

  /** @default '1m' */
  readonly scroll?: Text;

  /** @default 1000 */
  readonly size?: Integer;

  /** @default 1 */
  readonly num_slices?: Integer;

  /** @default 5 */
  readonly interval?: Size;

  /** @default true */
  readonly repeat?: Bool;

  /** @default 'excon' */
  readonly http_backend?: Enum<'excon' | 'typhoeus'>;

  /** @default '5s' */
  readonly request_timeout?: Time;

  /** @default true */
  readonly reload_connections?: Bool;

  /** @default false */
  readonly reload_on_failure?: Bool;

  /** @default '60s' */
  readonly resurrect_after?: Time;

  /** @default -1 */
  readonly reload_after?: Integer;

  /** @default true */
  readonly ssl_verify?: Bool;

  readonly client_key?: Text;

  readonly client_cert?: Text;

  readonly client_key_pass?: Text;

  readonly ca_file?: Text;

  /** @default 'TLSv1_2' */
  readonly ssl_version?: Enum<'SSLv23' | 'TLSv1' | 'TLSv1_1' | 'TLSv1_2'>;

  /** @default false */
  readonly with_transporter_log?: Bool;

  readonly sniffer_class_name?: Text;

  /** @default {} */
  readonly custom_headers?: Hash;

  /** @default ["_index","_type","_id"] */
  readonly docinfo_fields?: List;

  /** @default '@metadata' */
  readonly docinfo_target?: Text;

  /** @default false */
  readonly docinfo?: Bool;
}

/** `<source>` with `@type elasticsearch`. */
export const elasticsearch = (params: ElasticsearchInput): Directive => source('elasticsearch', params);

/** Parameters of the input `exec`. */
export interface ExecInput extends CommonInput {
  /** The command (program) to execute. */
  readonly command: Text;

  /** Specify connect mode to executed process @default 'read' */
  readonly connect_mode?: Enum<'read' | 'read_with_stderr'>;

  /** Tag of the output events. */
  readonly tag?: Text;

  /** The interval time between periodic program runs. */
  readonly run_interval?: Time;

  /** The default block size to read if parser requires partial read. @default '10k' */
  readonly read_block_size?: Size;

  /** The encoding to receive the result of the command, especially for non-ascii characters. */
  readonly encoding?: Text;

  /** Section `<parse>`. Defaults of its own: `@type: 'tsv'`. */
  readonly parse?: OneOrMore<Parse>;

  /** Section `<extract>`. */
  readonly extract?: Extract;
}

/** `<source>` with `@type exec`. */
export const exec = (params: ExecInput): Directive => source('exec', params);

/** Section `<user>`. */
export interface ForwardSecurityUser extends Commented {
  /** The username for authentication */
  readonly username: Text;

  /** The password for authentication */
  readonly password: Text;
}

/** Section `<client>`. */
export interface ForwardSecurityClient extends Commented {
  /** The IP address or host name of the client */
  readonly host?: Text;

  /** Network address specification */
  readonly network?: Text;

  /** Shared key per client */
  readonly shared_key?: Text;

  /** Array of username. @default [] */
  readonly users?: List;
}

/** Section `<security>`. */
export interface ForwardSecurity extends Commented {
  /** The hostname */
  readonly self_hostname: Text;

  /** Shared key for authentication */
  readonly shared_key: Text;

  /** If true, use user based authentication @default false */
  readonly user_auth?: Bool;

  /** Allow anonymous source. <client> sections required if disabled. @default true */
  readonly allow_anonymous_source?: Bool;

  /** Section `<user>`. */
  readonly user?: OneOrMore<ForwardSecurityUser>;

  /** Section `<client>`. */
  readonly client?: OneOrMore<ForwardSecurityClient>;
}

/** Parameters of the input `forward`. */
export interface ForwardInput extends CommonInput {
  /** The port to listen to. @default 24224 */
  readonly port?: Integer;

  /** The bind address to listen to. @default '0.0.0.0' */
  readonly bind?: Text;

  readonly backlog?: Integer;

  /** @default 0.5 */
  readonly blocking_timeout?: Time;

  /** Try to resolve hostname from IP addresses or not. */
  readonly resolve_hostname?: Bool;

  /** Connections will be disconnected right after receiving first message if this value is true. @default false */
  readonly deny_keepalive?: Bool;

  /**
   * Check the remote connection is still available by sending a keepalive packet if this value is true.
   *
   * @default false
   */
  readonly send_keepalive_packet?: Bool;

  /** Log warning if received chunk size is larger than this value. */
  readonly chunk_size_warn_limit?: Size;

  /** Received chunk is dropped if it is larger than this value. */
  readonly chunk_size_limit?: Size;

  /** The size limit of the decompressed element. @default '256m' */
  readonly decompression_size_limit?: Size;

  /** Skip an event if incoming event is invalid. @default true */
  readonly skip_invalid_event?: Bool;

  /** The field name of the client's source address. */
  readonly source_address_key?: Text;

  /** The field name of the client's hostname. */
  readonly source_hostname_key?: Text;

  /** New tag instead of incoming tag */
  readonly tag?: Text;

  /** Add prefix to incoming tag */
  readonly add_tag_prefix?: Text;

  /** Section `<transport>`. */
  readonly transport?: Transport;

  /** Section `<security>`. */
  readonly security?: ForwardSecurity;
}

/** `<source>` with `@type forward`. */
export const forward = (params: ForwardInput = {}): Directive => source('forward', params);

/** Section `<treatment>`. */
export interface ForwardedLogsTreatment extends Commented {
  /** Stands behind the name of the section. */
  readonly name: string;

  /** Globs of namespaces, one of which must match; all when left out. */
  readonly namespaces?: List;

  /** Globs of containers, one of which must match; all when left out. */
  readonly containers?: List;

  /** Globs by labels of pods; of each label one must match. */
  readonly labels?: Hash;

  /** Globs of namespaces that are excepted, from their excepted containers. */
  readonly except_namespaces?: List;

  /** Globs of containers that are excepted, in the excepted namespaces. */
  readonly except_containers?: List;

  /** Globs by labels of pods that are excepted, in the excepted namespaces. */
  readonly except_labels?: Hash;

  /** Whether it means pods that are gone, whose labels nobody can know any more. @default false */
  readonly unknown_labels?: Bool;
}

/** Parameters of the input `forwarded_logs`, which is ours. */
export interface ForwardedLogsInput extends ForwardInput {
  /**
   * Size of all messages that are on their way; connections beyond it are closed, so that senders try again.
   *
   * @default '128m'
   */
  readonly max_held_size?: Size;

  /** File that is there when nothing must be taken any more. @default '/tmp/closing' */
  readonly closing_file?: Text;

  /**
   * Whether anybody sends, whose records are given an identity; else they are those of our node agents.
   *
   * @default false
   */
  readonly foreign?: Bool;

  /** Section `<treatment>`. */
  readonly treatment?: OneOrMore<ForwardedLogsTreatment>;
}

/** `<source>` with `@type forwarded_logs`. */
export const forwardedLogs = (params: ForwardedLogsInput = {}): Directive => source('forwarded_logs', params);

/** Parameters of the input `gc_stat`. */
export interface GcStatInput extends CommonInput {
  /** @default '60s' */
  readonly emit_interval?: Time;

  /** @default true */
  readonly use_symbol_keys?: Bool;

  readonly tag: Text;
}

/** `<source>` with `@type gc_stat`. */
export const gcStat = (params: GcStatInput): Directive => source('gc_stat', params);

/** Parameters of the input `http`. */
export interface HttpInput extends CommonInput {
  /** The port to listen to. @default 9880 */
  readonly port?: Integer;

  /** The bind address to listen to. @default '0.0.0.0' */
  readonly bind?: Text;

  /** The size limit of the POSTed element. Default is 32MB. @default '32m' */
  readonly body_size_limit?: Size;

  /** The size limit of the decompressed element. @default '256m' */
  readonly decompression_size_limit?: Size;

  /** The timeout limit for keeping the connection alive. @default '10s' */
  readonly keepalive_timeout?: Time;

  readonly backlog?: Integer;

  /** Add HTTP_ prefix headers to the record. @default false */
  readonly add_http_headers?: Bool;

  /** Add REMOTE_ADDR header to the record. @default false */
  readonly add_remote_addr?: Bool;

  /** @default 0.5 */
  readonly blocking_timeout?: Time;

  /** Set a allow list of domains that can do CORS (Cross-Origin Resource Sharing) */
  readonly cors_allow_origins?: List;

  /**
   * Tells browsers whether to expose the response to frontend when the credentials mode is "include".
   *
   * @default false
   */
  readonly cors_allow_credentials?: Bool;

  /** Respond with empty gif image of 1x1 pixel. @default false */
  readonly respond_with_empty_img?: Bool;

  /** Respond status code with 204. @default false */
  readonly use_204_response?: Bool;

  /** Dump error log or not @default true */
  readonly dump_error_log?: Bool;

  /** Add QUERY_ prefix query params to record @default false */
  readonly add_query_params?: Bool;

  /** Add prefix to incoming tag */
  readonly add_tag_prefix?: Text;

  /** Section `<parse>`. Defaults of its own: `@type: 'in_http'`. */
  readonly parse?: OneOrMore<Parse>;

  /** Section `<transport>`. */
  readonly transport?: Transport;
}

/** `<source>` with `@type http`. */
export const http = (params: HttpInput = {}): Directive => source('http', params);

/** Parameters of the input `http_events`, which is ours. */
export interface HttpEventsInput extends CommonInput {
  /** Tag of the events. */
  readonly tag: Text;

  /** Port on which requests come. */
  readonly port: Integer;

  /** Address on which they come; all of IPv4 and IPv6 without it. @default '::' */
  readonly bind?: Text;

  /** Token that senders must know, for the header `Authorization: Bearer`. */
  readonly token?: Text;

  /** User that senders may be instead. */
  readonly user?: Text;

  /** Password of the user. */
  readonly password?: Text;

  /** Size of a body, compressed or not. @default '10m' */
  readonly max_body_size?: Size;

  /** Size of all bodies that are read at a time. @default '64m' */
  readonly max_pending_size?: Size;

  /** Size at which a message goes on in a new event. @default '1m' */
  readonly max_event_size?: Size;

  /** File with the certificate, and those that lead to its authority; without it there is no TLS. */
  readonly cert_path?: Text;

  /** File with the key of the certificate. */
  readonly private_key_path?: Text;
}

/** `<source>` with `@type http_events`. */
export const httpEvents = (params: HttpEventsInput): Directive => source('http_events', params);

/** Parameters of the input `journal`, which is ours. */
export interface JournalInput extends CommonInput {
  /** Folder of the journal. @default '/var/log/journal' */
  readonly path?: Text;

  /** File in which the position is saved. */
  readonly pos_file: Text;

  /** Units whose entries are read; all when left out. @default [] */
  readonly units?: List;

  /** Whether the entries of the kernel are read besides those of units. @default false */
  readonly kernel?: Bool;

  /** How old the entries may be that are read of a journal that was never read before. @default '86400s' */
  readonly since?: Time;

  /** Name of the node, for kubernetes.host. */
  readonly node_name: Text;

  /** Tag of the events. */
  readonly tag: Text;
}

/** `<source>` with `@type journal`. */
export const journal = (params: JournalInput): Directive => source('journal', params);

/** Parameters of the input `kafka`, of fluent-plugin-kafka. */
export interface KafkaInput extends CommonInput {
  /** Supported format: (json|text|ltsv|msgpack) @default 'json' */
  readonly format?: Text;

  /** For 'text' format only. @default 'message' */
  readonly message_key?: Text;

  /** Broker host */
  readonly host?: Text;

  /** Broker port */
  readonly port?: Integer;

  /** List of broker-host:port, separate with comma, must set. @default 'localhost:9092' */
  readonly brokers?: Text;

  /** Interval (Unit: seconds) @default 1 */
  readonly interval?: Integer;

  /** Listening topics(separate with comma',') */
  readonly topics?: Text;

  /** @default 'kafka' */
  readonly client_id?: Text;

  /** Set to false to prevent SSL strict mode when using SASL authentication @default true */
  readonly sasl_over_ssl?: Bool;

  /** Listening partition @default 0 */
  readonly partition?: Integer;

  /** Listening start offset @default -1 */
  readonly offset?: Integer;

  /** Tag prefix */
  readonly add_prefix?: Text;

  /** tag suffix */
  readonly add_suffix?: Text;

  /** @default false */
  readonly add_offset_in_record?: Bool;

  /** Source for the fluentd event tag @default 'topic' */
  readonly tag_source?: Enum<'topic' | 'record'>;

  /** Tag field when tag_source is 'record' @default 'tag' */
  readonly record_tag_key?: Text;

  readonly offset_zookeeper?: Text;

  /** @default '/fluent-plugin-kafka' */
  readonly offset_zk_root_node?: Text;

  /** Source for message timestamp. @default 'now' */
  readonly time_source?: Enum<'now' | 'kafka' | 'record'>;

  /** Time field when time_source is 'record' @default 'time' */
  readonly record_time_key?: Text;

  /** @default false */
  readonly get_kafka_client_log?: Bool;

  /** Time format to be used to parse 'time' field. */
  readonly time_format?: Text;

  /** Set kafka's message key to this field */
  readonly kafka_message_key?: Text;

  /** Maximum number of bytes to fetch. */
  readonly max_bytes?: Integer;

  /** How long to block until the server sends us data. */
  readonly max_wait_time?: Integer;

  /** Smallest amount of data the server should send us. */
  readonly min_bytes?: Integer;

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
}

/** `<source>` with `@type kafka`. */
export const kafka = (params: KafkaInput = {}): Directive => source('kafka', params);

/** Parameters of the input `kafka_group`, of fluent-plugin-kafka. */
export interface KafkaGroupInput extends CommonInput {
  /** List of broker-host:port, separate with comma, must set. @default 'localhost:9092' */
  readonly brokers?: Text;

  /** Consumer group name, must set. */
  readonly consumer_group: Text;

  /** Listening topics(separate with comma','). */
  readonly topics: Text;

  /** @default 'kafka' */
  readonly client_id?: Text;

  /** Set to false to prevent SSL strict mode when using SASL authentication @default true */
  readonly sasl_over_ssl?: Bool;

  /** Supported format: (json|text|ltsv|msgpack) @default 'json' */
  readonly format?: Text;

  /** For 'text' format only. @default 'message' */
  readonly message_key?: Text;

  /** Add kafka's message headers to event record @default false */
  readonly add_headers?: Bool;

  /** Tag prefix (Optional) */
  readonly add_prefix?: Text;

  /** Tag suffix (Optional) */
  readonly add_suffix?: Text;

  /**
   * How long to stop event consuming when BufferQueueLimitError happens. Wait retry_emit_limit x 1s. The default is
   * waiting until BufferQueueLimitError is resolved
   */
  readonly retry_emit_limit?: Integer;

  /** Source for message timestamp. @default 'now' */
  readonly time_source?: Enum<'now' | 'kafka' | 'record'>;

  /** Time field when time_source is 'record' @default 'time' */
  readonly record_time_key?: Text;

  /** @default false */
  readonly get_kafka_client_log?: Bool;

  /** Time format to be used to parse 'time' field. */
  readonly time_format?: Text;

  /** Source for the fluentd event tag @default 'topic' */
  readonly tag_source?: Enum<'topic' | 'record'>;

  /** Tag field when tag_source is 'record' @default 'tag' */
  readonly record_tag_key?: Text;

  /** Set kafka's message key to this field */
  readonly kafka_message_key?: Text;

  /** [Integer, nil] the timeout setting for connecting to brokers */
  readonly connect_timeout?: Integer;

  /** [Integer, nil] the timeout setting for socket connection */
  readonly socket_timeout?: Integer;

  /** @default 30 */
  readonly retry_wait_seconds?: Integer;

  /** If set true, it disables retry_limit and make Fluentd retry indefinitely (default: false) @default false */
  readonly disable_retry_limit?: Bool;

  /** The maximum number of retries for connecting kafka (default: 10) @default 10 */
  readonly retry_limit?: Integer;

  /** Maximum number of bytes to fetch. @default 1048576 */
  readonly max_bytes?: Integer;

  /** How long to block until the server sends us data. */
  readonly max_wait_time?: Integer;

  /** Smallest amount of data the server should send us. */
  readonly min_bytes?: Integer;

  /** The number of seconds after which, if a client hasn't contacted the Kafka cluster */
  readonly session_timeout?: Integer;

  /** The interval between offset commits, in seconds */
  readonly offset_commit_interval?: Integer;

  /** The number of messages that can be processed before their offsets are committed */
  readonly offset_commit_threshold?: Integer;

  /** The number of fetched messages per partition that are queued in fetcher queue */
  readonly fetcher_max_queue_size?: Integer;

  /** The interval of refreshing the topic list in seconds. Zero or unset disables this */
  readonly refresh_topic_interval?: Integer;

  /** Whether to start from the beginning of the topic or just subscribe to new messages being produced @default true */
  readonly start_from_beginning?: Bool;

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

  /** AWS access key Id for IAM authentication to MSK. */
  readonly sasl_aws_msk_iam_access_key_id?: Text;

  /** AWS access key secret for IAM authentication to MSK. */
  readonly sasl_aws_msk_iam_secret_key_id?: Text;

  /** AWS region for IAM authentication to MSK. */
  readonly sasl_aws_msk_iam_aws_region?: Text;
}

/** `<source>` with `@type kafka_group`. */
export const kafkaGroup = (params: KafkaGroupInput): Directive => source('kafka_group', params);

/** Parameters of the input `kafka_messages`, which is ours. */
export interface KafkaMessagesInput extends CommonInput {
  /** Tag of the events. */
  readonly tag: Text;

  /** Some of the brokers, as host:port. */
  readonly brokers: List;

  /** Names of the topics. */
  readonly topics: List;

  /** Name of the group whose members share the partitions. */
  readonly group: Text;

  /** Where a group begins that has never read a partition. @default 'earliest' */
  readonly begin_at?: Enum<'earliest' | 'latest'>;

  /** What the value of a message is. @default 'text' */
  readonly value?: Enum<'text' | 'json'>;

  /** Whether brokers are spoken to over TLS. @default true */
  readonly tls?: Bool;

  /** File with the authority of the certificates of the brokers; without it, one that the image trusts. */
  readonly ca_path?: Text;

  /** File with a certificate of the consumer. */
  readonly cert_path?: Text;

  /** File with the key of that certificate. */
  readonly private_key_path?: Text;

  /** How the user is proved. @default 'scram-sha-512' */
  readonly mechanism?: Enum<'plain' | 'scram-sha-256' | 'scram-sha-512'>;

  /** User of SASL. */
  readonly user?: Text;

  /** Password of the user. */
  readonly password?: Text;
}

/** `<source>` with `@type kafka_messages`. */
export const kafkaMessages = (params: KafkaMessagesInput): Directive => source('kafka_messages', params);

/** Parameters of the input `kubernetes_events`, which is ours. */
export interface KubernetesEventsInput extends CommonInput {
  /** Tag of the events. */
  readonly tag: Text;

  /** Address of the API server. @default 'https://kubernetes.default.svc' */
  readonly url?: Text;

  /** File with the token of the service account. */
  readonly token_path: Text;

  /** File with the authority of the API server. */
  readonly ca_path: Text;

  /** File in which the version is saved. */
  readonly pos_file: Text;
}

/** `<source>` with `@type kubernetes_events`. */
export const kubernetesEvents = (params: KubernetesEventsInput): Directive => source('kubernetes_events', params);

/** Parameters of the input `monitor_agent`. */
export interface MonitorAgentInput extends CommonInput {
  /** The address to bind to. @default '0.0.0.0' */
  readonly bind?: Text;

  /** The port to listen to. @default 24220 */
  readonly port?: Integer;

  /** The tag with which internal metrics are emitted. */
  readonly tag?: Text;

  /** Determine the rate to emit internal metrics as events. @default '60s' */
  readonly emit_interval?: Time;

  /** Determine whether to include the config information. @default false */
  readonly include_config?: Bool;

  /** Determine whether to include the retry information. @default false */
  readonly include_retry?: Bool;

  /** Determine whether to include the debug information. @default false */
  readonly include_debug_info?: Bool;

  /** Section `<transport>`. */
  readonly transport?: Transport;
}

/** `<source>` with `@type monitor_agent`. */
export const monitorAgent = (params: MonitorAgentInput = {}): Directive => source('monitor_agent', params);

/** Parameters of the input `node_files`, which is ours. */
export interface NodeFilesInput extends CommonInput {
  /** Patterns of paths. */
  readonly paths: List;

  /** File in which the positions are saved. */
  readonly pos_file: Text;

  /** Time between two looks for new and renamed files. @default '2s' */
  readonly refresh_interval?: Time;

  /** Size at which a line goes on in a new event. @default '1m' */
  readonly max_line_size?: Size;

  /** Name of the node, a part of the identity of a line. */
  readonly node_name: Text;

  /** Tag of the events. */
  readonly tag: Text;
}

/** `<source>` with `@type node_files`. */
export const nodeFiles = (params: NodeFilesInput): Directive => source('node_files', params);

/** Parameters of the input `object_space`. */
export interface ObjectSpaceInput extends CommonInput {
  /** @default '60s' */
  readonly emit_interval?: Time;

  readonly tag: Text;

  /** @default 15 */
  readonly top?: Integer;
}

/** `<source>` with `@type object_space`. */
export const objectSpace = (params: ObjectSpaceInput): Directive => source('object_space', params);

/** Section `<output>`. */
export interface OutputReachOutput extends Commented {
  /** Stands behind the name of the section. */
  readonly id: string;

  /** Its servers, as host:port; it is reached if one of them is. @default [] */
  readonly servers?: List;
}

/** Parameters of the input `output_reach`, which is ours. */
export interface OutputReachInput extends CommonInput {
  /** Time between two looks. @default '15s' */
  readonly interval?: Time;

  /** Section `<output>`. */
  readonly output: OneOrMore<OutputReachOutput>;
}

/** `<source>` with `@type output_reach`. */
export const outputReach = (params: OutputReachInput): Directive => source('output_reach', params);

/** Section `<ssl>`. */
export interface PrometheusSsl extends Commented {}

/** Parameters of the input `prometheus`, of fluent-plugin-prometheus. */
export interface PrometheusInput extends CommonInput {
  /** @default '0.0.0.0' */
  readonly bind?: Text;

  /** @default 24231 */
  readonly port?: Integer;

  /** @default '/metrics' */
  readonly metrics_path?: Text;

  /** @default '/aggregated_metrics' */
  readonly aggregated_metrics_path?: Text;

  /**
   * Content encoding of the exposed metrics, Currently supported encoding is identity, gzip. Ref:
   * https://prometheus.io/docs/instrumenting/exposition_formats/#basic-info
   *
   * @default 'identity'
   */
  readonly content_encoding?: Enum<'identity' | 'gzip'>;

  /** Section `<transport>`. */
  readonly transport?: Transport;

  /** Section `<ssl>`. */
  readonly ssl?: PrometheusSsl;
}

/** `<source>` with `@type prometheus`. */
export const prometheus = (params: PrometheusInput = {}): Directive => source('prometheus', params);

/** Parameters of the input `prometheus_monitor`, of fluent-plugin-prometheus. */
export interface PrometheusMonitorInput extends CommonInput {
  /** @default '5s' */
  readonly interval?: Time;

  /** Section `<labels>`. */
  readonly labels?: Open;
}

/** `<source>` with `@type prometheus_monitor`. */
export const prometheusMonitor = (params: PrometheusMonitorInput = {}): Directive =>
  source('prometheus_monitor', params);

/** Parameters of the input `prometheus_output_monitor`, of fluent-plugin-prometheus. */
export interface PrometheusOutputMonitorInput extends CommonInput {
  /** @default '5s' */
  readonly interval?: Time;

  /** @default true */
  readonly gauge_all?: Bool;

  /** Section `<labels>`. */
  readonly labels?: Open;
}

/** `<source>` with `@type prometheus_output_monitor`. */
export const prometheusOutputMonitor = (params: PrometheusOutputMonitorInput = {}): Directive =>
  source('prometheus_output_monitor', params);

/** Parameters of the input `prometheus_tail_monitor`, of fluent-plugin-prometheus. */
export interface PrometheusTailMonitorInput extends CommonInput {
  /** @default '5s' */
  readonly interval?: Time;

  /** Section `<labels>`. */
  readonly labels?: Open;
}

/** `<source>` with `@type prometheus_tail_monitor`. */
export const prometheusTailMonitor = (params: PrometheusTailMonitorInput = {}): Directive =>
  source('prometheus_tail_monitor', params);

/** Parameters of the input `rdkafka_group`, of fluent-plugin-kafka. */
export interface RdkafkaGroupInput extends CommonInput {
  /** Listening topics(separate with comma','). */
  readonly topics: Text;

  /** Supported format: (json|text|ltsv|msgpack) @default 'json' */
  readonly format?: Text;

  /** For 'text' format only. @default 'message' */
  readonly message_key?: Text;

  /** Add kafka's message headers to event record @default false */
  readonly add_headers?: Bool;

  /** Tag prefix (Optional) */
  readonly add_prefix?: Text;

  /** Tag suffix (Optional) */
  readonly add_suffix?: Text;

  /** Source for message timestamp. @default 'now' */
  readonly time_source?: Enum<'now' | 'kafka' | 'record'>;

  /** Time field when time_source is 'record' @default 'time' */
  readonly record_time_key?: Text;

  /** Time format to be used to parse 'time' field. */
  readonly time_format?: Text;

  /** Set kafka's message key to this field */
  readonly kafka_message_key?: Text;

  /**
   * How long to stop event consuming when BufferQueueLimitError happens. Wait retry_emit_limit x 1s. The default is
   * waiting until BufferQueueLimitError is resolved
   */
  readonly retry_emit_limit?: Integer;

  /** @default 30 */
  readonly retry_wait_seconds?: Integer;

  /** If set true, it disables retry_limit and make Fluentd retry indefinitely (default: false) @default false */
  readonly disable_retry_limit?: Bool;

  /** The maximum number of retries for connecting kafka (default: 10) @default 10 */
  readonly retry_limit?: Integer;

  /** How long to block polls in milliseconds until the server sends us data. @default 250 */
  readonly max_wait_time_ms?: Integer;

  /** Maximum number of log lines emitted in a single batch. @default 10000 */
  readonly max_batch_size?: Integer;

  /**
   * Kafka configuration properties as desribed in https://github.com/edenhill/librdkafka/blob/master/CONFIGURATION.md
   *
   * @default {}
   */
  readonly kafka_configs?: Hash;

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

  /** Section `<parse>`. Defaults of its own: `@type: 'json'`. */
  readonly parse?: OneOrMore<Parse>;
}

/** `<source>` with `@type rdkafka_group`. */
export const rdkafkaGroup = (params: RdkafkaGroupInput): Directive => source('rdkafka_group', params);

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

/** Section `<sqs>`. */
export interface S3Sqs extends Commented {
  /** SQS queue name */
  readonly queue_name?: Text;

  /** SQS Owner Account ID */
  readonly queue_owner_aws_account_id?: Text;

  /** Use 's3_region' instead */
  readonly endpoint?: Text;

  /** AWS access key id for SQS user */
  readonly aws_key_id?: Text;

  /** AWS secret key for SQS user. */
  readonly aws_sec_key?: Text;

  /** Skip message deletion @default false */
  readonly skip_delete?: Bool;

  /** The long polling interval. @default 20 */
  readonly wait_time_seconds?: Integer;

  /** Polling error retry interval. @default 300 */
  readonly retry_error_interval?: Integer;

  /** Event bridge mode @default false */
  readonly event_bridge_mode?: Bool;
}

/** Parameters of the input `s3`, of fluent-plugin-s3. */
export interface S3Input extends CommonInput {
  /** Use aws-sdk-ruby bundled cert @default false */
  readonly use_bundled_cert?: Bool;

  /** Add object metadata to the records parsed out of a given object @default false */
  readonly add_object_metadata?: Bool;

  /** The size limit of the extracted element. @default '256m' */
  readonly decompression_size_limit?: Size;

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
   * If true, the bucket name is always left in the request URI and never moved to the host as a sub-domain
   *
   * @default false
   */
  readonly force_path_style?: Bool;

  /** Archive format on S3 @default 'gzip' */
  readonly store_as?: Text;

  /** Check AWS key on start @default true */
  readonly check_apikey_on_start?: Bool;

  /** URI of proxy environment */
  readonly proxy_uri?: Text;

  /** Optional RegEx to match incoming messages */
  readonly match_regexp?: Regexp;

  /** Tag string @default 'input.s3' */
  readonly tag?: Text;

  /** Section `<parse>`. Defaults of its own: `@type: 'none'`. */
  readonly parse?: OneOrMore<Parse>;

  /** Section `<assume_role_credentials>`. */
  readonly assume_role_credentials?: S3AssumeRoleCredentials;

  /** Section `<web_identity_credentials>`. */
  readonly web_identity_credentials?: S3WebIdentityCredentials;

  /** Section `<instance_profile_credentials>`. */
  readonly instance_profile_credentials?: S3InstanceProfileCredentials;

  /** Section `<shared_credentials>`. */
  readonly shared_credentials?: S3SharedCredentials;

  /** Section `<sqs>`. */
  readonly sqs: S3Sqs;
}

/** `<source>` with `@type s3`. */
export const s3 = (params: S3Input): Directive => source('s3', params);

/** Parameters of the input `sample`. */
export interface SampleInput extends CommonInput {
  /** The value is the tag assigned to the generated events. */
  readonly tag: Text;

  /** The number of events in event stream of each emits. @default 1 */
  readonly size?: Integer;

  /** It configures how many events to generate per second. @default 1 */
  readonly rate?: Integer;

  /** If specified, each generated event has an auto-incremented key field. */
  readonly auto_increment_key?: Text;

  /**
   * Reuse the sample data to reduce the load when sending large amounts of data. You can enable it if filter does not
   * do destructive change
   *
   * @default false
   */
  readonly reuse_record?: Bool;

  /** The sample data to be generated. An array of JSON hashes or a single JSON hash. @default [{"message":"sample"}] */
  readonly sample?: Any;

  /** Section `<storage>`. */
  readonly storage?: OneOrMore<Storage>;
}

/** `<source>` with `@type sample`. */
export const sample = (params: SampleInput): Directive => source('sample', params);

/** Parameters of the input `sql_rows`, which is ours. */
export interface SqlRowsInput extends CommonInput {
  /** Tag of the events. */
  readonly tag: Text;

  /** What the database is; MariaDB is one of MySQL. @default 'postgresql' */
  readonly system?: Enum<'postgresql' | 'mysql'>;

  /** Host of the database. */
  readonly host: Text;

  /** Port of the database. */
  readonly port: Integer;

  /** Name of the database. */
  readonly database: Text;

  /** User that may read the table. */
  readonly user: Text;

  /** Password of the user. */
  readonly password: Text;

  /** File with the authority of the certificate of the database; without it there is no TLS. */
  readonly ca_path?: Text;

  /** Table, with its schema if there is one. */
  readonly table: Text;

  /** Column that identifies a row and grows with each. */
  readonly key_column: Text;

  /** Column with the time of a row; without it, the time of reading. */
  readonly time_column?: Text;

  /** Time between two looks for new rows. @default '5s' */
  readonly interval?: Time;

  /** Longest time that a transaction takes which adds rows. @default '60s' */
  readonly settle?: Time;

  /** File in which the position is saved. */
  readonly pos_file: Text;
}

/** `<source>` with `@type sql_rows`. */
export const sqlRows = (params: SqlRowsInput): Directive => source('sql_rows', params);

/** What `<parse>` takes only here. */
export interface SyslogParse {
  /** @default true */
  readonly with_priority?: Bool;
}

/** Section `<transport>`. */
export interface SyslogTransport extends Commented {
  /** Stands behind the name of the section. @default 'udp' */
  readonly protocol?: 'tcp' | 'udp' | 'tls';

  /** The max size of socket receive buffer. SO_RCVBUF */
  readonly receive_buffer_size?: Size;

  /** The timeout time used to set linger option. @default 0 */
  readonly linger_timeout?: Integer;

  /** @default 'TLSv1_2' */
  readonly version?: Enum<'TLSv1_1' | 'TLSv1_2' | 'TLSv1_3' | 'TLS1_1' | 'TLS1_2' | 'TLS1_3'>;

  readonly min_version?: Enum<'TLSv1_1' | 'TLSv1_2' | 'TLSv1_3' | 'TLS1_1' | 'TLS1_2' | 'TLS1_3'>;

  readonly max_version?: Enum<'TLSv1_1' | 'TLSv1_2' | 'TLSv1_3' | 'TLS1_1' | 'TLS1_2' | 'TLS1_3'>;

  /** @default 'ALL:!aNULL:!eNULL:!SSLv2' */
  readonly ciphers?: Text;

  /** @default false */
  readonly insecure?: Bool;

  /** @default false */
  readonly ensure_fips?: Bool;

  readonly ca_path?: Text;

  readonly cert_path?: Text;

  readonly private_key_path?: Text;

  readonly private_key_passphrase?: Text;

  /** @default false */
  readonly client_cert_auth?: Bool;

  readonly ca_cert_path?: Text;

  readonly ca_private_key_path?: Text;

  readonly ca_private_key_passphrase?: Text;

  readonly cert_verifier?: Text;

  /** @default 2048 */
  readonly generate_private_key_length?: Integer;

  /** @default 'US' */
  readonly generate_cert_country?: Text;

  /** @default 'CA' */
  readonly generate_cert_state?: Text;

  /** @default 'Mountain View' */
  readonly generate_cert_locality?: Text;

  readonly generate_cert_common_name?: Text;

  /** @default '315360000s' */
  readonly generate_cert_expiration?: Time;

  /** @default 'sha256' */
  readonly generate_cert_digest?: Enum<'sha1' | 'sha256' | 'sha384' | 'sha512'>;
}

/** Parameters of the input `syslog`. */
export interface SyslogInput extends CommonInput {
  /** The port to listen to. @default 5140 */
  readonly port?: Integer;

  /** The bind address to listen to. @default '0.0.0.0' */
  readonly bind?: Text;

  /** The prefix of the tag. The tag itself is generated by the tag prefix, facility level, and priority. */
  readonly tag: Text;

  /** The message frame type.(traditional, octet_count) @default 'traditional' */
  readonly frame_type?: Enum<'traditional' | 'octet_count'>;

  /** Specify key of source host when include_source_host is true. @default 'source_host' */
  readonly source_host_key?: Text;

  /** Enable the option to emit unmatched lines. @default false */
  readonly emit_unmatched_lines?: Bool;

  /** The field name of hostname of sender. */
  readonly source_hostname_key?: Text;

  /** Try to resolve hostname from IP addresses or not. */
  readonly resolve_hostname?: Bool;

  /**
   * Check the remote connection is still available by sending a keepalive packet if this value is true.
   *
   * @default false
   */
  readonly send_keepalive_packet?: Bool;

  /** The field name of source address of sender. */
  readonly source_address_key?: Text;

  /** The field name of the severity. */
  readonly severity_key?: Text;

  /** The field name of the facility. */
  readonly facility_key?: Text;

  /** The max bytes of message @default '2k' */
  readonly message_length_limit?: Size;

  /** @default 0.5 */
  readonly blocking_timeout?: Time;

  /** The delimiter value "\n" @default '\n' */
  readonly delimiter?: Text;

  /** Section `<parse>`. Defaults of its own: `@type: 'syslog'`, `with_priority: true`. */
  readonly parse?: OneOrMore<Parse & SyslogParse>;

  /** Section `<transport>`. Defaults of its own: `protocol: 'udp'`. */
  readonly transport?: SyslogTransport;
}

/** `<source>` with `@type syslog`. */
export const syslog = (params: SyslogInput): Directive => source('syslog', params);

/** Parameters of the input `syslog_messages`, which is ours. */
export interface SyslogMessagesInput extends CommonInput {
  /** Tag of the events. */
  readonly tag: Text;

  /** How messages come. */
  readonly protocol: Enum<'udp' | 'tcp' | 'tls'>;

  /** Port on which they come. */
  readonly port: Integer;

  /** Address on which they come; all of IPv4 and IPv6 without it. @default '::' */
  readonly bind?: Text;

  /** Zone of times that say none, a name of the time zone database or an offset. @default 'UTC' */
  readonly zone?: Text;

  /** Size at which a message goes on in a new event. @default '64k' */
  readonly max_message_size?: Size;

  /** Connections at a time; more are refused. @default 500 */
  readonly max_connections?: Integer;

  /** Memory of the kernel for datagrams that are not read yet. @default '8m' */
  readonly receive_buffer?: Size;

  /** File with the certificate, and those that lead to its authority. */
  readonly cert_path?: Text;

  /** File with the key of the certificate. */
  readonly private_key_path?: Text;

  /** File with the authority of clients; without it no client has to prove who it is. */
  readonly client_ca_path?: Text;
}

/** `<source>` with `@type syslog_messages`. */
export const syslogMessages = (params: SyslogMessagesInput): Directive => source('syslog_messages', params);

/** Section `<entry>`. */
export interface SystemdEntry extends Commented {
  /** @default {} */
  readonly field_map?: Hash;

  /** @default false */
  readonly field_map_strict?: Bool;

  /** @default false */
  readonly fields_strip_underscores?: Bool;

  /** @default false */
  readonly fields_lowercase?: Bool;
}

/** Parameters of the input `systemd`, of fluent-plugin-systemd. */
export interface SystemdInput extends CommonInput {
  /** @default '/var/log/journal' */
  readonly path?: Text;

  readonly matches?: List;

  /** @default false */
  readonly read_from_head?: Bool;

  readonly tag: Text;

  /** Section `<storage>`. Defaults of its own: `usage: 'positions'`. */
  readonly storage?: OneOrMore<Storage>;

  /** Section `<entry>`. */
  readonly entry?: SystemdEntry;
}

/** `<source>` with `@type systemd`. */
export const systemd = (params: SystemdInput): Directive => source('systemd', params);

/** Section `<rule>`. */
export interface TailGroupRule extends Commented {
  /** Key-value pairs for grouping @default {"namespace":["(?-mix:.*)"],"podname":["(?-mix:.*)"]} */
  readonly match?: Hash<Regexp>;

  /** Maximum number of log lines allowed per group over a period of rate_period @default -1 */
  readonly limit?: Integer;
}

/** Section `<group>`. */
export interface TailGroup extends Commented {
  /**
   * Regex for extracting group's metadata
   *
   * @default '/^/var/log/containers/(?<podname>[a-z0-9]([-a-z0-9]*[a-z0-9])?(/[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)_(?<namespace>[^_]+)_(?<container>.+)-(?<docker_id>[a-z0-9]{64})\.log$/'
   */
  readonly pattern?: Regexp;

  /** Period of time in which the group_line_limit is applied @default '5s' */
  readonly rate_period?: Time;

  /** Section `<rule>`. */
  readonly rule: OneOrMore<TailGroupRule>;
}

/** Parameters of the input `tail`. */
export interface TailInput extends CommonInput {
  /** The paths to read. Multiple paths can be specified, separated by comma. */
  readonly path: Text;

  /** path delimiter used for splitting path config @default ',' */
  readonly path_delimiter?: Text;

  /** Choose using glob patterns. Adding capabilities to handle [] and ?, and {}. @default 'backward_compatible' */
  readonly glob_policy?: Enum<'backward_compatible' | 'extended' | 'always'>;

  /** The tag of the event. */
  readonly tag: Text;

  /** The paths to exclude the files from watcher list. @default [] */
  readonly exclude_path?: List;

  /** Specify interval to keep reference to old file when rotate a file. @default '5s' */
  readonly rotate_wait?: Time;

  /** Fluentd will record the position it last read into this file. */
  readonly pos_file?: Text;

  /** The cleanup interval of pos file */
  readonly pos_file_compaction_interval?: Time;

  /** Start to read the logs from the head of file, not bottom. @default false */
  readonly read_from_head?: Bool;

  /** The interval of refreshing the list of watch file. @default '60s' */
  readonly refresh_interval?: Time;

  /** The number of reading lines at each IO. @default 1000 */
  readonly read_lines_limit?: Integer;

  /** The number of reading bytes per second @default -1 */
  readonly read_bytes_limit_per_second?: Size;

  /** The interval of flushing the buffer for multiline format */
  readonly multiline_flush_interval?: Time;

  /** Enable the option to emit unmatched lines. @default false */
  readonly emit_unmatched_lines?: Bool;

  /** Enable the additional watch timer. @default true */
  readonly enable_watch_timer?: Bool;

  /** Enable the stat watcher based on inotify. @default true */
  readonly enable_stat_watcher?: Bool;

  /** The encoding of the input. */
  readonly encoding?: Text;

  /**
   * The original encoding of the input. If set, in_tail tries to encode string from this to 'encoding'. Must be set
   * with 'encoding'.
   */
  readonly from_encoding?: Text;

  /** Add the log path being tailed to records. Specify the field name to be used. */
  readonly path_key?: Text;

  /** Open and close the file on every update instead of leaving it open until it gets rotated. @default false */
  readonly open_on_every_update?: Bool;

  /** Limit the watching files that the modification time is within the specified time range (when use '*' in path). */
  readonly limit_recently_modified?: Time;

  /** Enable the option to skip the refresh of watching list on startup. @default false */
  readonly skip_refresh_on_startup?: Bool;

  /** Ignore repeated permission error logs @default false */
  readonly ignore_repeated_permission_error?: Bool;

  /** Format path with the specified timezone */
  readonly path_timezone?: Text;

  /**
   * Follow inodes instead of following file names. Guarantees more stable delivery and allows to use * in path pattern
   * with rotating files
   *
   * @default false
   */
  readonly follow_inodes?: Bool;

  /** Maximum length of line. The longer line is just skipped. */
  readonly max_line_size?: Size;

  /** Section `<parse>`. Defaults of its own: `usage: 'in_tail_parser'`. */
  readonly parse: OneOrMore<Parse>;

  /** Section `<group>`. */
  readonly group?: TailGroup;
}

/** `<source>` with `@type tail`. */
export const tail = (params: TailInput): Directive => source('tail', params);

/** Section `<client>`. */
export interface TcpSecurityClient extends Commented {
  /** The IP address or host name of the client */
  readonly host?: Text;

  /** Network address specification */
  readonly network?: Text;
}

/** Section `<security>`. */
export interface TcpSecurity extends Commented {
  /** Section `<client>`. */
  readonly client: OneOrMore<TcpSecurityClient>;
}

/** Parameters of the input `tcp`. */
export interface TcpInput extends CommonInput {
  /** Tag of output events. */
  readonly tag: Text;

  /** The port to listen to. @default 5170 */
  readonly port?: Integer;

  /** The bind address to listen to. @default '0.0.0.0' */
  readonly bind?: Text;

  /** The field name of the client's hostname. */
  readonly source_hostname_key?: Text;

  /** The field name of the client's address. */
  readonly source_address_key?: Text;

  /** The max bytes of message. */
  readonly message_length_limit?: Size;

  /** @default 0.5 */
  readonly blocking_timeout?: Time;

  /** The payload is read up to this character. @default '\n' */
  readonly delimiter?: Text;

  /**
   * Check the remote connection is still available by sending a keepalive packet if this value is true.
   *
   * @default false
   */
  readonly send_keepalive_packet?: Bool;

  /** Section `<parse>`. */
  readonly parse: OneOrMore<Parse>;

  /** Section `<extract>`. */
  readonly extract?: Extract;

  /** Section `<transport>`. */
  readonly transport?: Transport;

  /** Section `<security>`. */
  readonly security?: TcpSecurity;
}

/** `<source>` with `@type tcp`. */
export const tcp = (params: TcpInput): Directive => source('tcp', params);

/** Section `<transport>`. */
export interface UdpTransport extends Commented {
  /** Stands behind the name of the section. @default 'udp' */
  readonly protocol?: 'udp';

  /** The max size of socket receive buffer. SO_RCVBUF */
  readonly receive_buffer_size?: Size;

  /** The timeout time used to set linger option. @default 0 */
  readonly linger_timeout?: Integer;

  /** @default 'TLSv1_2' */
  readonly version?: Enum<'TLSv1_1' | 'TLSv1_2' | 'TLSv1_3' | 'TLS1_1' | 'TLS1_2' | 'TLS1_3'>;

  readonly min_version?: Enum<'TLSv1_1' | 'TLSv1_2' | 'TLSv1_3' | 'TLS1_1' | 'TLS1_2' | 'TLS1_3'>;

  readonly max_version?: Enum<'TLSv1_1' | 'TLSv1_2' | 'TLSv1_3' | 'TLS1_1' | 'TLS1_2' | 'TLS1_3'>;

  /** @default 'ALL:!aNULL:!eNULL:!SSLv2' */
  readonly ciphers?: Text;

  /** @default false */
  readonly insecure?: Bool;

  /** @default false */
  readonly ensure_fips?: Bool;

  readonly ca_path?: Text;

  readonly cert_path?: Text;

  readonly private_key_path?: Text;

  readonly private_key_passphrase?: Text;

  /** @default false */
  readonly client_cert_auth?: Bool;

  readonly ca_cert_path?: Text;

  readonly ca_private_key_path?: Text;

  readonly ca_private_key_passphrase?: Text;

  readonly cert_verifier?: Text;

  /** @default 2048 */
  readonly generate_private_key_length?: Integer;

  /** @default 'US' */
  readonly generate_cert_country?: Text;

  /** @default 'CA' */
  readonly generate_cert_state?: Text;

  /** @default 'Mountain View' */
  readonly generate_cert_locality?: Text;

  readonly generate_cert_common_name?: Text;

  /** @default '315360000s' */
  readonly generate_cert_expiration?: Time;

  /** @default 'sha256' */
  readonly generate_cert_digest?: Enum<'sha1' | 'sha256' | 'sha384' | 'sha512'>;
}

/** Parameters of the input `udp`. */
export interface UdpInput extends CommonInput {
  /** Tag of output events. */
  readonly tag: Text;

  /** The port to listen to. @default 5160 */
  readonly port?: Integer;

  /** The bind address to listen to. @default '0.0.0.0' */
  readonly bind?: Text;

  /** The field name of the client's hostname. */
  readonly source_hostname_key?: Text;

  /** The field name of the client's address. */
  readonly source_address_key?: Text;

  /** The max bytes of message @default '4k' */
  readonly message_length_limit?: Size;

  /** Remove newline from the end of incoming payload @default true */
  readonly remove_newline?: Bool;

  /** @default 0.5 */
  readonly blocking_timeout?: Time;

  /** Section `<parse>`. */
  readonly parse: OneOrMore<Parse>;

  /** Section `<extract>`. */
  readonly extract?: Extract;

  /** Section `<transport>`. Defaults of its own: `protocol: 'udp'`. */
  readonly transport?: UdpTransport;
}

/** `<source>` with `@type udp`. */
export const udp = (params: UdpInput): Directive => source('udp', params);

/** Parameters of the input `unix`. */
export interface UnixInput extends CommonInput {
  /** The path to your Unix Domain Socket. @default '/var/run/fluent/fluent.sock' */
  readonly path?: Text;

  /** The backlog of Unix Domain Socket. */
  readonly backlog?: Integer;

  /** New tag instead of incoming tag */
  readonly tag?: Text;
}

/** `<source>` with `@type unix`. */
export const unix = (params: UnixInput = {}): Directive => source('unix', params);

/** Parameters of every input, by type. */
export interface Inputs {
  readonly collector_metrics: CollectorMetricsInput;
  readonly container_logs: ContainerLogsInput;
  readonly debug_agent: DebugAgentInput;
  readonly dummy: DummyInput;
  readonly elasticsearch: ElasticsearchInput;
  readonly exec: ExecInput;
  readonly forward: ForwardInput;
  readonly forwarded_logs: ForwardedLogsInput;
  readonly gc_stat: GcStatInput;
  readonly http: HttpInput;
  readonly http_events: HttpEventsInput;
  readonly journal: JournalInput;
  readonly kafka: KafkaInput;
  readonly kafka_group: KafkaGroupInput;
  readonly kafka_messages: KafkaMessagesInput;
  readonly kubernetes_events: KubernetesEventsInput;
  readonly monitor_agent: MonitorAgentInput;
  readonly node_files: NodeFilesInput;
  readonly object_space: ObjectSpaceInput;
  readonly output_reach: OutputReachInput;
  readonly prometheus: PrometheusInput;
  readonly prometheus_monitor: PrometheusMonitorInput;
  readonly prometheus_output_monitor: PrometheusOutputMonitorInput;
  readonly prometheus_tail_monitor: PrometheusTailMonitorInput;
  readonly rdkafka_group: RdkafkaGroupInput;
  readonly s3: S3Input;
  readonly sample: SampleInput;
  readonly sql_rows: SqlRowsInput;
  readonly syslog: SyslogInput;
  readonly syslog_messages: SyslogMessagesInput;
  readonly systemd: SystemdInput;
  readonly tail: TailInput;
  readonly tcp: TcpInput;
  readonly udp: UdpInput;
  readonly unix: UnixInput;
}
