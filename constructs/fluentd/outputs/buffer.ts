import type { FluentdSize } from '../limits';

/** What an output does when its buffer is full: the input waits, or the oldest chunks are lost. */
export type WhenFull = 'wait' | 'dropOldest';

/** What differs between the buffers of outputs. */
export interface OwnBuffer {
  /** Its folder. */
  readonly path: string;

  /** A chunk, which is sent as a whole. */
  readonly chunkSize: FluentdSize;

  /** All chunks together. */
  readonly totalSize: FluentdSize;

  /** Chunks that are sent at the same time. */
  readonly threads: number;

  /**
   * What happens when it is full.
   *
   * @default 'wait'
   */
  readonly whenFull?: WhenFull;
}

/** The parameters of a buffer on disk, of whatever output: it tries for ever, and says when it is full. */
export function fileBuffer({ path, chunkSize, totalSize, threads, whenFull = 'wait' }: OwnBuffer) {
  return {
    '@type': 'file',
    path,
    chunk_limit_size: chunkSize,
    total_limit_size: totalSize,
    flush_interval: '5s',
    flush_thread_count: threads,
    retry_forever: true,
    retry_max_interval: '30s',
    // The input stops reading while the buffer is full, and is not held up: it tells of logs that it cannot read.
    overflow_action: whenFull === 'wait' ? 'throw_exception' : 'drop_oldest_chunk',
  } as const;
}
