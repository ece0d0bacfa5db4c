import { z } from 'zod';

import {
  type ByteSize,
  type CpuQuantity,
  isByteSize,
  isCpuQuantity,
  isDataset,
  isMemoryQuantity,
  isTimeValue,
  type MemoryQuantity,
  shown,
  type TimeValue,
} from '../constructs/core';

export { shown };

/** A value of type `T` that `isValid` accepts; `bound` says what must hold and `remedy` what to write instead. */
export function value<T>(isValid: (input: unknown) => boolean, bound: string, remedy: string) {
  return z.custom<T>(isValid, { error: ({ input }) => `must be ${bound}, got ${shown(input)}; ${remedy}` });
}

/** A value of type `T` of which `mistakeOf` says nothing, or what must hold, what was given and what to do. */
export function checked<T>(mistakeOf: (input: unknown) => string | undefined) {
  return z.custom<T>((input) => mistakeOf(input) === undefined, { error: ({ input }) => mistakeOf(input) });
}

/** A text that matches `pattern`; `bound` says so in words, and `remedy` what to write instead. */
export function text(pattern: RegExp, bound: string, remedy: string) {
  return value<string>((input) => typeof input === 'string' && pattern.test(input), bound, remedy);
}

/** Any text; the construct that gets it says what it must be. */
export const words = value<string>((input) => typeof input === 'string', 'a text', 'write it in quotes');

/** Texts by name, such as labels. */
export const textMap = z.record(z.string(), words, {
  error: ({ input }) => `must be an object of texts by name, got ${shown(input)}; write it as { name: 'value' }`,
});

/** A span of time, e.g. `30d`. */
export const timeValue = value<TimeValue>(
  isTimeValue,
  'a time of whole seconds, minutes, hours or days (s, m, h, d)',
  'write for example 12h or 30d',
);

/** A size as Elasticsearch writes it, e.g. `50gb`. */
export const byteSize = value<ByteSize>(isByteSize, 'a size in b, kb, mb, gb or tb', 'write for example 50gb');

/** Memory or disk as Kubernetes writes it, e.g. `4Gi`. */
export const memoryQuantity = value<MemoryQuantity>(
  isMemoryQuantity,
  'a size in Ki, Mi, Gi or Ti',
  'write for example 512Mi or 4Gi',
);

/** Processor time as Kubernetes writes it, e.g. `500m`. */
export const cpuQuantity = value<CpuQuantity>(
  isCpuQuantity,
  'whole cores or thousandths of a core',
  'write for example 2 or 500m, in quotes',
);

/** A host name with at least one dot. */
export const hostName = text(
  /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/,
  'a full host name in lower case',
  'write for example kibana.example.com',
);

/** The base URL of a service with TLS. */
export const httpsUrl = text(
  /^https:\/\/[a-z0-9.-]+(:[0-9]+)?$/,
  'a base URL that starts with https:// and has no path',
  'write for example https://s3.eu-central-1.amazonaws.com',
);

/** An address on the web. */
export const webAddress = text(
  /^https:\/\/[a-z0-9.-]+(:[0-9]+)?(\/[\w./~%+-]*)?$/,
  'an address that starts with https://, without query and fragment',
  'write for example https://wiki.example.com/runbooks',
);

/** Name of a route; it becomes the dataset of a data stream. */
export const routeName = value<string>(
  (input) => typeof input === 'string' && isDataset(input),
  'lower-case letters, digits, _ and ., starting with a letter (at most 100 characters)',
  'rename the route; a dash is not possible in the name of a data stream',
);

/** A whole number from `least` to `most`. */
export function count(least: number, most: number) {
  return value<number>(
    (input) => Number.isInteger(input) && (input as number) >= least && (input as number) <= most,
    `a whole number from ${least} to ${most}`,
    'choose one in that range',
  );
}

/**
 * What of `input` is well formed, key by key, so that one malformed value does not hide what is wrong with others. A list
 * is left out as a whole, since positions in it would change.
 */
