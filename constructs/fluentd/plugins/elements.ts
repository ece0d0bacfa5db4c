import type { Directive, EnvVariable, Evaluated, ParamValue } from '../conf';
import { ARGUMENTS, HASHES } from './shapes.generated';
import type { System } from './system.generated';

/** `<source>`: where events come from. */
export function source(type: string, params: object): Directive {
  return element('source', undefined, { '@type': type, ...params });
}

/** `<filter>`: what changes or drops events whose tags match the pattern. */
export function filter(type: string, pattern: string, params: object): Directive {
  return element('filter', pattern, { '@type': type, ...params });
}

/** `<match>`: where events go whose tags match the pattern. */
export function match(type: string, pattern: string, params: object): Directive {
  return element('match', pattern, { '@type': type, ...params });
}

/** `<system>`: settings of Fluentd itself. */
export function system(params: System): Directive {
  return element('system', undefined, params);
}

/** Objects become sections, an array of them several; what is undefined is left out. */
function element(name: string, argument: string | undefined, content: object): Directive {
  const { comment, ...members } = content as { readonly comment?: string };
  const params: Record<string, ParamValue> = {};
  const children: Directive[] = [];
  for (const [key, value] of Object.entries(members) as [string, unknown][]) {
    const sections = HASHES.has(`${name} ${key}`) ? [] : [value].flat().filter(isSection);
    children.push(...sections.map((content) => section(key, content)));
    if (sections.length === 0 && value !== undefined) params[key] = paramValue(value);
  }
  return {
    name,
    ...(argument !== undefined && { argument }),
    ...(comment !== undefined && { comment }),
    ...(Object.keys(params).length > 0 && { params }),
    ...(children.length > 0 && { children }),
  };
}

function section(name: string, content: object): Directive {
  const { [ARGUMENTS.get(name) ?? '']: argument, ...members } = content as Record<string, unknown>;
  if (argument === undefined) return element(name, undefined, members);
  // Without the brackets nothing would be the default.
  return element(name, Array.isArray(argument) ? argument.join(',') || '[]' : String(argument), members);
}

function isSection(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !isLater(value);
}

/** Hashes are written as JSON. */
function paramValue(value: unknown): ParamValue {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'object' && value !== null && !isLater(value) ? JSON.stringify(value) : (value as ParamValue);
}

/** Whether a value is one that Fluentd finds when it starts. */
function isLater(value: object): value is EnvVariable | Evaluated {
  const [key, ...others] = Object.keys(value).filter((name) => name !== 'base64');
  return others.length === 0 && (key === 'env' || key === 'evaluated');
}
