import type { MemoryQuantity } from '../../core';

/**
 * Which logs go into which data stream. A container has exactly one route: that of its treatment, if a route takes it;
 * otherwise that of the labels of its pod; otherwise that of its namespace by name; otherwise the one with a glob for the
 * namespace; otherwise the one that takes everything else. This is decided once for each container, not for each line, and does not depend on the order of routes.
 */
export interface Route {
  /** Name of the route and the dataset of its data stream, `logs-<name>-default`. */
  readonly name: string;

  /**
   * Kubernetes namespaces whose logs the route takes: names, or globs in which `*` stands for any characters and `?` for one.
   * None, `[]`, for a route that is for the logs of inputs alone.
   *
   * @default - everything that no other route takes, unless the route takes treatments or labels; at most one route may do that
   */
  readonly namespaces?: readonly string[];

  /**
   * Globs by labels of the pods in its namespaces whose logs the route takes: each label must have a value that one of its globs
   * matches. It takes `podMetadata`.
   *
   * @default - all pods in its namespaces
   */
  readonly labels?: Readonly<Record<string, readonly string[]>>;

  /**
   * Names of treatments whose containers' logs the route takes, whatever their namespace.
   *
   * @default - none
   */
  readonly treatments?: readonly string[];

  /**
   * A part of the buffer for its logs alone, which are then sent by themselves: neither a flood of them nor that
   * Elasticsearch refuses them holds up those of other routes, or the other way round. When it is full, only what the route
   * takes is not read. What is in it when it is taken away again stays on the node: let it run empty before.
   *
   * @default - it shares the rest of `bufferSize` with all routes that have none of their own
   */
  readonly bufferSize?: MemoryQuantity;

  /**
   * Names of the outputs that get its logs; each gets all of them. `elasticsearch` is that of the stack.
   *
   * @default ['elasticsearch']
   */
  readonly to?: readonly string[];
}

/** Name of the output of the stack itself. */
export const STACK_OUTPUT = 'elasticsearch';

/** The outputs that get the logs of a route. */
export function outputsOf({ to = [STACK_OUTPUT] }: Route): readonly string[] {
  return to;
}

/** A route with a buffer of its own. */
export type BufferedRoute = Route & { readonly bufferSize: MemoryQuantity };

/** The routes with buffers of their own. */
export function bufferedRoutes(routes: readonly Route[]): BufferedRoute[] {
  return routes.filter((route): route is BufferedRoute => route.bufferSize !== undefined);
}

/** Whether a route takes logs of containers at all, and not those of inputs alone. */
export function takesContainers({ namespaces, treatments }: Route): boolean {
  return namespaces?.length !== 0 || treatments !== undefined;
}

/** Whether a route takes what no other takes. */
export function isCatchAll({ namespaces, treatments, labels }: Route): boolean {
  return namespaces === undefined && treatments === undefined && labels === undefined;
}
