import { type Mistake, mistakeIn } from '../../constructs/core';
import {
  inputMistakes,
  inputTreatments,
  type LogInput,
  labelSourceMistakes,
  onceMistakes,
  outputMistakes,
  routeBufferMistakes,
  routeMistakes,
  tiersOf,
  treatmentMistakes,
} from '../../constructs/fluentd';
import { route } from '../schema';
import { aggregators as aggregatorSection } from '../sections/collector/aggregators';
import { collector } from '../sections/collector/collector';
import { logInput } from '../sections/inputs';
import { output } from '../sections/outputs';
import { reader } from '../sections/tenant';
import { treatment } from '../sections/treatments';
import { list } from '../values';
import type { PartialInput } from './expand';

/** A place as the operator calls it. */
type Said = (path: Mistake['path']) => string;

/** Users of Elasticsearch that every deployment has. */
const ACCOUNTS = ['elastic', 'readiness', 'fluentd', 'provisioner', 'watcher', 'grafana'];

/** Routes of readers that there are not, and users that are there for something else. */
function readerMistakes({ readers, routes: input }: PartialInput): Mistake[] {
  const routes = list(route, 1)
    .safeParse(input)
    .data?.map(({ name }) => name);
  return Object.entries(readers ?? {}).flatMap(([name, value]) => {
    const { routes: read = [], users = [] } = reader.safeParse(value).data ?? {};
    const at = (key: string, index: number) => ['readers', name, key, index];
    return [
      ...read.flatMap((named, index) =>
        mistakeIn(
          at('routes', index),
          routes?.includes(named) ?? true,
          `one of the routes (${routes?.slice(0, 10).join(', ')}${(routes?.length ?? 0) > 10 ? ', ...' : ''})`,
          named,
          'choose one, or add it to routes',
        ),
      ),
      ...users.flatMap((user, index) =>
        mistakeIn(
          at('users', index),
          !ACCOUNTS.includes(user),
          `another user than those of the deployment (${ACCOUNTS.join(', ')})`,
          user,
          'rename it',
        ),
      ),
    ];
  });
}

/**
 * Mistakes between routes, inputs, treatments, retention classes and readers that are each well formed.
 *
 * @param said what a place is called in what the operator wrote
 */
export function routingMistakes(input: PartialInput, said: Said): Mistake[] {
  return [
    ...routeMistakesOf(input, said),
    ...destinationMistakes(input),
    ...readerMistakes(input),
    ...treatingMistakes(input, said),
    ...inputMistakesOf(input),
    ...labelMistakesOf(input),
  ];
}

/** Selections by labels that nothing tells. */
function labelMistakesOf({ routes, treatments, fluentd }: PartialInput): Mistake[] {
  const selecting = {
    routes: list(route, 1).safeParse(routes).data,
    treatments: list(treatment).safeParse(treatments ?? []).data,
  };
  return labelSourceMistakes(selecting, fluentd?.podMetadata);
}

/** Inputs that are well formed. */
function inputsOf(inputs: unknown) {
  return list(logInput).safeParse(inputs).data ?? [];
}

function inputMistakesOf({ inputs, routes, treatments, fluentd, aggregators }: PartialInput): Mistake[] {
  const around = {
    routes: list(route.pick({ name: true }).strip())
      .safeParse(routes)
      .data?.map(({ name }) => name),
    treatments: list(treatment.pick({ name: true, multiline: true }).strip()).safeParse(treatments ?? []).data,
  };
  if (!around.routes || !around.treatments) return [];
  const gems = collector.pick({ image: true }).strip().safeParse(fluentd).data?.image?.plugins;
  const { routes: names, treatments: treating } = around;
  const onAggregators = { tier: 'aggregator', name: 'fluentd-aggregator', hasAgents: true } as const;
  // As they are deployed: aggregators have what they can, if there are any.
  const runsOn = (input: LogInput) =>
    aggregators !== undefined && tiersOf(input).includes('aggregator')
      ? onAggregators
      : ({ tier: 'node', name: 'fluentd' } as const);
  const given = inputsOf(inputs);
  return [
    ...inputMistakes(given, { routes: names, treatments: treating, gems, runsOn }),
    ...onceMistakesOf(given, aggregators),
  ].map(({ path, message }) => ({ path: ['inputs', ...path], message }));
}

/** Of aggregators whose number is malformed nothing more is said. */
function onceMistakesOf(inputs: readonly LogInput[], given: unknown): Mistake[] {
  const pods = aggregatorSection.pick({ replicas: true, autoscaling: true }).strip().safeParse(given).data;
  return pods ? onceMistakes(inputs, pods, 'set aggregators.replicas to 1') : [];
}

function routeMistakesOf(
  { routes: input, retention, treatments, inputs, fluentd }: PartialInput,
  said: Said,
): Mistake[] {
  const routes = list(route, 1).safeParse(input).data;
  if (!routes) return [];

  const classes = Object.keys(retention ?? {});
  return [
    ...[
      ...routeMistakes(
        routes,
        namesOf(treatments),
        (place) => said(['routes', ...place]),
        inputsOf(inputs).map(({ route }) => route),
      ),
      ...routeBufferMistakes(routes, limitsOf(fluentd)),
    ].map(({ path, message }) => ({ path: ['routes', ...path], message })),
    ...routes.flatMap(({ retention: name }, index) =>
      classes.includes(name)
        ? []
        : [
            {
              path: ['routes', index, 'retention'],
              message: `must be one of the retention classes (${classes.join(', ')}), got ${JSON.stringify(name)}; choose one, or add it to retention`,
            },
          ],
    ),
    ...classes
      .filter((name) => routes.every((used) => used.retention !== name))
      .map((name) => ({
        path: ['retention', name],
        message: 'must be the retention of a route (at least 1), got none; remove it or use it',
      })),
  ];
}

/** Mistakes of outputs, if all of them are well formed: of others the routes would name outputs that there are not. */
function destinationMistakes({ outputs: input, routes: ways, fluentd }: PartialInput): Mistake[] {
  const outputs = list(output).safeParse(input ?? []).data;
  const routes = list(route, 1).safeParse(ways).data;
  return outputs && routes ? outputMistakes(outputs, routes, limitsOf(fluentd)) : [];
}

/** Names that treatments have, also of those that are not well formed otherwise. */
function namesOf(treatments: unknown): string[] {
  const { data = [] } = list(treatment.pick({ name: true }).strip()).safeParse(treatments);
  return data.map(({ name }) => name);
}

/** The limits of the collector, if they are well formed. */
function limitsOf(fluentd: unknown) {
  return collector.pick({ limits: true }).strip().safeParse(fluentd).data?.limits;
}

function treatingMistakes({ treatments, inputs }: PartialInput, said: Said): Mistake[] {
  const { data = [] } = list(treatment).safeParse(treatments);
  const ofInputs = inputTreatments(data, inputsOf(inputs));
  return treatmentMistakes(data, (place) => said(['treatments', ...place]), ofInputs).map(({ path, message }) => ({
    path: ['treatments', ...path],
    message,
  }));
}
