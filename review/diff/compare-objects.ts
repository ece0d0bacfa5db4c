import { groupOf, isMapping, type KubernetesObject, type Mapping } from '../manifests/kubernetes-object';
import { isComparedAsWritten, isDefault, isOptionalMap } from './defaults';
import { embeddedChanges } from './embedded';
import type { FieldChange } from './field-change';
import { pairElements } from './lists';
import { isBuiltIn, isSameScalar, listKind } from './schema';

/** What the server or a tool writes, not a person. */
const NOT_WRITTEN = ['status', 'metadata.creationTimestamp', 'metadata.managedFields'];

/** Shown instead of the content of a Secret. */
const HIDDEN = '(hidden)';

/**
 * What differs between two manifests of one object. The order of keys, the order of lists without one, spellings of a
 * quantity, and defaults that are written out are no differences, except where Pulumi replaces the object for them.
 */
export function compareObjects(before: KubernetesObject, after: KubernetesObject): FieldChange[] {
  const comparison = new Comparison(after.kind, isBuiltIn(after));
  // The group is part of the identity, and another version of it is another spelling of the same object.
  const version = groupOf(before) === groupOf(after) ? after.apiVersion : before.apiVersion;
  return comparison.maps({ ...before, apiVersion: version }, after, { path: '', field: after.kind });
}

interface Where {
  readonly path: string;
  readonly field: string;
}

class Comparison {
  constructor(
    private readonly kind: string,
    private readonly builtIn: boolean,
  ) {}

  maps(before: Mapping, after: Mapping, where: Where): FieldChange[] {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys
      .map((key) => ({ key, inner: below(where, key) }))
      .filter(({ inner }) => !NOT_WRITTEN.includes(inner.path))
      .flatMap(({ key, inner }) => {
        if (this.isHidden(where)) return this.hidden(before[key], after[key], inner);
        if (this.builtIn && isDefaultOrMissing(before, key, inner) && isDefaultOrMissing(after, key, inner)) {
          return spelling(before[key], after[key], inner);
        }
        return this.values(before[key], after[key], inner);
      });
  }

  private values(before: unknown, after: unknown, where: Where): FieldChange[] {
    if (before === after) return [];
    const [a, b] = [this.orEmpty(before, after, where), this.orEmpty(after, before, where)];
    if (isMapping(a) && isMapping(b)) return this.maps(a, b, where);
    if (Array.isArray(a) && Array.isArray(b)) return this.lists(a, b, where);
    if (typeof before === 'string' && typeof after === 'string' && isText(before, after, where)) {
      return embeddedChanges(where, before, after);
    }
    // Null is how a manifest says that there is nothing.
    if ((before ?? undefined) === (after ?? undefined)) return [];
    if (isScalar(before) && isScalar(after) && isSameScalar(before, after, where.field, this.builtIn)) return [];
    return [change(where, before, after)];
  }

  /** An empty map instead of nothing, where both are the same, so that the keys of the other side are told one by one. */
  private orEmpty(value: unknown, other: unknown, { field }: Where): unknown {
    return value === undefined && isMapping(other) && isOptionalMap(field) ? {} : value;
  }

  private lists(before: readonly unknown[], after: readonly unknown[], where: Where): FieldChange[] {
    const kind = this.builtIn ? listKind(where.field) : 'sequence';
    const { pairs, reordered } = pairElements(before, after, kind);
    const changes = pairs.flatMap(({ label, before: a, after: b }) => {
      const inner = { path: `${where.path}[${label}]`, field: where.field };
      return a === undefined || b === undefined ? [change(inner, a, b)] : this.values(a, b, inner);
    });
    // The template of a pod is compared in its order by the controllers: another order is another template.
    const counts =
      kind === 'sequence' || /\.template\.spec\./.test(`${where.field}.`) || isComparedAsWritten(where.field);
    if (!reordered || !counts) return changes;
    return [...changes, { ...change(where, labels(before), labels(after)), form: 'order' }];
  }

  private isHidden({ path }: Where): boolean {
    return this.kind === 'Secret' && /^(data|stringData)$/.test(path);
  }

  private hidden(before: unknown, after: unknown, where: Where): FieldChange[] {
    if (before === after) return [];
    return [change(where, before === undefined ? undefined : HIDDEN, after === undefined ? undefined : HIDDEN)];
  }
}

function isDefaultOrMissing(parent: Mapping, key: string, { field }: Where): boolean {
  return parent[key] === undefined || isDefault(parent[key], field, parent);
}

/** Nothing, except where it matters that only one side writes out what the server fills in. */
function spelling(before: unknown, after: unknown, where: Where): FieldChange[] {
  const isOnOneSide = isWritten(before) !== isWritten(after);
  return isOnOneSide && isComparedAsWritten(where.field) ? [{ ...change(where, before, after), form: 'spelling' }] : [];
}

/** Whether a program that leaves out empty lists writes a value. */
function isWritten(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}

function below({ path, field }: Where, key: string): Where {
  const part = /^[\w-]+$/.test(key) ? key : `[${key}]`;
  return { path: path === '' || part !== key ? path + part : `${path}.${key}`, field: `${field}.${key}` };
}

function change(where: Where, before: unknown, after: unknown): FieldChange {
  return { ...where, before, after, form: 'value', hunks: [] };
}

function labels(list: readonly unknown[]): string[] {
  return list.map((element) =>
    isMapping(element) ? String(element.name ?? JSON.stringify(element)) : String(element),
  );
}

function isText(before: string, after: string, { field }: Where): boolean {
  return before.includes('\n') || after.includes('\n') || /^ConfigMap\.data\./.test(field);
}

function isScalar(value: unknown): boolean {
  return value !== undefined && value !== null && typeof value !== 'object';
}
