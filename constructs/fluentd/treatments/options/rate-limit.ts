import { countMistakes, isTimeValue, type TimeValue, toSeconds } from '../../../core';
import type { Option } from '../option';

/** How many lines each container may write. */
export interface RateLimit {
  /** Lines that are stored in the time `per`. */
  readonly lines: number;

  /**
   * The time, as the container wrote them: what is read late is not dropped for it.
   *
   * @default '1m'
   */
  readonly per?: TimeValue;

  /**
   * Lines that it may write at once, after it wrote fewer.
   *
   * @default - as many as `lines`
   */
  readonly burst?: number;
}

const MOST = 1_000_000_000;

/** Bounds the lines of each container. */
export const RATE_LIMIT: Option<RateLimit> = {
  mistakes: ({ lines, per = '1m', burst }) => [
    ...countMistakes(['lines'], lines, MOST),
    ...(isTimeValue(per)
      ? []
      : [
          {
            path: ['per'],
            message: `must be a time of whole seconds, minutes, hours or days, got ${JSON.stringify(per)}; write for example 1m`,
          },
        ]),
    ...(burst === undefined ? [] : countMistakes(['burst'], burst, MOST)),
  ],
  params: ({ lines, per = '1m', burst = lines }) => ({ rate_limit: { lines, per: `${toSeconds(per)}s`, burst } }),
};
