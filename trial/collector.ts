import { type ParsedDirective, parse, walk } from '../constructs/fluentd/conf';
import { InputError } from '../review/errors';

/** What the pods of a collector mount: the content of its ConfigMaps. */
export interface Collector {
  /** The text of `fluent.conf`. */
  readonly conf: string;

  /** Plugins by the names of their files. */
  readonly plugins: Readonly<Record<string, string>>;
}

/** A ConfigMap, or any other object of Kubernetes. */
interface KubernetesObject {
  readonly kind: string;
  readonly metadata: { readonly name?: string; readonly namespace?: string };
}

/**
 * The collector among objects of Kubernetes.
 *
 * @param where the objects come from, for the message
 * @throws InputError if there is none, or more than one
 */
export function collectorAmong(objects: readonly KubernetesObject[], where: string): Collector {
  const maps = objects
    .filter(({ kind }) => kind === 'ConfigMap')
    .map((object) => ({ ...object.metadata, data: dataOf(object) }));
  const [found, ...others] = maps.filter(
    ({ data }) => data['fluent.conf'] !== undefined && isOurs(data['fluent.conf']),
  );
  if (!found || others.length > 0) {
    const names = [found, ...others].flatMap((map) => (map ? [`${map.namespace}/${map.name}`] : []));
    const got = names.length > 0 ? names.join(', ') : 'none';
    const todo = names.length > 0 ? 'name the file of one' : 'name a file or folder of manifests that has it';
    throw new InputError(`[${where}] must hold one ConfigMap with the fluent.conf of a collector, got ${got}; ${todo}`);
  }
  const plugins = maps
    .filter(({ namespace, name }) => namespace === found.namespace && name === `${found.name}-plugins`)
    .flatMap(({ data }) => Object.entries(data));
  return { conf: found.data['fluent.conf'] ?? '', plugins: Object.fromEntries(plugins) };
}

/** The input of a collector, as its configuration has it. */
export function inputOf(collector: Collector): ParsedDirective | undefined {
  for (const { directive } of walk(parse(collector.conf))) if (isInput(directive)) return directive;
  return undefined;
}

/** Whether a directive reads the logs of containers. */
export function isInput({ name, params }: Pick<ParsedDirective, 'name' | 'params'>): boolean {
  return name === 'source' && params['@type'] === 'container_logs';
}

function isOurs(conf: string): boolean {
  return /^\s*@type container_logs$/m.test(conf);
}

function dataOf(object: object): Readonly<Record<string, string>> {
  return 'data' in object && typeof object.data === 'object' && object.data !== null
    ? (object.data as Record<string, string>)
    : {};
}
