import { type Mistake, shown } from '../../core';
import { commonLabels, commonName, covers, GlobIndex, isLiteral, type LabelGlobs, labelsCover } from '../globs';
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
 * Only those are compared whose globs begin and end alike, so that a thousand teams cost what they are.
 *
 * @param said what a place in the list is called, by those who wrote it
 * @param ofInputs names of those that no container is to have
 */
export function coverageMistakes(
  treatments: readonly Treatment[],
  said: (place: Mistake['path']) => string,
  ofInputs: ReadonlySet<string> = new Set(),
): Mistake[] {
  const earlier = new EarlierTreatments();
  return treatments.flatMap((treatment, position) => {
    if (ofInputs.has(treatment.name)) return [];
    const coverers = coverersOf(treatment, earlier);
    earlier.add({ position, treatment });
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

/** Treatments that come before others, by the globs of their namespaces, of their containers and of a label. */
class EarlierTreatments {
  private readonly byNamespace = new GlobIndex<Earlier>();
  private readonly byContainer = new GlobIndex<Earlier>();
  private readonly byLabel = new Map<string, GlobIndex<Earlier>>();
  private readonly withoutLabels: Earlier[] = [];

  add(earlier: Earlier): void {
    for (const glob of namespacesOf(earlier.treatment.select)) this.byNamespace.add(glob, earlier);
    for (const glob of containersOf(earlier.treatment.select)) this.byContainer.add(glob, earlier);
    const [[key, globs] = []] = Object.entries(earlier.treatment.select?.labels ?? {});
    if (key === undefined || globs === undefined) this.withoutLabels.push(earlier);
    else {
      const index = this.byLabel.get(key) ?? new GlobIndex<Earlier>();
      this.byLabel.set(key, index);
      for (const glob of globs) index.add(glob, earlier);
    }
  }

  /** One that has every container of the globs; one that names the namespace rather than another. */
  coverer(namespace: string, container: string, labels: LabelGlobs | undefined): Earlier | undefined {
    const byName = fewer(this.byNamespace.thatMayCover(namespace), this.byContainer.thatMayCover(container));
    const candidates = inOrder(fewer(byName, this.thatMayCover(labels)));
    const has = ({ treatment }: Earlier) => hasAll(treatment, namespace, container, labels);
    const names = ({ treatment: { select } }: Earlier) => namespacesOf(select).includes(namespace);
    return (
      (isLiteral(namespace) ? candidates.find((each) => names(each) && has(each)) : undefined) ?? candidates.find(has)
    );
  }

  /** In parts, those that may have all pods with these labels: each of their globs must be covered, so one says enough. */
  private thatMayCover(labels: LabelGlobs = {}): Parts {
    const byLabel = Object.entries(labels).map(([key, [glob = '']]) => this.byLabel.get(key)?.thatMayCover(glob) ?? []);
    return [this.withoutLabels, ...byLabel.flat()];
  }
}

type Parts = readonly (readonly Earlier[])[];

function fewer(one: Parts, other: Parts): Parts {
  const count = (parts: Parts) => parts.reduce((sum, { length }) => sum + length, 0);
  return count(one) <= count(other) ? one : other;
}

function inOrder(parts: Parts): readonly Earlier[] {
  const [only = []] = parts;
  return parts.length > 1 ? parts.flat().sort((a, b) => a.position - b.position) : only;
}

/** Positions of earlier treatments that have all containers of a treatment together; undefined if some are left. */
function coverersOf({ select }: Treatment, earlier: EarlierTreatments): number[] | undefined {
  const found: number[] = [];
  for (const namespace of namespacesOf(select)) {
    for (const container of containersOf(select)) {
      const coverer = earlier.coverer(namespace, container, select?.labels);
      if (!coverer) return undefined;
      found.push(coverer.position);
    }
  }
  return found.length > 0 ? found : undefined;
}

/** Whether a treatment has every container of these globs. */
function hasAll(
  { select, except }: Treatment,
  namespace: string,
  container: string,
  labels: LabelGlobs | undefined,
): boolean {
  return (
    namespacesOf(select).some((glob) => covers(glob, namespace)) &&
    containersOf(select).some((glob) => covers(glob, container)) &&
    labelsCover(select?.labels, labels) &&
    !(
      except &&
      meets(namespacesOf(except), namespace) &&
      meets(containersOf(except), container) &&
      commonLabels(except.labels, labels)
    )
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
