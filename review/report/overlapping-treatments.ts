import {
  commonLabels,
  commonName,
  covers,
  type LabelGlobs,
  labelsCover,
  labelText,
} from '../../constructs/fluentd/globs';

/** Containers, by globs of their namespaces, their names and labels of their pods; all, where nothing is said. */
export interface Selection {
  readonly namespaces?: readonly string[];

  readonly containers?: readonly string[];

  readonly labels?: LabelGlobs;
}

/** A treatment, by whom it selects. */
export interface Selecting {
  readonly name: string;

  readonly select?: Selection;

  readonly except?: Selection;
}

/** A treatment that has containers which a later one selects as well. */
export interface Overlapping {
  /** Name of the treatment that comes first, whose the containers are. */
  readonly first: string;

  /** One of the containers, as `namespace/container`, and the labels of its pod. */
  readonly example: string;
}

/**
 * For each treatment, those before it that have some of the containers that it selects. That is no mistake, since the first
 * one wins, but it is what a team asks whose treatment does nothing. Two that have nothing in common but what an exception
 * takes away do not overlap; of an exception of only a part the example may be one.
 */
export function overlappingTreatments(treatments: readonly Selecting[]): Overlapping[][] {
  return treatments.map((later, position) =>
    treatments.slice(0, position).flatMap((earlier) => {
      const example = commonContainer(earlier, later);
      return example === undefined ? [] : [{ first: earlier.name, example }];
    }),
  );
}

/** A container that both select and none excepts. */
function commonContainer(one: Selecting, other: Selecting): string | undefined {
  const labels = commonLabels(one.select?.labels, other.select?.labels);
  if (!labels) return undefined;
  const withLabels = Object.keys(labels).length > 0 ? ` with ${labelText(labels)}` : '';
  for (const [namespace, inBoth] of commonNames(one, other, 'namespaces')) {
    for (const [container, inBothContainers] of commonNames(one, other, 'containers')) {
      const isExcepted = [one, other].some(
        ({ except }) =>
          except &&
          inBoth.some((glob) => coversAny(except.namespaces, glob)) &&
          inBothContainers.some((glob) => coversAny(except.containers, glob)) &&
          coversLabels(except.labels, one, other),
      );
      if (!isExcepted) return `${namespace}/${container}${withLabels}`;
    }
  }
  return undefined;
}

/** Names that a glob of each matches, with the two globs. */
function commonNames(
  one: Selecting,
  other: Selecting,
  key: 'namespaces' | 'containers',
): (readonly [string, readonly [string, string]])[] {
  const theirs = other.select?.[key] ?? ['*'];
  return (one.select?.[key] ?? ['*']).flatMap((a) =>
    theirs.flatMap((b) => {
      const name = commonName(a, b);
      return name === undefined ? [] : [[name || '*', [a, b]] as const];
    }),
  );
}

function coversAny(globs: readonly string[] | undefined, glob: string): boolean {
  return (globs ?? ['*']).some((wide) => covers(wide, glob));
}

/** Whether every pod that both select has labels that these globs match. */
function coversLabels(globs: LabelGlobs | undefined, one: Selecting, other: Selecting): boolean {
  return Object.entries(globs ?? {}).every(([key, values]) =>
    [one, other].some(({ select }) => labelsCover({ [key]: values }, select?.labels)),
  );
}
