import { few, isDataset, type Mistake, mistakeIn, placeOf, shown } from '../../core';
import { GLOB, globMistakes, isLiteral, labelGlobMistakes, overlaps, type PlacedGlob } from '../globs';
import { labelOverlapMistakes } from './labels';
import { isCatchAll, type Route, takesContainers } from './route';

/** A position in the list of routes, and further. */
type Place = readonly [route: number, ...rest: PropertyKey[]];

/** A place as a mistake names it. */
type Said = (place: Place) => string;

/**
 * What is wrong with `routes`; paths begin with the position of one. Without mistakes every container has exactly one
 * route, or none if there is no route for everything else.
 *
 * @param treatments names of the treatments that there are
 * @param said what a place in the list is called, by those who wrote it
 * @param fed names of the routes that inputs have, which need not take logs of containers
 */
export function routeMistakes(
  routes: readonly Route[],
  treatments: readonly string[] = [],
  said: Said = (place) => placeOf(['routes', ...place]),
  fed: readonly string[] = [],
): Mistake[] {
  if (routes.length === 0) {
    return [{ path: [], message: `must not be empty, got []; add one, e.g. { name: 'cluster' } for all logs` }];
  }
  const known = new Set(treatments);
  const inputs = new Set(fed);
  const inTwo = (name: string, at: Place) =>
    `must be in one route, got ${shown(name)} as at ${said(at)}; take it out of one`;
  return [
    ...routes.flatMap((route, index) => ownMistakes(route, known, inputs).map((mistake) => below(index, mistake))),
    ...twice(
      routes.map(({ name }, index) => [name, [index, 'name']]),
      (name, at) =>
        `must be the only route of its name, got ${shown(name)} as at ${said(at)}; merge them or rename one`,
    ),
    ...catchAllMistakes(routes, said),
    ...twice(placesOfNamespaces(routes).filter(isName), inTwo),
    ...overlapMistakes(routes, said),
    ...labelOverlapMistakes(routes, said),
    ...twice(placesOf(routes, 'treatments'), inTwo),
  ];
}

function ownMistakes(route: Route, known: ReadonlySet<string>, fed: ReadonlySet<string>): Mistake[] {
  const { name, namespaces, treatments, labels } = route;
  return [
    ...mistakeIn(
      ['name'],
      isDataset(name),
      'a dataset (a-z, 0-9, _ and ., first a letter, at most 100 characters)',
      name,
      'rename it',
    ),
    ...(takesContainers(route) || labels || !fed.has(name) ? globMistakes(namespaces, ['namespaces']) : []),
    ...labelGlobMistakes(labels, ['labels']),
    ...(treatments?.length === 0
      ? [{ path: ['treatments'], message: 'must not be empty, got []; name a treatment, or leave it out' }]
      : []),
    ...(treatments ?? []).flatMap((treatment, index) =>
      mistakeIn(
        ['treatments', index],
        known.has(treatment),
        known.size > 0 ? `the name of a treatment (${few(known)})` : 'the name of a treatment, of which there is none',
        treatment,
        'choose one, or add it to treatments',
      ),
    ),
  ];
}

function catchAllMistakes(routes: readonly Route[], said: Said): Mistake[] {
  const all = routes.flatMap((route, index) => (isCatchAll(route) ? [index] : []));
  const [first = 0, ...others] = all;
  return others.map((index) => ({
    path: [index],
    message: `must name namespaces, labels or treatments, since ${said([first])} takes everything else, got ${shown(routes[index]?.name)} without; name some`,
  }));
}

/** Globs of different routes that match one namespace: which route it has would depend on their order. */
function overlapMistakes(routes: readonly Route[], said: Said): Mistake[] {
  const globs = placesOfNamespaces(routes).flatMap(([glob, place]): PlacedGlob<Place>[] =>
    isLiteral(glob) || !GLOB.pattern.test(glob) ? [] : [{ glob, place }],
  );
  return overlaps(globs, ([one], [other]) => one !== other).map(({ first, second, example }) => ({
    path: second,
    message: `must match no namespace that ${said(first)} ${shown(globAt(routes, first))} matches, got ${shown(globAt(routes, second))} (both match ${example}); narrow one, or name the namespaces`,
  }));
}

function globAt(routes: readonly Route[], [route, , index]: Place): string | undefined {
  return routes[route]?.namespaces?.[Number(index)];
}

function placesOf(routes: readonly Route[], key: 'namespaces' | 'treatments'): [string, Place][] {
  return routes.flatMap((route, index) =>
    (route[key] ?? []).map((value, position): [string, Place] => [value, [index, key, position]]),
  );
}

/** Those of routes with labels are looked at with these. */
function placesOfNamespaces(routes: readonly Route[]): [string, Place][] {
  return placesOf(routes, 'namespaces').filter(([, [route]]) => routes[route]?.labels === undefined);
}

function isName([glob]: readonly [string, Place]): boolean {
  return isLiteral(glob);
}

/** Values that are there more than once, but for the first one of each. */
function twice(
  values: readonly (readonly [string, Place])[],
  message: (value: string, first: Place) => string,
): Mistake[] {
  const firsts = new Map<string, Place>();
  return values.flatMap(([value, path]) => {
    const first = firsts.get(value);
    if (!first) firsts.set(value, path);
    return first ? [{ path, message: message(value, first) }] : [];
  });
}

function below(index: number, { path, message }: Mistake): Mistake {
  return { path: [index, ...path], message };
}
