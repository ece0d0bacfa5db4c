import type { Mistake } from '../../core';
import { patternMistakes, rubyPattern } from './patterns';

/**
 * A value that a field may have, or a pattern that its text matches. Patterns match anywhere in a text if `^` and `$` do not
 * say otherwise; they mean the same in Ruby, and what the two languages read in different ways is refused.
 */
export type FieldValue = string | number | boolean | RegExp;

/** What a field must be: a value, one of several, or something about it. */
export type Condition =
  | FieldValue
  | readonly FieldValue[]
  | {
      /**
       * Values that it must not have.
       *
       * @default - none
       */
      readonly not?: FieldValue | readonly FieldValue[];

      /**
       * The least number that it may be.
       *
       * @default - none
       */
      readonly atLeast?: number;

      /**
       * A number that it must be smaller than.
       *
       * @default - none
       */
      readonly below?: number;
    };

/**
 * Conditions by the names of fields, all of which must be fulfilled. A field that a record does not have fulfils none.
 * Fields are named as in Elasticsearch, e.g. `message`, `log.level`, `url.path`, `kubernetes.container_name`; what an
 * application has written into its JSON and is no such field is below `json`.
 */
export type Conditions = Readonly<Record<string, Condition>>;

/** What is wrong with conditions. */
export function conditionMistakes(conditions: Conditions, path: readonly PropertyKey[]): Mistake[] {
  const entries = Object.entries(conditions);
  if (entries.length === 0) {
    return [{ path, message: 'must have a condition, got {}, which every line fulfils; write one for a field' }];
  }
  return entries.flatMap(([field, condition]) => {
    const at = [...path, field];
    if (Array.isArray(condition) && condition.length === 0) {
      return [{ path: at, message: 'must not be empty, got [], which no value fulfils; write the values' }];
    }
    if (!isComparison(condition)) return valueMistakes(condition, at);
    const { not, atLeast, below } = condition;
    if (not === undefined && atLeast === undefined && below === undefined) {
      return [{ path: at, message: 'must have not, atLeast or below, got {}; write one of them' }];
    }
    return [
      ...(not === undefined ? [] : valueMistakes(not, [...at, 'not'])),
      ...(atLeast !== undefined && below !== undefined && atLeast >= below
        ? [{ path: [...at, 'below'], message: `must be more than atLeast (${atLeast}), got ${below}; raise it` }]
        : []),
    ];
  });
}

function valueMistakes(values: FieldValue | readonly FieldValue[], path: readonly PropertyKey[]): Mistake[] {
  if (isList(values)) return values.flatMap((value, index) => valueMistakes(value, [...path, index]));
  return values instanceof RegExp ? patternMistakes(values, path) : [];
}

/** Conditions as the plugin reads them. */
export function conditionParams(conditions: Conditions): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(conditions).map(([field, condition]) => {
      if (!isComparison(condition)) return [field, valueParams(condition)];
      const { not, atLeast, below } = condition;
      return [field, { not: not === undefined ? undefined : valueParams(not), at_least: atLeast, below }];
    }),
  );
}

function valueParams(values: FieldValue | readonly FieldValue[]): unknown {
  if (isList(values)) return values.map(valueParams);
  return values instanceof RegExp ? { matches: rubyPattern(values) } : values;
}

function isComparison(condition: Condition): condition is Exclude<Condition, FieldValue | readonly FieldValue[]> {
  return typeof condition === 'object' && !Array.isArray(condition) && !(condition instanceof RegExp);
}

/** Array.isArray does not take a type for read-only lists. */
function isList(values: FieldValue | readonly FieldValue[]): values is readonly FieldValue[] {
  return Array.isArray(values);
}
