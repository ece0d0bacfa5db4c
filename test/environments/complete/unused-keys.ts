import type { z } from 'zod';

/** An object of a schema: where it stands first, and the keys that values have. */
interface Met {
  readonly path: string;
  readonly used: Set<string>;
}

/**
 * Paths of the keys of a schema that none of the values has. What stands in several places counts once. `[]` are the items
 * of a list, `*` is any name.
 */
export function unusedKeys(schema: z.core.$ZodType, values: readonly unknown[]): string[] {
  const met = new Map<object, Met>();
  meet(schema, values, '');
  return [...met].flatMap(([shape, { path, used }]) =>
    Object.keys(shape)
      .filter((key) => !used.has(key))
      .map((key) => path + key),
  );

  function meet(schema: z.core.$ZodType, values: readonly unknown[], path: string): void {
    const { def } = schema._zod as { readonly def: z.core.$ZodTypes['_zod']['def'] };
    const objects = values.filter(isObject);
    if (def.type === 'object') meetObject(def.shape, objects, path);
    if (def.type === 'array') meet(def.element, values.flat(), `${path.slice(0, -1)}[].`);
    if (def.type === 'record') meet(def.valueType, objects.flatMap(Object.values), `${path}*.`);
    if (def.type === 'optional' || def.type === 'default') meet(def.innerType, values, path);
    if (def.type === 'union') {
      for (const option of def.options) {
        const { shape = {} } = option._zod.def as { readonly shape?: object };
        // Objects of a union differ in their keys: a value is of each that has all of its own.
        const ofOption = objects.filter((object) => Object.keys(object).every((key) => key in shape));
        meet(option, ofOption, path);
      }
    }
  }

  function meetObject(shape: z.core.$ZodShape, objects: readonly Readonly<Record<string, unknown>>[], path: string) {
    const { used } = met.get(shape) ?? { used: new Set<string>() };
    if (!met.has(shape)) met.set(shape, { path, used });
    for (const [key, inner] of Object.entries(shape)) {
      const held = objects.map((object) => object[key]).filter((value) => value !== undefined);
      if (held.length === 0) continue;
      used.add(key);
      meet(inner, held, `${path}${key}.`);
    }
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
