/** An object as a manifest writes it. */
export interface KubernetesObject {
  /** Group and version, e.g. `apps/v1`, or the version alone for the core group. */
  readonly apiVersion: string;

  /** Kind, e.g. `StatefulSet`. */
  readonly kind: string;

  /** Name, namespace, labels and annotations. */
  readonly metadata: ObjectMetadata;

  /** Everything else: spec, data, rules. */
  readonly [field: string]: unknown;
}

/** What every object says about itself. */
export interface ObjectMetadata {
  /** Name, unique among the objects of the kind in a namespace. */
  readonly name: string;

  /**
   * Namespace.
   *
   * @default - the object belongs to the whole cluster, or to the namespace in which it is applied
   */
  readonly namespace?: string;

  /**
   * Labels.
   *
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;

  /**
   * Annotations.
   *
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** API group of an object; empty for the core group. */
export function groupOf({ apiVersion }: Pick<KubernetesObject, 'apiVersion'>): string {
  const [group = '', version] = apiVersion.split('/');
  return version === undefined ? '' : group;
}

/** What makes two manifests the same object: group, kind, namespace and name. The version is a way of writing only. */
export function identityOf(object: KubernetesObject): string {
  return [groupOf(object), nameOf(object)].join('/');
}

/** `Kind namespace/name`, as people call an object. */
export function nameOf({ kind, metadata: { namespace, name } }: KubernetesObject): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

/** A map with string keys, as YAML and JSON write it. */
export type Mapping = Readonly<Record<string, unknown>>;

/** Whether `value` is a map, rather than a list, a scalar or nothing. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Value at `path` below `value`, or undefined when a part of the path is missing. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (isMapping(inner) ? inner[key] : undefined), value);
}

/** List at `path` below `value`; empty when there is none. */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}
