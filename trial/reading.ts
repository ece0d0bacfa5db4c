import { InputError } from '../review/errors';
import { type Collector, inputOf } from './collector';
import type { ContainerName } from './trial-log';

/** Whose logs a collector reads, as far as it is known before they are read. */
export interface Reading {
  /** Its routes; one with neither namespaces nor treatments takes all that no other takes. */
  readonly routes: readonly ReadRoute[];

  /** Which containers have which treatment; the first counts. */
  readonly treatments: readonly Selected[];

  /** Globs of folders of pods that are not read. */
  readonly excluded: readonly string[];
}

interface ReadRoute {
  /** Globs of namespaces. */
  readonly namespaces?: readonly string[];

  /** Names of treatments whose containers it takes. */
  readonly treatments?: readonly string[];
}

interface Selected {
  readonly name: string;
  readonly select: readonly Globs[];

  /** None, if nothing is excepted. */
  readonly except: readonly Globs[];
}

/** Globs of namespaces, or of containers; without them all are meant. */
type Globs = readonly string[] | undefined;

/** Whose logs a collector reads. */
export function readingOf(collector: Collector): Reading {
  const input = inputOf(collector);
  const sections = (section: string) => (input?.children ?? []).filter(({ name }) => name === section);
  return {
    routes: sections('route').map(({ params }) => ({
      namespaces: listOf(params.namespaces),
      treatments: listOf(params.treatments),
    })),
    treatments: sections('treatment').map(({ argument, params }) => {
      const except = [listOf(params.except_namespaces), listOf(params.except_containers)];
      return {
        name: String(argument),
        select: [listOf(params.namespaces), listOf(params.containers)],
        except: except.some((globs) => globs) ? except : [],
      };
    }),
    excluded: listOf(input?.params.exclude_pods) ?? [],
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
export function requireRead(reading: Reading, container: ContainerName): void {
  const { routes, excluded } = reading;
  const { namespace } = container;
  if (!routes.some((route) => takes(route, container, treatmentOf(reading, container)))) {
    const known = routes.flatMap((route) => [
      ...(route.namespaces ?? []),
      ...(route.treatments ?? []).map((name) => `what the treatment ${name} selects`),
    ]);
    throw new InputError(
      `[namespace] must be one that a route takes (${known.join(', ')}), got '${namespace}'; its logs are not read, add it to a route`,
    );
  }
  const glob = excluded.find((candidate) => fits(candidate, podOf(container, 1).folder));
  if (glob !== undefined) {
    throw new InputError(
      `[namespace] must be one whose pods are read, got '${namespace}', whose pods ${glob} are excluded; choose another one, or read them`,
    );
  }
}

function takes({ namespaces, treatments }: ReadRoute, { namespace }: ContainerName, treatment = ''): boolean {
  if (!namespaces && !treatments) return true;
  return (namespaces ?? []).some((glob) => fits(glob, namespace)) || (treatments ?? []).includes(treatment);
}

function treatmentOf({ treatments }: Reading, { namespace, container }: ContainerName): string | undefined {
  const means = (globs: readonly Globs[]) =>
    [namespace, container].every((name, index) => globs[index]?.some((glob) => fits(glob, name)) ?? true);
  return treatments.find(({ select, except }) => means(select) && (except.length === 0 || !means(except)))?.name;
}

function listOf(value: unknown): string[] | undefined {
  if (value === undefined) return undefined;
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
