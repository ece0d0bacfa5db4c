import { type Mistake, shown } from '../../core';
import { commonName, covers, isLiteral } from '../globs';
import type { Selection } from './selection';
import type { Treatment } from './treatment';

/** Everything, as a glob. */
const ALL = ['*'];

/** A treatment that comes before others, and where. */
interface Earlier {
  readonly position: number;
  readonly treatment: Treatment;
}

/**
 * Treatments that no container has, because those before select all that they select. Paths begin with the position of one.
 * Those with names of namespaces are looked up by these, so that a thousand teams cost what they are.
 *
 * @param said what a place in the list is called, by those who wrote it
 * @param ofInputs names of those that no container is to have
 */
export function coverageMistakes(
  treatments: readonly Treatment[],
  said: (place: Mistake['path']) => string,
  ofInputs: ReadonlySet<string> = new Set(),
): Mistake[] {
  const named = new Map<string, Earlier[]>();
  const others: Earlier[] = [];
  return treatments.flatMap((treatment, position) => {
    if (ofInputs.has(treatment.name)) return [];
    const coverers = coverersOf(treatment, (namespace) => [...(named.get(namespace) ?? []), ...others]);
    for (const namespace of namespacesOf(treatment.select)) {
      if (!isLiteral(namespace)) others.push({ position, treatment });
      else named.set(namespace, [...(named.get(namespace) ?? []), { position, treatment }]);
    }
    if (!coverers) return [];
    const before = [...new Set(coverers)].sort((a, b) => a - b).slice(0, 5);
    return [
      {
        path: [position],
        message: `must select a container that none before it selects, got ${shown(treatment.select ?? {})} after ${before.map((at) => said([at])).join(', ')}; move it before, narrow the others, or remove it`,
      },
    ];
  });
}

/** Positions of earlier treatments that have all containers of a treatment together; undefined if some are left. */
function coverersOf(treatment: Treatment, earlier: (namespace: string) => readonly Earlier[]): number[] | undefined {
  const found: number[] = [];
  for (const namespace of namespacesOf(treatment.select)) {
    const candidates = earlier(namespace);
    for (const container of containersOf(treatment.select)) {
      const coverer = candidates.find((each) => hasAll(each.treatment, namespace, container));
      if (!coverer) return undefined;
      found.push(coverer.position);
    }
  }
  return found.length > 0 ? found : undefined;
}

/** Whether a treatment has every container of these globs. */
function hasAll({ select, except }: Treatment, namespace: string, container: string): boolean {
  return (
    namespacesOf(select).some((glob) => covers(glob, namespace)) &&
    containersOf(select).some((glob) => covers(glob, container)) &&
    !(except && meets(namespacesOf(except), namespace) && meets(containersOf(except), container))
  );
}

function meets(globs: readonly string[], other: string): boolean {
  return globs.some((glob) => commonName(glob, other) !== undefined);
}

function namespacesOf(selection?: Selection): readonly string[] {
  return selection?.namespaces ?? ALL;
}

function containersOf(selection?: Selection): readonly string[] {
  return selection?.containers ?? ALL;
}
