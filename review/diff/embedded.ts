import { isMapping } from '../manifests/kubernetes-object';
import { tryParse } from '../manifests/yaml';
import type { FieldChange } from './field-change';
import { isSameSetting } from './settings';
import { textHunks } from './text';

/** A text that an object carries: a key of a ConfigMap, a script in a command. */
export interface EmbeddedText {
  /** Where it is, see {@link FieldChange.path}. */
  readonly path: string;

  /** Where it is, see {@link FieldChange.field}. */
  readonly field: string;
}

/**
 * What differs between two texts, each in the words of its format: settings and bodies of JSON and YAML by their keys, with
 * durations and sizes by value, and everything else line by line.
 *
 * A text whose spelling alone differs counts as changed too, as a change of form `text`: programs are restarted for it.
 */
export function embeddedChanges(where: EmbeddedText, before: string, after: string): FieldChange[] {
  if (/\.(json|ya?ml)$/.test(where.field)) {
    const [a, b] = [tryParse(before), tryParse(after)];
    if (isStructure(a) && isStructure(b)) {
      const changes = structureChanges({ ...where, path: `${where.path}:` }, a, b);
      if (changes.length > 0) return changes;
    }
  }
  return [{ ...where, before, after, form: 'text', hunks: textHunks(before, after) }];
}

function isStructure(value: unknown): boolean {
  return isMapping(value) || Array.isArray(value);
}

function structureChanges(where: EmbeddedText, before: unknown, after: unknown): FieldChange[] {
  if (isMapping(before) && isMapping(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => structureChanges({ ...where, path: join(where.path, key) }, before[key], after[key]));
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    if (before.length === after.length && [...before, ...after].every(isStructure)) {
      return before.flatMap((element, index) =>
        structureChanges({ ...where, path: `${where.path}[${index}]` }, element, after[index]),
      );
    }
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
  } else if (before === after || (isScalar(before) && isScalar(after) && isSameSetting(before, after))) {
    return [];
  }
  return [{ ...where, before, after, form: 'value', hunks: [] }];
}

function isScalar(value: unknown): boolean {
  return value !== undefined && value !== null && typeof value !== 'object';
}

/** A key of a document after the name of the document, or after another key. */
function join(path: string, key: string): string {
  return path.endsWith(':') ? `${path} ${key}` : `${path}.${key}`;
}
