import { z } from 'zod';

import { count, list, section, shown } from '../../values';

/** Events that are made up, for tests. */
export const sample = section({
  /** The events, in turn; `{ message: 'sample' }` when left out. */
  events: list(
    z.record(z.string(), z.unknown(), {
      error: ({ input }) => `must be an object, got ${shown(input)}; write it as { message: 'a text' }`,
    }),
    1,
  ).optional(),
  /** Events a second of each collector; one when left out. */
  perSecond: count(1, 100_000).optional(),
});
