// Made from codegen/fluentd/schemas by `npm run generate`; do not edit.

import type { Bool, Enum, Float, Integer, Plugin, Size, Text, Time, Typed } from './values';

/** What every buffer takes. */
export interface CommonBuffer extends Plugin {
  /** @default '8m' */
  readonly chunk_limit_size?: Size;

  /** @default '512m' */
  readonly total_limit_size?: Size;

  readonly queue_limit_length?: Integer;

  readonly chunk_limit_records?: Integer;

  /** @default 0.95 */
  readonly chunk_full_threshold?: Float;

  /** The max number of queued chunks. */
  readonly queued_chunks_limit_size?: Integer;

  /** Compress buffered data. @default 'text' */
  readonly compress?: Enum<'text' | 'gzip' | 'zstd'>;

  /** The size limit of the decompressed element. @default '256m' */
  readonly decompression_size_limit?: Size;

  /** If true, chunks are thrown away when unrecoverable error happens @default false */
  readonly disable_chunk_backup?: Bool;
}

/** Parameters of the buffer `file`. */
export interface FileBuffer extends CommonBuffer {
  /** @default '256m' */
  readonly chunk_limit_size?: Size;

  /** @default '64g' */
  readonly total_limit_size?: Size;

  /** The path where buffer chunks are stored. */
  readonly path?: Text;

  /** The suffix of buffer chunks @default '.log' */
  readonly path_suffix?: Text;

  readonly file_permission?: Text;

  readonly dir_permission?: Text;
}

/** Parameters of the buffer `file_single`. */
export interface FileSingleBuffer extends CommonBuffer {
  /** @default '256m' */
  readonly chunk_limit_size?: Size;

  /** @default '64g' */
  readonly total_limit_size?: Size;

  /** The path where buffer chunks are stored. */
  readonly path?: Text;

  /** Calculate the number of record in chunk during resume @default true */
  readonly calc_num_records?: Bool;

  /** The format of chunk. This is used to calculate the number of record @default 'auto' */
  readonly chunk_format?: Enum<'msgpack' | 'text' | 'auto'>;

  /** The permission of chunk file. If no specified, <system> setting or 0644 is used */
  readonly file_permission?: Text;

  /** The permission of chunk directory. If no specified, <system> setting or 0755 is used */
  readonly dir_permission?: Text;
}

/** Parameters of the buffer `memory`. */
export interface MemoryBuffer extends CommonBuffer {}

/** Parameters of every buffer, by type. */
export interface Buffers {
  readonly file: FileBuffer;
  readonly file_single: FileSingleBuffer;
  readonly memory: MemoryBuffer;
}

/** What `<buffer>` takes whatever its type. */
export interface BufferSection {
  /** Stands behind the name of the section. @default [] */
  readonly chunk_keys?: readonly string[];

  readonly timekey?: Time;

  /** @default '600s' */
  readonly timekey_wait?: Time;

  /** @default false */
  readonly timekey_use_utc?: Bool;

  /** @default '+0000' */
  readonly timekey_zone?: Text;

  /** If true, plugin will try to flush buffer just before shutdown. */
  readonly flush_at_shutdown?: Bool;

  /**
   * How to enqueue chunks to be flushed. "interval" flushes per flush_interval, "immediate" flushes just after event
   * arrival.
   *
   * @default 'default'
   */
  readonly flush_mode?: Enum<'default' | 'lazy' | 'interval' | 'immediate'>;

  /** The interval between buffer chunk flushes. @default '60s' */
  readonly flush_interval?: Time;

  /** The number of threads to flush the buffer. @default 1 */
  readonly flush_thread_count?: Integer;

  /** Seconds to sleep between checks for buffer flushes in flush threads. @default 1 */
  readonly flush_thread_interval?: Float;

  /** Seconds to sleep between flushes when many buffer chunks are queued. @default 1 */
  readonly flush_thread_burst_interval?: Float;

  /** Seconds of timeout for buffer chunks to be committed by plugins later. @default '60s' */
  readonly delayed_commit_timeout?: Time;

  /** The action when the size of buffer exceeds the limit. @default 'throw_exception' */
  readonly overflow_action?: Enum<'throw_exception' | 'block' | 'drop_oldest_chunk'>;

  /**
   * If true, plugin will ignore retry_timeout and retry_max_times options and retry flushing forever.
   *
   * @default false
   */
  readonly retry_forever?: Bool;

  /** The maximum seconds to retry to flush while failing, until plugin discards buffer chunks. @default '259200s' */
  readonly retry_timeout?: Time;

  /** The maximum number of times to retry to flush while failing. */
  readonly retry_max_times?: Integer;

  /** ratio of retry_timeout to switch to use secondary while failing. @default 0.8 */
  readonly retry_secondary_threshold?: Float;

  /** How to wait next retry to flush buffer. @default 'exponential_backoff' */
  readonly retry_type?: Enum<'exponential_backoff' | 'periodic'>;

  /** Seconds to wait before next retry to flush, or constant factor of exponential backoff. @default '1s' */
  readonly retry_wait?: Time;

  /** The base number of exponential backoff for retries. @default 2 */
  readonly retry_exponential_backoff_base?: Float;

  /** The maximum interval seconds for exponential backoff between retries while failing. */
  readonly retry_max_interval?: Time;

  /** If true, output plugin will retry after randomized interval not to do burst retries. @default true */
  readonly retry_randomize?: Bool;
}

/** Section `<buffer>`, with any buffer. */
export type Buffer = BufferSection & Typed<Buffers>;