export function wellFormed<Shape extends z.core.$ZodLooseShape>(
  { shape }: z.ZodObject<Shape>,
  input: unknown,
): Partial<z.output<z.ZodObject<Shape>>> {
  const values: Readonly<Record<string, unknown>> = typeof input === 'object' ? { ...input } : {};
  const entries = Object.entries(shape as Readonly<Record<string, z.ZodType>>).flatMap(([key, element]) => {
    const { success, data } = element.safeParse(values[key]);
    if (success) return data === undefined ? [] : [[key, data]];
    const inner = element instanceof z.ZodOptional ? element.unwrap() : element;
    if (inner instanceof z.ZodRecord) return [[key, wellFormedOf(inner, values[key])]];
    return inner instanceof z.ZodObject && values[key] !== undefined ? [[key, wellFormed(inner, values[key])]] : [];
  });
  return Object.fromEntries(entries);
}

function wellFormedOf({ valueType }: z.ZodRecord, input: unknown) {
  const entries = Object.entries(typeof input === 'object' ? { ...input } : {});
  return Object.fromEntries(entries.filter(([, value]) => z.safeParse(valueType, value).success));
}

/** A port. */
export const port = count(1, 65_535);

/** One of `choices`. */
export function choice<const T extends readonly [string, ...string[]]>(choices: T) {
  return z.enum(choices, {
    error: ({ input }) => `must be one of ${choices.join(', ')}, got ${shown(input)}; choose one of them`,
  });
}

/** An object with just the keys of `shape`; a misspelt key is answered with the list of the right ones. */
export function section<T extends z.core.$ZodLooseShape>(shape: T) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `must be a known key (${Object.keys(shape).join(', ') || 'there is none'}); correct the spelling or remove it`
        : `must be an object with the keys ${Object.keys(shape).join(', ')}, got ${shown(issue.input)}; write it as { ... }`,
  });
}

/** A list of `element`s, with at least `least` of them. */
export function list<T extends z.core.SomeType>(element: T, least = 0) {
  return z
    .array(element, { error: ({ input }) => `must be a list, got ${shown(input)}; write it as [ ... ]` })
    .min(least, { error: `must have at least ${least} element, got none; add one` });
}

/** Globs of values by labels of pods. */
export const labelGlobs = z.record(z.string(), list(words), {
  error: ({ input }) => `must be an object of lists by label, got ${shown(input)}; write it as { team: ['cart'] }`,
});

/** `true` or `false`. */
export const flag = z.boolean({
  error: ({ input }) => `must be true or false, got ${shown(input)}; write it without quotes`,
});

/** An object of `element`s, by names that `key` takes. */
export function named<T extends z.core.$ZodType>(key: z.core.$ZodRecordKey, element: T) {
  return z.record(key, element, {
    error: (issue) =>
      issue.code === 'invalid_key'
        ? `must be named with lower-case letters, digits and dashes, starting with a letter, got ${shown(issue.input)}; rename it`
        : `must be an object of named values, got ${shown(issue.input)}; write it as { name: { ... } }`,
  });
}

/** Zod tells the unknown keys of an object in one issue; each is a mistake of its own. */
export function onePerKey(issue: z.core.$ZodIssue): Pick<z.core.$ZodIssue, 'path' | 'message'>[] {
  if (issue.code !== 'unrecognized_keys') return [issue];
  return issue.keys.map((key) => ({ path: [...issue.path, key], message: issue.message }));
}

/**
 * One of several shapes. The shape is chosen by `choose`, so that a mistake inside of it is told with its place; `bound` says
 * which shapes there are.
 */
export function shaped<T>(choose: (input: unknown) => z.ZodType | undefined, bound: string, remedy: string) {
  return z.unknown().transform((input, context): T => {
    const result = choose(input)?.safeParse(input, { reportInput: true });
    if (result?.success) return result.data as T;
    const message = `must be ${bound}, got ${shown(input)}; ${remedy}`;
    const issues = result?.error.issues ?? [{ code: 'custom', message, path: [], input }];
    context.issues.push(...(issues as z.core.$ZodRawIssue[]));
    return z.NEVER;
  }) as unknown as z.ZodType<T, T>;
}

/** A regular expression; what gets it says which. */
export const pattern = value<RegExp>((input) => input instanceof RegExp, 'a regular expression', 'write it as /.../');
