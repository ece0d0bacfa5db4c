import { z } from 'zod';

/** A value of an environment that has no parts, and what its schema is. */
export interface Leaf {
  /** Keys and list positions that lead to it. */
  readonly path: readonly (string | number)[];

  /** What JavaScript calls a right value. */
  readonly type: 'string' | 'number' | 'boolean' | 'object';

  /** Whether it can be left out. */
  readonly isOptional: boolean;
}

/**
 * Every value that a schema describes: also objects and lists themselves. Of a list the elements of `sample` are taken, of
 * an object of named values its values.
 *
 * @param sample a right value in which nothing is left out
 */
export function leavesOf(schema: z.ZodType, sample: unknown, path: Leaf['path'] = [], isOptional = false): Leaf[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return leavesOf(schema.unwrap() as z.ZodType, sample, path, true);
  }
  const type = typeof sample as Leaf['type'];
  const own = path.length > 0 ? [{ path, type, isOptional }] : [];
  return [...own, ...parts(schema, sample).flatMap(([key, part]) => leavesOf(part, at(sample, key), [...path, key]))];
}

function parts(schema: z.ZodType, sample: unknown): [string | number, z.ZodType][] {
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape as Record<string, z.ZodType>);
  if (schema instanceof z.ZodArray)
    return ((sample ?? []) as unknown[]).map((_, index) => [index, schema.element as z.ZodType]);
  if (schema instanceof z.ZodRecord) {
    return Object.keys(sample ?? {}).map((key) => [key, schema.valueType as z.ZodType]);
  }
  return [];
}

/** What stands at a key; undefined if nothing does. */
export function at(value: unknown, key: string | number): unknown {
  return (value as Record<string, unknown> | undefined)?.[key];
}
