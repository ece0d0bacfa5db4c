/** `depth_limit`. */
const DEPTH_LIMIT = 20;

/** Longest term of Lucene in bytes: a key, NUL and a value. */
const TERM = 32_766;

/** Why a field of the type `flattened` refuses a value, if it does. */
export function flattenedRefusal(
  value: unknown,
  path: string,
  ignoreAbove = Number.POSITIVE_INFINITY,
): string | undefined {
  if (!isObject(value)) return `Failed to parse object: expecting token of type [START_OBJECT] but found ${value}`;
  return objectRefusal(value, '', 1);

  function objectRefusal(object: Record<string, unknown>, above: string, depth: number): string | undefined {
    if (depth > DEPTH_LIMIT) {
      return `The provided [flattened] field [${path}] exceeds the maximum depth limit of [${DEPTH_LIMIT}].`;
    }
    for (const key in object) {
      if (key.includes('\0')) {
        return `Keys in [flattened] fields cannot contain the reserved character \\0. Offending key: [${key}].`;
      }
      const refusal = itemRefusal(object[key], above === '' ? key : `${above}.${key}`, depth);
      if (refusal) return refusal;
    }
    return undefined;
  }

  function itemRefusal(item: unknown, key: string, depth: number): string | undefined {
    if (isObject(item)) return objectRefusal(item, key, depth + 1);
    if (!Array.isArray(item)) return termRefusal(key, String(item));
    for (const element of item) {
      const refusal = itemRefusal(element, key, depth);
      if (refusal) return refusal;
    }
    return undefined;
  }

  function termRefusal(key: string, text: string): string | undefined {
    // A character has at most three bytes, or two that count as two characters and four bytes.
    if (text.length > ignoreAbove || 3 * (key.length + text.length) < TERM) return undefined;
    if (Buffer.byteLength(key) + 1 + Buffer.byteLength(text) <= TERM) return undefined;
    return `Flattened field [${path}] contains one immense field whose keyed encoding is longer than the allowed max length of ${TERM} bytes.`;
  }
}

/** Whether a value is what JSON calls an object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
