import type { ParamValue } from '../../conf';
import type { Param, ParamType } from '../../plugins/definitions';
import { nearest } from './nearest';

/** How a value of a type is written, what it is called, and what to do with one that is not. */
interface Notation {
  readonly pattern: RegExp;
  readonly what: string;
  readonly remedy: string;
}

const NOTATIONS: Readonly<Record<Exclude<ParamType, 'any' | 'enum' | 'string'>, Notation>> = {
  bool: { pattern: /^(true|false|yes|no|)$/, what: 'true or false', remedy: 'write one of them' },
  integer: { pattern: /^[-+]?\d+$/, what: 'a whole number', remedy: 'write for example 3' },
  float: {
    pattern: /^[-+]?(\d+(\.\d+)?|\.\d+)(e[-+]?\d+)?$/i,
    what: 'a number',
    remedy: 'write for example 0.5',
  },
  // Fluentd looks for a number and a letter anywhere: it takes 500ms for 500 minutes, and 1m30s for 30 seconds.
  time: {
    pattern: /^([-+]?\d+(\.\d+)?|\d+[smhd])$/,
    what: 'a time (seconds, or a whole number with s, m, h or d)',
    remedy: 'write for example 30s',
  },
  // For the same reason it takes 1.5g for 5g; 8MB it reads well.
  size: {
    pattern: /^([-+]?\d+|\d+[kmgt]b?)$/i,
    what: 'a size (bytes, or a whole number with k, m, g or t)',
    remedy: 'write for example 8m',
  },
  array: {
    pattern: /^([^[]|$)/,
    what: 'a list (as JSON, or words with commas between them)',
    remedy: 'write for example ["a","b"]',
  },
  hash: {
    pattern: /^([^{].*:|$)/s,
    what: 'a hash (as JSON, or key:value with commas between them)',
    remedy: 'write for example {"a":"b"}',
  },
  regexp: {
    pattern: /^([^/]|\/.*\/[a-z]{0,2}$|$)/s,
    what: 'a regular expression between slashes',
    remedy: 'end it with a slash',
  },
};

/**
 * What is wrong with a value that Fluentd reads as text.
 *
 * @returns what must hold, what was given and what to do; undefined if nothing is wrong
 */
export function valueMistake({ type, list = [] }: Param, value: string): string | undefined {
  if (type === 'any' || type === 'string') return undefined;
  if (type === 'enum') {
    if (list.includes(value)) return undefined;
    const [near = 'one of them'] = nearest(value, list);
    return `must be one of ${list.join(', ')}, got ${JSON.stringify(value)}; write ${near}`;
  }
  const { pattern, what, remedy } = NOTATIONS[type];
  if (pattern.test(value) || isJson(type, value)) return undefined;
  return `must be ${what}, got ${JSON.stringify(value)}; ${remedy}`;
}

function isJson(type: ParamType, value: string): boolean {
  if (!(type === 'array' && value.startsWith('[')) && !(type === 'hash' && value.startsWith('{'))) return false;
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

/** A value as Fluentd reads it; undefined if only Fluentd knows it, when it starts. */
export function textOf(value: ParamValue): string | undefined {
  if (Array.isArray(value)) return JSON.stringify(value);
  return typeof value === 'object' ? undefined : String(value);
}

/** A value for people. */
export function shown(value: ParamValue): string {
  return JSON.stringify(value);
}
