import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type {
  Endpoint,
  Inherits,
  Interface,
  Model,
  Property,
  TypeDefinition,
  TypeName,
  ValueOf,
} from '@elastic/request-converter/dist/metamodel';

/** Elastic's own description of the HTTP API of Elasticsearch 9.5, with all requests and types. */
const MODEL: Model = JSON.parse(
  readFileSync(
    join(dirname(createRequire(__filename).resolve('@elastic/request-converter/package.json')), 'dist/schema.json'),
    'utf8',
  ),
);

const TYPES = new Map(MODEL.types.map((type) => [keyOf(type.name), type]));

/** What stands for the type parameters of a generic type. */
export type Bindings = ReadonlyMap<string, ValueOf>;

/** Where no type is generic. */
export const NONE: Bindings = new Map();

/** A property, with what stands for the type parameters where it is declared. */
export type BoundProperty = readonly [Property, Bindings];

/** The endpoint that `method` and `path` reach, e.g. `PUT` and `/_ilm/policy/logs`. */
export function endpointOf(method: string, path: string): Endpoint | undefined {
  const parts = path.split('/');
  return MODEL.endpoints.find(({ urls }) =>
    urls.some(({ methods, path: template }) => {
      const expected = template.split('/');
      return (
        methods.includes(method) &&
        expected.length === parts.length &&
        expected.every((part, i) => part.startsWith('{') || part === parts[i])
      );
    }),
  );
}

/** The type called `name`. */
export function typeNamed(name: TypeName): TypeDefinition | undefined {
  return TYPES.get(keyOf(name));
}

/** Own and inherited properties. */
export function allProperties({ properties, inherits }: Interface, bindings: Bindings): BoundProperty[] {
  const own = properties.map((property): BoundProperty => [property, bindings]);
  if (!inherits) return own;
  const parent = typeNamed(inherits.type);
  if (parent?.kind !== 'interface') return own;
  return [...own, ...allProperties(parent, bind(parent, substituted(inherits, bindings)))];
}

/** What stands for the type parameters of `type` where it is used with `generics`. */
export function bind(type: TypeDefinition, generics: readonly ValueOf[]): Bindings {
  const names = 'generics' in type ? (type.generics ?? []) : [];
  return new Map(names.flatMap((name, i) => (generics[i] ? [[keyOf(name), generics[i]] as const] : [])));
}

/** Whether objects of a type may have properties that it does not list. */
export function isOpen({ behaviors = [] }: Interface): boolean {
  return behaviors.some(({ type }) => ['AdditionalProperties', 'AdditionalProperty'].includes(type.name));
}

/** Full name of a type. */
export function keyOf({ namespace, name }: TypeName): string {
  return `${namespace}.${name}`;
}

function substituted({ generics = [] }: Inherits, bindings: Bindings): ValueOf[] {
  return generics.map((type) => (type.kind === 'instance_of' && bindings.get(keyOf(type.type))) || type);
}
