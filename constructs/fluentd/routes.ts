import { DNS_LABEL, isDataset } from '../core';

/** Which logs go into which data stream. */
export interface Route {
  /** Name of the route and the dataset of its data stream, `logs-<name>-default`. */
  readonly name: string;

  /**
   * Kubernetes namespaces whose logs the route takes.
   *
   * @default - everything that no other route takes; at most one route may do that
   */
  readonly namespaces?: readonly string[];
}

/** The route that takes what no other route takes, if there is one. */
export function catchAll(routes: readonly Route[]): Route | undefined {
  return routes.find(({ namespaces }) => namespaces === undefined);
}

/** The routes that name their namespaces. */
export function namespaceRoutes(routes: readonly Route[]): Required<Route>[] {
  return routes.flatMap(({ name, namespaces }) => (namespaces ? [{ name, namespaces }] : []));
}

/**
 * What is wrong with `routes`. Without mistakes every namespace has exactly one route, or none if there is no catch-all.
 *
 * @returns one sentence per mistake, for `refuse`
 */
export function routeMistakes(routes: readonly Route[]): string[] {
  if (routes.length === 0) return [`routes must not be empty, got []; add one, e.g. { name: 'cluster' } for all logs`];
  return [...routes.flatMap(ownMistakes), ...nameMistakes(routes), ...namespaceMistakes(routes)];
}

function ownMistakes({ name, namespaces }: Route): string[] {
  const where = `route ${JSON.stringify(name)}`;
  return [
    ...(isDataset(name)
      ? []
      : [
          `name of a route must be a dataset (a-z, 0-9, _ and ., first a letter, at most 100 characters), got ${JSON.stringify(name)}; rename it`,
        ]),
    ...(namespaces?.length === 0
      ? [`${where}: namespaces must not be empty, got []; name one, or leave them out to take everything else`]
      : []),
    ...(namespaces ?? [])
      .filter((namespace) => !DNS_LABEL.pattern.test(namespace))
      .map(
        (namespace) =>
          `${where}: namespaces must be names of Kubernetes namespaces (a-z, 0-9 and -, at most 63 characters), got ${JSON.stringify(namespace)}; correct it`,
      ),
  ];
}

function nameMistakes(routes: readonly Route[]): string[] {
  const counts = new Map<string, number>();
  for (const { name } of routes) counts.set(name, (counts.get(name) ?? 0) + 1);
  const all = routes.filter(({ namespaces }) => namespaces === undefined);
  return [
    ...[...counts]
      .filter(([, count]) => count > 1)
      .map(([name, count]) => `names of routes must be unique, got ${JSON.stringify(name)} ${count} times; merge them`),
    ...(all.length > 1
      ? [
          `at most one route may leave out namespaces (it takes everything else), got ${list(all)}; name the namespaces of the others`,
        ]
      : []),
  ];
}

function namespaceMistakes(routes: readonly Route[]): string[] {
  const takers = new Map<string, Route[]>();
  for (const route of routes) {
    for (const namespace of route.namespaces ?? []) {
      takers.set(namespace, [...(takers.get(namespace) ?? []), route]);
    }
  }
  return [...takers]
    .filter(([, taken]) => taken.length > 1)
    .map(
      ([namespace, taken]) =>
        `namespace ${JSON.stringify(namespace)} must be in one route (1), got ${list(taken)}; take it out of the others`,
    );
}

function list(routes: readonly Route[]): string {
  return routes.map(({ name }) => JSON.stringify(name)).join(', ');
}
