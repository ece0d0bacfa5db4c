import { type LabelGlobs, labelText } from '../constructs/fluentd/globs';
import { InputError } from '../review/errors';
import { type Collector, inputOf } from './collector';
import type { PodLabels } from './pods';
import type { ContainerName } from './trial-log';

/** Whose logs a collector reads, as far as it is known before they are read. */
export interface Reading {
  /** Its routes; one with none of namespaces, labels and treatments takes all that no other takes. */
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

  /** Globs by labels of the pods in its namespaces. */
  readonly labels?: LabelGlobs;
}

interface Selected {
  readonly name: string;
  readonly select: Part;
  readonly except?: Part;
}

interface Part {
  readonly names: readonly Globs[];
  readonly labels?: LabelGlobs;
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
      ...labelsOf(params.labels),
    })),
    treatments: sections('treatment').map(({ argument, params }) => {
      const except = {
        names: [listOf(params.except_namespaces), listOf(params.except_containers)],
        ...labelsOf(params.except_labels),
      };
      return {
        name: String(argument),
        select: { names: [listOf(params.namespaces), listOf(params.containers)], ...labelsOf(params.labels) },
        ...((except.labels || except.names.some((globs) => globs)) && { except }),
      };
    }),
    excluded: listOf(input?.params.exclude_pods) ?? [],
  };
}

/** The pod that container number `number` of a trial is in, and its folder below `/var/log/pods`. */
export function podOf(
  { namespace, container }: ContainerName,
  number: number,
): { name: string; uid: string; folder: string } {
  const name = `${container}-${String(number).padStart(5, '0')}`;
  const uid = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return { name, uid, folder: `${namespace}_${name}_${uid}` };
}

/**
 * Sees whether a collector reads the logs of a container.
 *
 * @throws InputError if it does not, and why
 */
export function requireRead(reading: Reading, container: ContainerName): void {
  const { routes, excluded } = reading;
  const { namespace, labels } = container;
  if (!routes.some((route) => takes(route, container, treatmentOf(reading, container)))) {
    const known = routes.flatMap((route) => [
      ...(route.labels ? [`pods of the route with ${globText(route.labels)}`] : (route.namespaces ?? [])),
      ...(route.treatments ?? []).map((name) => `what the treatment ${name} selects`),
    ]);
    throw new InputError(
      `[namespace] must be one that a route takes (${known.join(', ')}), got '${namespace}'${labels ? ` with ${labelText(labels)}` : ''}; its logs are not read, add it to a route`,
    );
  }
  const glob = excluded.find((candidate) => fits(candidate, podOf(container, 1).folder));
  if (glob !== undefined) {
    throw new InputError(
      `[namespace] must be one whose pods are read, got '${namespace}', whose pods ${glob} are excluded; choose another one, or read them`,
    );
  }
}

function takes({ namespaces, treatments, labels }: ReadRoute, container: ContainerName, treatment = ''): boolean {
  if (!namespaces && !treatments && !labels) return true;
  if ((treatments ?? []).includes(treatment)) return true;
  const all = labels ? (namespaces ?? ['*']) : (namespaces ?? []);
  return all.some((glob) => fits(glob, container.namespace)) && fitLabels(labels, container.labels);
}

function treatmentOf({ treatments }: Reading, { namespace, container, labels }: ContainerName): string | undefined {
  const means = (part: Part) =>
    [namespace, container].every((name, index) => part.names[index]?.some((glob) => fits(glob, name)) ?? true) &&
    fitLabels(part.labels, labels);
  return treatments.find(({ select, except }) => means(select) && !(except && means(except)))?.name;
}

function fitLabels(globs: LabelGlobs = {}, labels: PodLabels = {}): boolean {
  const values = new Map(Object.entries(labels));
  return Object.entries(globs).every(([key, patterns]) => {
    const value = values.get(key);
    return value !== undefined && patterns.some((glob) => fits(glob, value));
  });
}

function globText(labels: LabelGlobs): string {
  return labelText(Object.fromEntries(Object.entries(labels).map(([key, globs]) => [key, globs.join('|')])));
}

function labelsOf(value: unknown): { labels?: LabelGlobs } {
  return value === undefined ? {} : { labels: JSON.parse(String(value)) };
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
