import type { Mistake } from '../../core';

/** The name of a field: keys with dots between them. */
const NAME = /^[^.\p{Cc}]+(\.[^.\p{Cc}]+)*$/u;

/** What is wrong with the name of a field. */
export function fieldMistakes(name: string, path: readonly PropertyKey[]): Mistake[] {
  return NAME.test(name)
    ? []
    : [
        {
          path,
          message: `must be the name of a field, got ${JSON.stringify(name)}; write it as in Elasticsearch, for example json.time`,
        },
      ];
}
