import { z } from 'zod';

import { byteSize, choice, flag, list, section, shown, textMap, timeValue, words } from '../values';
import { conditions, number } from './conditions';

/** How many lines each container may write. */
export const rateLimit = section({
  /** Lines that are stored in the time. */
  lines: number,
  /** The time; a minute when left out. */
  per: timeValue.optional(),
  /** Lines that it may write at once; as many as `lines` when left out. */
  burst: number.optional(),
});

/** A share of the lines. */
export const sample = section({
  /** The share that is stored. */
  keep: number,
  /** The field that decides; each line is decided alone when left out. */
  by: words.optional(),
  /** What the fields of lines are that are all stored. */
  except: conditions.optional(),
});

/** Which fields there are. */
export const fields = section({
  /** New names by old ones. */
  rename: textMap.optional(),
  /** Those that are stored; all when left out. */
  keep: list(words).optional(),
  /** Those that are not stored. */
  remove: list(words).optional(),
  /** Values of fields that every line gets. */
  add: z
    .record(
      z.string(),
      z.union([words, number, flag], {
        error: ({ input }) => `must be a text, a number, true or false, got ${shown(input)}; write one of them`,
      }),
      {
        error: ({ input }) =>
          `must be an object of values by field, got ${shown(input)}; write it as { 'service.name': 'cart' }`,
      },
    )
    .optional(),
});

/** How large messages may be. */
export const maxMessage = section({
  /** The most that a message may have. */
  size: byteSize,
  /** What is done to a larger one. */
  over: choice(['truncate', 'drop']).optional(),
});
