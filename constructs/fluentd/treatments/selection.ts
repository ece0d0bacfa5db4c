import type { Mistake } from '../../core';
import { globMistakes } from '../globs';

/** Containers, by where they run. In a glob `*` stands for any characters and `?` for one. */
export interface Selection {
  /**
   * Globs of Kubernetes namespaces, one of which must match.
   *
   * @default - all namespaces
   */
  readonly namespaces?: readonly string[];

  /**
   * Globs of the names of containers, one of which must match.
   *
   * @default - all containers
   */
  readonly containers?: readonly string[];
}

const KEYS = ['namespaces', 'containers'] as const;

/** What is wrong with a selection. */
export function selectionMistakes(selection: Selection | undefined, path: readonly PropertyKey[]): Mistake[] {
  if (!selection) return [];
  if (KEYS.every((key) => selection[key] === undefined)) {
    return [{ path, message: 'must name namespaces or containers, got {}; name some, or leave it out' }];
  }
  return KEYS.flatMap((key) => globMistakes(selection[key], [...path, key]));
}
