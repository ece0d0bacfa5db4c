import type { Interface, Property, TypeDefinition, TypeName, ValueOf } from '@elastic/request-converter/dist/metamodel';

import { settingsTree } from './index-settings';
import {
  allProperties,
  type Bindings,
  type BoundProperty,
  bind,
  endpointOf,
  isOpen,
  keyOf,
  NONE,
  typeNamed,
} from './model';

/** What is wrong with the body of a request, one line per mistake; empty if the API knows every key and type of it. */
export function bodyMistakes(method: string, path: string, body: unknown): string[] {
  const endpoint = endpointOf(method, path);
  const request = endpoint?.request && typeNamed(endpoint.request);
  if (request?.kind !== 'request') return [`the API has no ${method} ${path}`];
  if (request.body.kind === 'no_body') return [`${method} ${path} has no body`];
  return request.body.kind === 'value'
    ? mistakesIn(body, request.body.value, '', NONE)
    : objectMistakes(body, request.body.properties, '', NONE);
}

function mistakesIn(value: unknown, type: ValueOf, at: string, bindings: Bindings): string[] {
  switch (type.kind) {
    case 'user_defined_value':
      return [];
    case 'literal_value':
      return value === type.value ? [] : [wrong(at, JSON.stringify(type.value), value)];
    case 'array_of':
      if (!Array.isArray(value)) return [wrong(at, 'a list', value)];
      return value.flatMap((element, i) => mistakesIn(element, type.value, `${at}[${i}]`, bindings));
    case 'dictionary_of':
      if (!isObject(value)) return [wrong(at, 'an object', value)];
      return Object.entries(value).flatMap(([key, element]) =>
        mistakesIn(element, type.value, `${at}.${key}`, bindings),
      );
    case 'union_of':
      return fewest(type.items.map((item) => mistakesIn(value, item, at, bindings)));
    case 'instance_of':
      return instanceMistakes(value, type.type, type.generics ?? [], at, bindings);
  }
}

function instanceMistakes(
  value: unknown,
  name: TypeName,
  generics: readonly ValueOf[],
  at: string,
  bindings: Bindings,
): string[] {
  const bound = bindings.get(keyOf(name));
  if (bound) return mistakesIn(value, bound, at, NONE);
  if (name.namespace === '_builtins') return matchesBuiltin(value, name.name) ? [] : [wrong(at, name.name, value)];
  const type = typeNamed(name);
  if (!type) return [`${at}: the schema has no type ${keyOf(name)}`];
  return typeMistakes(value, type, at, bind(type, generics));
}

function typeMistakes(value: unknown, type: TypeDefinition, at: string, bindings: Bindings): string[] {
  switch (type.kind) {
    case 'enum': {
      const members = type.members.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
      if (typeof value === 'string' && (type.isOpen || members.includes(value))) return [];
      return members.includes(String(value)) ? [] : [wrong(at, members.join(', '), value)];
    }
    case 'type_alias':
      if (type.variants?.kind === 'internal_tag' && type.type.kind === 'union_of' && isObject(value)) {
        return taggedMistakes(value, type.variants, type.type.items, at, bindings);
      }
      return mistakesIn(value, type.type, at, bindings);
    case 'interface':
      return interfaceMistakes(value, type, at, bindings);
    default:
      return [`${at}: ${keyOf(type.name)} is not the type of a value`];
  }
}

/** One of several objects, told apart by a property such as `type`. */
function taggedMistakes(
  value: Readonly<Record<string, unknown>>,
  { tag, defaultTag }: { tag: string; defaultTag?: string },
  items: readonly ValueOf[],
  at: string,
  bindings: Bindings,
): string[] {
  const chosen = value[tag] ?? defaultTag;
  const fitting = items.filter((item) => {
    const type = item.kind === 'instance_of' ? typeNamed(item.type) : undefined;
    const property =
      type?.kind === 'interface' ? allProperties(type, NONE).find(([{ name }]) => name === tag) : undefined;
    return property?.[0].type.kind === 'literal_value' && property[0].type.value === chosen;
  });
  if (fitting.length === 0) return [wrong(`${at}.${tag}`, 'a known value', chosen)];
  return fewest(fitting.map((item) => mistakesIn(value, item, at, bindings)));
}

function interfaceMistakes(value: unknown, type: Interface, at: string, bindings: Bindings): string[] {
  // The schema allows any setting, because plugins add some; a misspelt one is what must not pass here.
  if (type.name.name === 'IndexSettings' && isObject(value)) {
    return objectMistakes(settingsTree(value), allProperties(type, bindings), at, bindings);
  }
  const properties = allProperties(type, bindings);
  const shortcut = properties.find(([{ name }]) => name === type.shortcutProperty);
  if (shortcut && !isObject(value)) return mistakesIn(value, shortcut[0].type, at, shortcut[1]);
  const found = objectMistakes(value, properties, at, bindings, isOpen(type));
  if (type.variants?.kind !== 'container' || !isObject(value)) return found;
  const variants = properties.filter(([property]) => !property.containerProperty && property.name in value);
  return variants.length === 1 || type.variants.nonExhaustive
    ? found
    : [...found, `${at}: must have exactly one variant, got ${variants.length}`];
}

function objectMistakes(
  value: unknown,
  properties: readonly (Property | BoundProperty)[],
  at: string,
  bindings: Bindings,
  open = false,
): string[] {
  if (!isObject(value)) return [wrong(at, 'an object', value)];
  const bound = properties.map((property): BoundProperty => ('name' in property ? [property, bindings] : property));
  const known = new Map(bound.flatMap((entry) => [entry[0].name, ...(entry[0].aliases ?? [])].map((n) => [n, entry])));
  return [
    ...bound
      .filter(([{ name, required, aliases = [] }]) => required && ![name, ...aliases].some((n) => n in value))
      .map(([{ name }]) => `${at}.${name}: is required`),
    ...Object.entries(value).flatMap(([key, element]) => {
      const property = known.get(key);
      if (property) return mistakesIn(element, property[0].type, `${at}.${key}`, property[1]);
      return open ? [] : [`${at}.${key}: is not known; known are ${[...known.keys()].join(', ')}`];
    }),
  ];
}

function matchesBuiltin(value: unknown, name: string): boolean {
  if (name === 'null') return value === null;
  return name === 'binary' || typeof value === name;
}

function fewest(candidates: readonly string[][]): string[] {
  return [...candidates].sort((a, b) => a.length - b.length)[0] ?? [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(at: string, expected: string, value: unknown): string {
  return `${at}: must be ${expected}, got ${JSON.stringify(value)}`;
}
