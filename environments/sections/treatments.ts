import { z } from 'zod';
import { flag, list, pattern, section, shown, value, words } from '../values';
import { multiline, parse, time } from './parsing';
import { redactions } from './redaction';

/** A number. */
const number = value<number>(Number.isFinite, 'a number', 'write it without quotes');

/** Globs of names in Kubernetes. */
const globs = list(words);

/** Containers, by where they run. */
const selection = section({
  /** Globs of namespaces, one of which must match; all when left out. */
  namespaces: globs.optional(),
  /** Globs of containers, one of which must match; all when left out. */
  containers: globs.optional(),
});

const fieldValue = z.union([words, number, flag, pattern], {
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
const conditions = z.record(z.string(), condition, {
  error: ({ input }) =>
    `must be an object of conditions by field, got ${shown(input)}; write it as { 'log.level': 'debug' }`,
});

/** What is done to the logs of some containers. */
export const treatment = section({
  /** Name, for readers and as a label of the metrics. */
  name: words,
  /** The containers that have the treatment; all when left out. */
  select: selection.optional(),
  /** Containers that do not have it although `select` means them; none when left out. */
  except: selection.optional(),
  /** Which lines are one event; those of a trace when left out. */
  multiline: multiline.optional(),
  /** How lines are written; JSON is read, and other lines are text, when left out. */
  parse: parse.optional(),
  /** Where a line says its time; that of the runtime when left out. */
  time: time.optional(),
  /** Lines that are not stored, by their fields. */
  drop: list(section({ reason: words, where: conditions })).optional(),
  /** What must not be stored. */
  redact: redactions.optional(),
});
