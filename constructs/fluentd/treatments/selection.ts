import type { Mistake } from '../../core';

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

/** What a namespace or a container may be named, with wildcards. */
const GLOB = /^[a-z0-9*?]([-a-z0-9*?]*[a-z0-9*?])?$/;

/** A DNS label is no longer, and a pattern that is matches nothing. */
const LONGEST = 63;

/** What is wrong with a selection. */
export function selectionMistakes(selection: Selection | undefined, path: readonly PropertyKey[]): Mistake[] {
  if (!selection) return [];
  if (KEYS.every((key) => selection[key] === undefined)) {
    return [{ path, message: 'must name namespaces or containers, got {}; name some, or leave it out' }];
  }
  return KEYS.flatMap((key) => globMistakes(selection[key], [...path, key]));
}

function globMistakes(globs: readonly string[] | undefined, path: readonly PropertyKey[]): Mistake[] {
  if (globs?.length === 0) {
    return [{ path, message: 'must not be empty, got [], which matches nothing; name one, or leave it out for all' }];
  }
  return (globs ?? []).flatMap((glob, index) =>
    GLOB.test(glob) && glob.length <= LONGEST
      ? []
      : [
          {
            path: [...path, index],
            message: `must be a glob of DNS labels (a-z, 0-9, -, * and ?, at most ${LONGEST} characters), got ${JSON.stringify(glob)}; correct it`,
          },
        ],
  );
}
