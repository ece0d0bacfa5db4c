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

/** The parameters of what selects containers, for the inputs of ours. */
export function selectionParams({ name, select, except }: Selecting) {
  return {
    name,
    namespaces: select?.namespaces,
    containers: select?.containers,
    except_namespaces: except?.namespaces,
    except_containers: except?.containers,
  };
}

/** What selects containers by a name. */
interface Selecting {
  readonly name: string;
  readonly select?: Selection;
  readonly except?: Selection;
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
