import { type ByteSize, isByteSize, toBytes } from '../../../core';
import type { Option } from '../option';

/** How large messages may be. */
export interface MaxMessage {
  /** The most that a message may have, e.g. `16kb`. It is counted in bytes. */
  readonly size: ByteSize;

  /**
   * What is done to a larger one: `truncate` cuts it, never within a character, marks it with `truncated` in `log.flags` and
   * leaves out its fields below `json`, which are as large; `drop` does not store it.
   *
   * @default 'truncate'
   */
  readonly over?: 'truncate' | 'drop';
}

/** Bounds the size of messages. */
export const MAX_MESSAGE: Option<MaxMessage> = {
  mistakes: ({ size }) =>
    isByteSize(size)
      ? []
      : [
          {
            path: ['size'],
            message: `must be a size in b, kb or mb above 0, got ${JSON.stringify(size)}; write for example 16kb`,
          },
        ],
  params: ({ size, over }) => ({ max_message: { size: toBytes(size), over } }),
};
