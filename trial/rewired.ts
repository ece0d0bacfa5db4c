import { type Directive, type EnvVariable, parse, render, walk } from '../constructs/fluentd/conf';
import { ENV } from '../constructs/fluentd/paths';
import { isFurtherOutput } from '../review/report/buffers';
import { type Collector, isInput } from './collector';
import { TAP_FILES } from './tap/files.generated';

/** A directive on the way of an event. */
export interface Stage {
  /** Its place on the way, from 0. */
  readonly place: number;

  /** What it is, e.g. `elasticsearch_fit`. */
  readonly type: string;

  /** Whether it ends the way: an output. */
  readonly isOutput: boolean;

  /** Name of an output besides that of the stack, to which nothing is sent here. @default - it is none of these */
  readonly output?: string;
}

/** A collector that is connected to a trial instead of a cluster. */
export interface Rewired extends Collector {
  /** The variables that its configuration asks for. */
  readonly environment: Readonly<Record<string, string>>;

  /** The directives on the way of an event. */
  readonly stages: readonly Stage[];
}

/** File of what passes, as a path in the container. */
export const TAP_FILE = '/var/lib/fluentd/tap';

/** The authority of the trial, as a path in the container. */
export const AUTHORITY_FILE = '/fluentd/tls/ca.crt';

/** By what it is asked for pods, as a path in the container. */
export const TOKEN_FILE = '/fluentd/tls/token';

/** Labels of Fluentd itself. */
const OWN = '@FLUENT_LOG';

/** Outputs that only lead to other labels. */
export const LEADING_ON: readonly string[] = ['relabel', 'copy'];

/** Logs are looked for again and again, as they are given. */
const INPUT_WAITS = { refresh_interval: '0' };

/** Nobody else sends anything, so that a chunk need not wait for more. */
const BUFFER_WAITS = { flush_mode: 'immediate', flush_thread_interval: '0.05', flush_thread_burst_interval: '0.05' };

/**
 * A collector as it is deployed, but for its surroundings: it sends to `url` at once, its own metrics and chores are left out,
 * and every record is written down before each directive.
 */
export function rewired({ conf, plugins }: Collector, url: string): Rewired {
  const stages: Stage[] = [];
  const directives = parse(conf)
    .filter((directive) => directive.name !== 'source' || isInput(directive))
    .map((directive) => {
      if (directive.name === 'system') return telling(directive);
      if (isInput(directive)) return { ...directive, params: { ...directive.params, ...INPUT_WAITS } };
      if (directive.name !== 'label' || isAside(directive)) return directive;
      // Its server, and often its plugin, are not here.
      const further = isFurtherOutput(directive);
      const children = directive.children.flatMap((child) =>
        tapped(further ? child : connected(child, url), stages, further),
      );
      return { ...directive, children };
    });
  return {
    conf: render(directives),
    plugins: { ...plugins, ...TAP_FILES },
    environment: variablesOf(directives),
    stages,
  };
}

/** Labels that no line of a trial comes to: of Fluentd itself, and of other inputs than that of containers. */
function isAside({ argument }: Directive): boolean {
  return argument === OWN || String(argument).startsWith('@INPUT_');
}

/** What Fluentd says when it has started is waited for. */
function telling(system: Directive): Directive {
  const { log_level: _, ...params } = system.params ?? {};
  return { ...system, params };
}

function tapped(directive: Directive, stages: Stage[], isFurther: boolean): Directive[] {
  const { '@type': plugin, '@id': id } = directive.params ?? {};
  const type = String(plugin);
  const isOutput = directive.name === 'match' && !LEADING_ON.includes(type);
  const stage = { place: stages.length, type, isOutput, ...(isOutput && isFurther && { output: String(id) }) };
  stages.push(stage);
  const params = { '@type': 'trial_tap', path: TAP_FILE, place: stage.place, before: type };
  const tap = { name: 'filter', argument: '**', params };
  if (stage.output === undefined) return [tap, directive];
  return [
    { ...tap, params: { ...params, last: true } },
    { ...directive, params: { '@type': 'null' }, children: [] },
  ];
}

function connected(directive: Directive, url: string): Directive {
  if (directive.params?.['@type'] === 'pod_metadata') {
    const { hostname, port } = new URL(url);
    const server = { api_host: hostname, api_port: port, token_file: TOKEN_FILE, ca_file: AUTHORITY_FILE };
    return { ...directive, params: { ...directive.params, ...server } };
  }
  if (directive.params?.['@type'] !== 'elasticsearch_bulk') return directive;
  return {
    ...directive,
    params: { ...directive.params, url, ca_file: AUTHORITY_FILE },
    children: directive.children?.map((child) => (child.name === 'buffer' ? impatient(child) : child)),
  };
}

function impatient(buffer: Directive): Directive {
  const { flush_interval: _, ...params } = buffer.params ?? {};
  return { ...buffer, params: { ...params, ...BUFFER_WAITS } };
}

/** What a variable holds: it does not matter here, but it must be as long as a key. */
const VALUE = 'trial'.padEnd(64, '-');

/** Values for the variables that are asked for. */
function variablesOf(directives: readonly Directive[]): Record<string, string> {
  const values = [...walk(directives)].flatMap(({ directive }) => Object.values(directive.params ?? {}));
  const variables = values.filter((value): value is EnvVariable => typeof value === 'object' && 'env' in value);
  return Object.fromEntries(
    variables.map(({ env, base64 }) => {
      const value = env === ENV.node ? 'trial' : VALUE;
      return [env, base64 ? Buffer.from(value).toString('base64') : value];
    }),
  );
}
