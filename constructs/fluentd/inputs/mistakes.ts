import { few, type Mistake, mistakeIn, shown } from '../../core';
import { FORWARD_PORT } from '../aggregator/endpoint';
import { METRICS_PORT } from '../paths';
import type { Treatment } from '../treatments/treatment';
import type { Tier } from './kind';
import { gemOf, INPUT_KIND_NAMES, kindOf, kindsOf } from './kinds';
import type { LogInput } from './log-input';

/** Longest name of a Service, and of an input without one. */
const LONGEST_NAME = 63;

const NAME = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** What inputs are checked against. */
export interface AroundInputs {
  /** Names of the routes. */
  readonly routes: readonly string[];

  /** The treatments. */
  readonly treatments: readonly Pick<Treatment, 'name' | 'multiline'>[];

  /**
   * Gems that the image has.
   *
   * @default - nothing is said of the image
   */
  readonly gems?: readonly string[];

  /** The collector that an input runs on. */
  readonly runsOn: (input: LogInput) => InputCollector;
}

/** A collector, as far as inputs need to know. */
export interface InputCollector {
  /** Whether it runs on every node. */
  readonly tier: Tier;

  /** Its name, with which names of Services begin. */
  readonly name: string;

  /**
   * Whether node agents send to it, on a port of their own.
   *
   * @default false
   */
  readonly hasAgents?: boolean;
}

/** What is wrong with inputs; paths begin with the position of one. */
export function inputMistakes(inputs: readonly LogInput[], around: AroundInputs): Mistake[] {
  return [
    ...inputs.flatMap((input, index) => below(index, [...ownMistakes(input, around), ...kindMistakes(input, around)])),
    ...twinMistakes(inputs),
    ...portMistakes(inputs, around),
  ];
}

function ownMistakes(input: LogInput, around: AroundInputs): Mistake[] {
  const { name, route, treatment } = input;
  const { routes } = around;
  const chosen = kindOf(input);
  const treatments = around.treatments.map((each) => each.name);
  const { multiline } = around.treatments.find((each) => each.name === treatment) ?? {};
  return [
    ...mistakeIn(
      ['name'],
      NAME.test(name),
      'a DNS label that begins with a letter (a-z, 0-9 and -, at most 63 characters)',
      name,
      'rename it',
    ),
    ...mistakeIn(
      ['route'],
      routes.includes(route),
      `the name of a route (${few(routes)})`,
      route,
      'choose one, or add it to routes',
    ),
    ...mistakeIn(
      ['treatment'],
      treatment === undefined || treatments.includes(treatment),
      treatments.length > 0
        ? `the name of a treatment (${few(treatments)})`
        : 'the name of a treatment, of which there is none',
      treatment,
      'choose one, or add it to treatments',
    ),
    ...mistakeIn(
      ['treatment'],
      multiline === undefined || !chosen || chosen.kind.joinsLines === true,
      'a treatment without multiline, since the events of this kind are whole when they come',
      treatment,
      'name another, or take multiline out of it',
    ),
  ];
}

function kindMistakes(input: LogInput, { runsOn, gems }: AroundInputs): Mistake[] {
  const chosen = kindOf(input);
  const { tier, name: collector } = runsOn(input);
  if (!chosen) {
    const got = kindsOf(input).join(' and ') || 'none';
    return [{ path: [], message: `must have one kind of ${INPUT_KIND_NAMES.join(', ')}, got ${got}; write just one` }];
  }
  const { name, kind, options } = chosen;
  const tiers = kind.tiers.includes(tier)
    ? []
    : [{ path: [name], message: `must run ${places(kind.tiers)}, got ${shown(name)} ${PLACES[tier]}; move it there` }];
  const gem = gemOf(chosen);
  const image =
    gem === undefined || gems === undefined || gems.includes(gem)
      ? []
      : [
          {
            path: [name],
            message: `must have an image with the gem ${gem}, got one with ${gems.join(', ') || 'none'}; build one with the Dockerfile that efk image writes, and name it in image`,
          },
        ];
  return [
    ...tiers,
    ...image,
    ...(kind.ports ? serviceMistakes(input.name, collector) : []),
    ...kind.mistakes(options).map(({ path, message }) => ({ path: [name, ...path], message })),
  ];
}

/** Of a name that is too long by itself nothing more is said. */
function serviceMistakes(name: string, collector: string): Mistake[] {
  const longest = LONGEST_NAME - collector.length - 1;
  return mistakeIn(
    ['name'],
    name.length <= longest || name.length > LONGEST_NAME,
    `at most ${longest} characters, since its Service is ${collector}-<name> and a name of a Service has at most ${LONGEST_NAME}`,
    name,
    'shorten it',
  );
}

const PLACES: Readonly<Record<Tier, string>> = { node: 'on every node', aggregator: 'on aggregators' };

function places(tiers: readonly Tier[]): string {
  return tiers.map((tier) => PLACES[tier]).join(' or ');
}

function twinMistakes(inputs: readonly LogInput[]): Mistake[] {
  return inputs.flatMap(({ name }, index) => {
    const first = inputs.findIndex((other) => other.name === name);
    if (first === index) return [];
    const message = `must be the only input of its name, got ${shown(name)} as at inputs[${first}]; rename one`;
    return [{ path: [index, 'name'], message }];
  });
}

function portMistakes(inputs: readonly LogInput[], { runsOn }: AroundInputs): Mistake[] {
  const taken = new Map<string, string>();
  return inputs.flatMap((input, index) => {
    const chosen = kindOf(input);
    const { name, hasAgents = false } = runsOn(input);
    const ports = chosen?.kind.ports?.(chosen.options) ?? [];
    return ports.flatMap(({ port, protocol, path }) => {
      const key = `${name} ${protocol} ${port}`;
      const by = taken.get(key) ?? ofCollector(port, protocol, hasAgents);
      if (by === undefined) taken.set(key, `inputs[${index}]`);
      const message = `must be a port of its own, got ${port}, which is that of ${by}; choose another`;
      return by === undefined ? [] : [{ path: [index, ...(chosen ? [chosen.name] : []), ...path], message }];
    });
  });
}

/** What a collector has the port for itself. */
function ofCollector(port: number, protocol: string, hasAgents: boolean): string | undefined {
  if (port === METRICS_PORT && protocol === 'TCP') return 'the metrics';
  return port === FORWARD_PORT && hasAgents ? 'the node agents' : undefined;
}

function below(index: number, mistakes: readonly Mistake[]): Mistake[] {
  return mistakes.map(({ path, message }) => ({ path: [index, ...path], message }));
}
