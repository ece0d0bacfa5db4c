import { type Mistake, shown } from '../../core';
import { commonLabels, commonName, type LabelGlobs, labelText, overlaps, type PlacedGlob } from '../globs';
import type { Route } from './route';

/** A route by labels, and where. */
interface Labelled {
  readonly index: number;
  readonly route: Route & { readonly labels: LabelGlobs };
}

/** What a route has, as globs: of its namespaces, or of values of a label. */
type Dimension = (route: Route) => readonly string[] | undefined;

/**
 * Routes by labels that could both have a container: which one it has would depend on their order. Only those are compared
 * whose globs begin alike, of their namespaces or of the label that most of them name.
 *
 * @param said what a place in the list is called, by those who wrote it
 */
export function labelOverlapMistakes(
  routes: readonly Route[],
  said: (place: readonly [number, ...PropertyKey[]]) => string,
): Mistake[] {
  const labelled = routes.flatMap((route, index): Labelled[] =>
    route.labels ? [{ index, route: { ...route, labels: route.labels } }] : [],
  );
  const dimension = mostNamed(labelled);
  const globs = labelled.flatMap((place) =>
    (dimension(place.route) ?? ['*']).map((glob): PlacedGlob<Labelled> => ({ glob, place })),
  );
  const told = new Set<number>();
  return overlaps(globs, (one, other) => one !== other && commonPod(one.route, other.route) !== undefined).flatMap(
    ({ first, second }) => {
      // Several of its globs may meet some of another.
      if (told.has(second.index)) return [];
      told.add(second.index);
      return [
        {
          path: [second.index, 'labels'],
          message: `must select no pod that ${said([first.index])} ${shown(first.route.labels)} selects, got ${shown(second.route.labels)} (both select ${commonPod(first.route, second.route)}); give both a label with other values, or other namespaces`,
        },
      ];
    },
  );
}

/** A pod that both have, in words. */
function commonPod(one: Route, other: Route): string | undefined {
  const labels = commonLabels(one.labels, other.labels);
  if (!labels) return undefined;
  for (const a of one.namespaces ?? ['*']) {
    for (const b of other.namespaces ?? ['*']) {
      const namespace = commonName(a, b);
      if (namespace !== undefined) return `a pod in ${namespace || 'any namespace'} with ${labelText(labels)}`;
    }
  }
  return undefined;
}

function mostNamed(labelled: readonly Labelled[]): Dimension {
  const counts = new Map<string, number>();
  for (const { route } of labelled)
    for (const key of Object.keys(route.labels)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const [[key, count] = ['', 0]] = [...counts].sort(([, a], [, b]) => b - a);
  const named = labelled.filter(({ route }) => route.namespaces).length;
  return named > count
    ? ({ namespaces }) => namespaces
    : ({ labels = {} }) => (Object.hasOwn(labels, key) ? labels[key] : undefined);
}
