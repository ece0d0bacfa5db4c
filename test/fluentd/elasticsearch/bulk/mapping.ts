import { isIP } from 'node:net';
import type { Cause } from './body';
import { flattenedRefusal, isObject } from './flattened';
import { timeRefusal } from './time';

/** A field of a mapping, as in an index template. */
export interface Field {
  readonly type?: string;
  readonly value?: string;
  readonly ignore_above?: number;
  readonly properties?: Readonly<Record<string, Field>>;
}

/** What a value of a field is checked against besides its mapping. */
export interface Rules {
  /** Whether numbers that are none are left out of the index instead of being refused, as in the index mode `logsdb`. */
  readonly ignoresMalformed: boolean;
  /** Values of `constant_keyword` fields by path: the first document sets what the mapping does not. */
  readonly constants: Map<string, string>;
}

/** Why Elasticsearch refuses the value of a field, if it does. Fields that the mapping does not name are taken. */
export function refusalOf(value: unknown, field: Field, path: string, rules: Rules): Cause | undefined {
  if (value === null || value === undefined) return undefined;
  if (field.type === 'flattened') return failed(path, field, flattenedRefusal(value, path, field.ignore_above));
  if (field.properties) return objectRefusal(value, field.properties, path, rules);
  if (!Array.isArray(value)) return failed(path, field, leafRefusal(value, field, path, rules));
  for (const item of value) {
    const refusal = refusalOf(item, field, path, rules);
    if (refusal) return refusal;
  }
  return undefined;
}

function objectRefusal(
  value: unknown,
  properties: Readonly<Record<string, Field>>,
  path: string,
  rules: Rules,
): Cause | undefined {
  if (!isObject(value)) {
    const reason = `object mapping for [${path}] tried to parse field [${path}] as object, but found a concrete value`;
    return { type: 'document_parsing_exception', reason };
  }
  for (const key in value) {
    const field = properties[key];
    const refusal = field && refusalOf(value[key], field, path === '' ? key : `${path}.${key}`, rules);
    if (refusal) return refusal;
  }
  return undefined;
}

function leafRefusal(value: unknown, field: Field, path: string, rules: Rules): string | undefined {
  if (isObject(value)) return "Can't get text on a START_OBJECT";
  switch (field.type) {
    case 'long':
      return rules.ignoresMalformed || Number.isFinite(Number(value)) ? undefined : `For input string: "${value}"`;
    case 'ip':
      return rules.ignoresMalformed || isIP(String(value)) ? undefined : `'${value}' is not an IP string literal.`;
    case 'date_nanos':
      return timeRefusal(String(value));
    case 'constant_keyword':
      return constantRefusal(String(value), field, path, rules);
    default:
      return undefined;
  }
}

function constantRefusal(text: string, { value }: Field, path: string, { constants }: Rules): string | undefined {
  const only = value ?? constants.get(path);
  if (only === undefined) constants.set(path, text);
  if (only === undefined || only === text) return undefined;
  return `[constant_keyword] field [${path}] only accepts values that are equal to the value defined in the mappings [${only}], but got [${text}]`;
}

function failed(path: string, { type = 'object' }: Field, reason: string | undefined): Cause | undefined {
  return reason === undefined
    ? undefined
    : {
        type: 'document_parsing_exception',
        reason: `failed to parse field [${path}] of type [${type}]`,
        caused_by: { type: 'illegal_argument_exception', reason },
      };
}
