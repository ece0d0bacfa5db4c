// Made from codegen/fluentd/schemas by `npm run generate`; do not edit.

import type { Any, Bool, Commented, Enum, Hash, Integer, Size, Text, Time } from './values';

/** Section `<log>`. */
export interface Log extends Commented {
  readonly path?: Text;

  /** @default 'text' */
  readonly format?: Enum<'text' | 'json'>;

  /** @default '%Y-%m-%d %H:%M:%S %z' */
  readonly time_format?: Text;

  readonly rotate_age?: Any;

  readonly rotate_size?: Size;

  /** @default 'none' */
  readonly forced_stacktrace_level?: Enum<'none' | 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal'>;
}

/** Section `<counter_server>`. */
export interface CounterServer extends Commented {
  /** scope name of counter server */
  readonly scope: Text;

  /** the port of counter server to listen to */
  readonly port?: Integer;

  /** the bind address of counter server to listen to */
  readonly bind?: Text;

  /** backup file path of counter values */
  readonly backup_path: Text;
}

/** Section `<counter_client>`. */
export interface CounterClient extends Commented {
  /** the port of counter server */
  readonly port?: Integer;

  /** the IP address or hostname of counter server */
  readonly host: Text;

  /** the timeout of each operation */
  readonly timeout?: Time;
}

/** Section `<metrics>`. */
export interface Metrics extends Commented {
  /** @default {} */
  readonly labels?: Hash;
}

/** Section `<source_only_buffer>`. */
export interface SourceOnlyBuffer extends Commented {
  /** @default 1 */
  readonly flush_thread_count?: Integer;

  /** @default 'drop_oldest_chunk' */
  readonly overflow_action?: Enum<'throw_exception' | 'block' | 'drop_oldest_chunk'>;

  readonly path?: Text;

  readonly flush_interval?: Time;

  readonly chunk_limit_size?: Size;

  readonly total_limit_size?: Size;

  readonly compress?: Enum<'text' | 'gzip'>;
}

/** What `<system>` takes: settings of Fluentd itself. */
export interface System extends Commented {
  /** @default 1 */
  readonly workers?: Integer;

  /** @default '0s' */
  readonly restart_worker_interval?: Time;

  readonly root_dir?: Text;

  /** @default 'info' */
  readonly log_level?: Enum<'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal'>;

  readonly suppress_repeated_stacktrace?: Bool;

  readonly ignore_repeated_log_interval?: Time;

  readonly ignore_same_log_interval?: Time;

  readonly emit_error_log_interval?: Time;

  readonly suppress_config_dump?: Bool;

  readonly log_event_verbose?: Bool;

  readonly without_source?: Bool;

  readonly with_source_only?: Bool;

  readonly rpc_endpoint?: Text;

  readonly enable_get_dump?: Bool;

  readonly process_name?: Text;

  readonly strict_config_value?: Bool;

  readonly enable_msgpack_time_support?: Bool;

  readonly disable_shared_socket?: Bool;

  /** @default true */
  readonly enable_input_metrics?: Bool;

  readonly enable_size_metrics?: Bool;

  /** @default false */
  readonly enable_jit?: Bool;

  readonly file_permission?: Any;

  readonly dir_permission?: Any;

  /** @default '/etc/fluent/conf.d' */
  readonly config_include_dir?: Text;

  /** Section `<log>`. */
  readonly log?: Log;

  /** Section `<counter_server>`. */
  readonly counter_server?: CounterServer;

  /** Section `<counter_client>`. */
  readonly counter_client?: CounterClient;

  /** Section `<metrics>`. */
  readonly metrics?: Metrics;

  /** Section `<source_only_buffer>`. */
  readonly source_only_buffer?: SourceOnlyBuffer;
}
