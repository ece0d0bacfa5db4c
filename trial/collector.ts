import { type ParsedDirective, parse, render, type Text, tryParse, walk } from '../constructs/fluentd/conf';
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

/** `@id` of the source of an aggregator that agents send to. */
const AGENTS = 'agents';

/** A ConfigMap, with what it holds. */
interface ConfigMap {
  readonly name?: string;
  readonly namespace?: string;
  readonly data: Readonly<Record<string, string>>;
}

/**
 * The collector among objects of Kubernetes: one that reads the logs of containers. If it forwards them to aggregators, what
 * these do is part of it.
 *
 * @param where the objects come from, for the message
 * @throws InputError if there is none, or more than one, or not its aggregator
 */
export function collectorAmong(objects: readonly KubernetesObject[], where: string): Collector {
  const maps = objects
    .filter(({ kind }) => kind === 'ConfigMap')
    .map((object): ConfigMap => ({ ...object.metadata, data: dataOf(object) }));
  const [found, ...others] = maps.filter(has(isInput));
  if (!found || others.length > 0) {
    const names = [found, ...others].flatMap((map) => (map ? [`${map.namespace}/${map.name}`] : []));
    const got = names.length > 0 ? names.join(', ') : 'none';
    const todo = names.length > 0 ? 'name the file of one' : 'name a file or folder of manifests that has it';
    throw new InputError(`[${where}] must hold one ConfigMap with the fluent.conf of a collector, got ${got}; ${todo}`);
  }
  const agent = { conf: confOf(found), plugins: pluginsOf(found, maps) };
  if (!has(isForwarding)(found)) return agent;
  const [aggregator, ...further] = maps.filter(has(isFromAgents));
  if (!aggregator || further.length > 0) {
    const names = [aggregator, ...further].flatMap((map) => (map ? [`${map.namespace}/${map.name}`] : []));
    throw new InputError(
      `[${where}] must hold the aggregator to which ${found.namespace}/${found.name} forwards, got ${names.join(', ') || 'none'}; name a folder of manifests that has both`,
    );
  }
  return joined(agent, { conf: confOf(aggregator), plugins: pluginsOf(aggregator, maps) });
}

/** A collector that does what its aggregator does: what it reads goes the way of what the aggregator gets. */
function joined(agent: Collector, aggregator: Collector): Collector {
  const input = inputOf(agent);
  const knowing = parse(agent.conf).find(knowsPods);
  const directives = parse(aggregator.conf).flatMap((directive) => {
    if (!input || !isFromAgents(directive)) return [directive];
    const { '@label': label = '' } = directive.params;
    return knowing ? [input, leading(knowing, label)] : [{ ...input, params: { ...input.params, '@label': label } }];
  });
  return { conf: render(directives), plugins: { ...agent.plugins, ...aggregator.plugins } };
}

/** Whether it is the label in which a node adds what it knows of pods. */
function knowsPods({ children }: ParsedDirective): boolean {
  return children.some(({ params }) => params['@type'] === 'pod_metadata');
}

/** A label that sends to another one than it did. */
function leading(label: ParsedDirective, to: Text): ParsedDirective {
  const children = label.children.map((child) =>
    child.params['@type'] === 'relabel' ? { ...child, params: { ...child.params, '@label': to } } : child,
  );
  return { ...label, children };
}

function confOf({ data }: ConfigMap): string {
  return data['fluent.conf'] ?? '';
}

function pluginsOf({ namespace, name }: ConfigMap, maps: readonly ConfigMap[]): Readonly<Record<string, string>> {
  const found = maps.filter((map) => map.namespace === namespace && map.name === `${name}-plugins`);
  return Object.fromEntries(found.flatMap(({ data }) => Object.entries(data)));
}

/** Whether a ConfigMap has a configuration with such a directive; one that cannot be read has none. */
function has(isWanted: (directive: Plugin) => boolean): (map: ConfigMap) => boolean {
  return (map) => [...walk(tryParse(confOf(map)) ?? [])].some(({ directive }) => isWanted(directive));
}

type Plugin = Pick<ParsedDirective, 'name' | 'params'>;

function isForwarding({ name, params }: Plugin): boolean {
  return name === 'match' && params['@type'] === 'forward_logs';
}

/** An aggregator may have inputs of the same type, from others. */
function isFromAgents({ name, params }: Plugin): boolean {
  return name === 'source' && params['@type'] === 'forwarded_logs' && params['@id'] === AGENTS;
}

/** The input of a collector, as its configuration has it. */
export function inputOf(collector: Collector): ParsedDirective | undefined {
  for (const { directive } of walk(parse(collector.conf))) if (isInput(directive)) return directive;
  return undefined;
}

/** Whether a directive reads the logs of containers. */
export function isInput({ name, params }: Plugin): boolean {
  return name === 'source' && params['@type'] === 'container_logs';
}

function dataOf(object: object): Readonly<Record<string, string>> {
  return 'data' in object && typeof object.data === 'object' && object.data !== null
    ? (object.data as Record<string, string>)
    : {};
}
