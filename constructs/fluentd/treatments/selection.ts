import type { Mistake } from '../../core';
import { globMistakes, labelGlobMistakes } from '../globs';

/** Containers, by where they run and by the labels of their pods; all of it must match. In a glob `*` stands for any characters and `?` for one. */
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

  /**
   * Globs by the labels of the pod, as they were when a log of it was first seen: each label must have a value that one of its
   * globs matches. It takes `podMetadata`, which need not name these labels. The container waits unread until the API server has
   * told them.
   *
   * @default - all pods
   */
  readonly labels?: Readonly<Record<string, readonly string[]>>;
}

/** The parameters of what selects containers, for the inputs of ours. */
export function selectionParams({ name, select, except, redact = [] }: Selecting) {
  const byLabels = select?.labels ?? except?.labels;
  return {
    name,
    namespaces: select?.namespaces,
    containers: select?.containers,
    labels: select?.labels,
    except_namespaces: except?.namespaces,
    except_containers: except?.containers,
    except_labels: except?.labels,
    // Of a pod that is gone nobody knows what must not be stored.
    ...(byLabels && redact.length > 0 && { unknown_labels: true }),
  };
}

/** What selects containers by a name. */
interface Selecting {
  readonly name: string;
  readonly redact?: readonly unknown[];
  readonly select?: Selection;
  readonly except?: Selection;
}

const KEYS = ['namespaces', 'containers'] as const;

/** What is wrong with a selection. */
export function selectionMistakes(selection: Selection | undefined, path: readonly PropertyKey[]): Mistake[] {
  if (!selection) return [];
  if ([...KEYS, 'labels' as const].every((key) => selection[key] === undefined)) {
    return [{ path, message: 'must name namespaces, containers or labels, got {}; name some, or leave it out' }];
  }
  return [
    ...KEYS.flatMap((key) => globMistakes(selection[key], [...path, key])),
    ...labelGlobMistakes(selection.labels, [...path, 'labels']),
  ];
}
