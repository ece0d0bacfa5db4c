import { InputError } from '../review/errors';
import { type Collector, inputOf } from './collector';
import type { ContainerName } from './trial-log';

/** Whose logs a collector reads, as far as it is known before they are read. */
export interface Reading {
  /** Names of its routes, and globs of the namespaces of each; without them a route takes all that no other takes. */
  readonly routes: readonly { readonly name: string; readonly namespaces?: readonly string[] }[];

  /** Globs of folders of pods that are not read. */
  readonly excluded: readonly string[];
}

/** Whose logs a collector reads. */
export function readingOf(collector: Collector): Reading {
  const input = inputOf(collector);
  const routes = (input?.children ?? []).filter(({ name }) => name === 'route');
  return {
    routes: routes.map(({ argument, params }) => ({
      name: String(argument),
      ...(params.namespaces !== undefined && { namespaces: listOf(params.namespaces) }),
    })),
    excluded: listOf(input?.params.exclude_pods),
  };
}

/** The pod that container number `number` of a trial is in, and its folder below `/var/log/pods`. */
export function podOf({ namespace, container }: ContainerName, number: number): { name: string; folder: string } {
  const name = `${container}-${String(number).padStart(5, '0')}`;
  const uid = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return { name, folder: `${namespace}_${name}_${uid}` };
}

/**
 * Sees whether a collector reads the logs of a container.
 *
 * @throws InputError if it does not, and why
 */
export function requireRead({ routes, excluded }: Reading, container: ContainerName): void {
  const { namespace } = container;
  const taken = routes.some((route) => route.namespaces?.some((glob) => fits(glob, namespace)) ?? true);
  if (!taken) {
    const known = routes.flatMap((route) => route.namespaces ?? []).join(', ');
    throw new InputError(
      `[namespace] must be one that a route takes (${known}), got '${namespace}'; its logs are not read, add it to a route`,
    );
  }
  const glob = excluded.find((candidate) => fits(candidate, podOf(container, 1).folder));
  if (glob !== undefined) {
    throw new InputError(
      `[namespace] must be one whose pods are read, got '${namespace}', whose pods ${glob} are excluded; choose another one, or read them`,
    );
  }
}

function listOf(value: unknown): string[] {
  if (value === undefined) return [];
  const list: unknown = JSON.parse(String(value));
  return Array.isArray(list) ? list.map(String) : [];
}

/** As `File.fnmatch` of Ruby, of which names in Kubernetes need `*`, `?` and `[...]`. */
function fits(glob: string, text: string): boolean {
  const pattern = glob.replace(/\[[^\]]*\]|[\s\S]/g, (part) => {
    if (part === '*') return '.*';
    if (part === '?') return '.';
    return part.length > 1 ? part : part.replace(/[\\^$.*+?()[\]{}|]/, '\\$&');
  });
  return new RegExp(`^${pattern}$`, 's').test(text);
}
