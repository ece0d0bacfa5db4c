import { z } from 'zod';

import { flag, list, pattern, section, shown, value, words } from '../values';

/** A number. */
export const number = value<number>(Number.isFinite, 'a number', 'write it without quotes');

/** A value that a field may have. */
export const fieldValue = z.union([words, number, flag, pattern], {
  error: ({ input }) => `must be a text, a number, true, false or a pattern, got ${shown(input)}; write one of them`,
});

/** What a field must be. */
const condition = z.union(
  [
    fieldValue,
    list(fieldValue),
    section({
      /** Values that it must not have. */
      not: z.union([fieldValue, list(fieldValue)]).optional(),
      /** The least number that it may be. */
      atLeast: number.optional(),
      /** A number that it must be smaller than. */
      below: number.optional(),
    }),
  ],
  {
    error: ({ input }) =>
      `must be a value, a list of values, or an object with not, atLeast or below, got ${shown(input)}; write one of them`,
  },
);

/** Conditions by the names of fields. */
export const conditions = z.record(z.string(), condition, {
  error: ({ input }) =>
    `must be an object of conditions by field, got ${shown(input)}; write it as { 'log.level': 'debug' }`,
});
