import { type MemoryQuantity, type Mistake, mistakeIn, shown, toBytes } from '../../core';
import { type EventLimits, withDefaults } from '../limits';
import { outputsOf, type Route, STACK_OUTPUT } from '../routes';
import { OUTPUT_KIND_NAMES } from './kinds';
import { kindOf, kindsOf, type NamedOutput, waits } from './named-output';

const NAME = /^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$/;

const MEBIBYTE = 2 ** 20;

/** Fluentd drops one chunk at a time, and the input gives up to a mebibyte of text at a time, which is three in a document. */
const SMALLEST_DROPPED: MemoryQuantity = '4Mi';

/**
 * What is wrong with outputs and with what routes say of them; paths begin with `outputs` or `routes`.
 *
 * @param gems gems with plugins that the image has; without them nothing is said of the image
 */
export function outputMistakes(
  outputs: readonly NamedOutput[],
  routes: readonly Route[],
  limits: EventLimits = {},
  gems?: readonly string[],
): Mistake[] {
  const names = outputs.map(({ name }) => name);
  const users = (name: string) => routes.filter((route) => outputsOf(route).includes(name));
  return [
    ...outputs.flatMap((output, index) =>
      [
        ...nameMistakes(output, names, index, routes),
        ...kindMistakes(output),
        ...gemMistakes(output, gems),
        ...bufferMistakes(output, users(output.name).length, limits),
        ...(users(output.name).length > 0
          ? []
          : [
              mistake(
                ['name'],
                `must be in to of a route (at least 1), got ${shown(output.name)} in none`,
                'add it to a route, or remove the output',
              ),
            ]),
      ].map(({ path, message }) => ({ path: ['outputs', index, ...path], message })),
    ),
    ...routes.flatMap((route, index) =>
      routeMistakes(route, outputs).map(({ path, message }) => ({ path: ['routes', index, ...path], message })),
    ),
  ];
}

function mistake(path: Mistake['path'], mustAndGot: string, remedy: string): Mistake {
  return { path, message: `${mustAndGot}; ${remedy}` };
}

function nameMistakes(
  { name }: NamedOutput,
  names: readonly string[],
  index: number,
  routes: readonly Route[],
): Mistake[] {
  if (!NAME.test(name ?? '')) {
    const bound = 'lower-case letters, digits and dashes, starting with a letter (at most 40 characters)';
    return mistakeIn(['name'], false, bound, name, 'rename it');
  }
  const parts = routes.filter(({ bufferSize }) => bufferSize).map((route) => `${STACK_OUTPUT}-${route.name}`);
  if (name === STACK_OUTPUT || parts.includes(name)) {
    return [mistake(['name'], `must not be that of an output of the stack, got ${shown(name)}`, 'rename it')];
  }
  if (names.indexOf(name) === index) return [];
  return [mistake(['name'], `must be the only output of its name, got ${shown(name)} again`, 'rename one')];
}

function kindMistakes(output: NamedOutput): Mistake[] {
  const kinds = kindsOf(output);
  if (kinds.length !== 1) {
    const got = kinds.length === 0 ? 'none' : kinds.join(' and ');
    const remedy = kinds.length === 0 ? 'add one' : 'make an output of each';
    return [mistake([], `must have exactly one kind (${OUTPUT_KIND_NAMES.join(', ')}), got ${got}`, remedy)];
  }
  const [name = 'stdout'] = kinds;
  const { kind, options } = kindOf(output) ?? {};
  return (kind?.mistakes(options) ?? []).map(({ path, message }) => ({ path: [name, ...path], message }));
}

/** Nothing without `gems`, when nobody asks for the image. */
function gemMistakes(output: NamedOutput, gems: readonly string[] | undefined): Mistake[] {
  const [name = 'stdout'] = kindsOf(output);
  const { gem } = kindOf(output)?.kind ?? {};
  if (gem === undefined || gems === undefined || gems.includes(gem)) return [];
  return [
    mistake(
      [name],
      `must be of a gem of the image (${gem}), got an image without it`,
      'build one with the Dockerfile that efk image writes, and name it in image',
    ),
  ];
}

function bufferMistakes(output: NamedOutput, routes: number, limits: EventLimits): Mistake[] {
  const { bufferSize, whenFull } = output;
  const { kind, options } = kindOf(output) ?? {};
  if (!kind) return [];
  if (!kind.isBuffered) {
    const given = { bufferSize, whenFull };
    return Object.entries(given).flatMap(([key, value]) =>
      value === undefined
        ? []
        : [mistake([key], `must not be given, since this kind has no buffer, got ${shown(value)}`, 'remove it')],
    );
  }
  const chunk = kind.chunkSize?.(options) ?? withDefaults(limits).chunkSize;
  const least = Math.ceil((neededChunks(output, routes) * toBytes(chunk)) / MEBIBYTE);
  const why = `${neededChunks(output, routes)} chunks of ${chunk}: ${waits(output) ? 'one that is sent' : 'three to choose the oldest of'}, and ${kind.collects ? 'two' : 'one'} that ${kind.collects ? 'fill' : 'fills'} for ${routes > 1 ? `each of ${routes} routes` : 'its route'}`;
  if (bufferSize === undefined) {
    return [mistake(['bufferSize'], `must be given (at least ${least}Mi, ${why}), got nothing`, 'add it')];
  }
  return [
    ...mistakeIn(
      ['bufferSize'],
      toBytes(bufferSize) >= least * MEBIBYTE,
      `at least ${least}Mi (${why})`,
      bufferSize,
      'raise it',
    ),
    ...(waits(output) || toBytes(chunk) >= toBytes(SMALLEST_DROPPED)
      ? []
      : [
          mistake(
            ['whenFull'],
            `must be wait with chunks below ${SMALLEST_DROPPED}, since one that is dropped makes room for no more than it held, got "dropOldest" and chunks of ${chunk}`,
            'make chunks larger, or wait',
          ),
        ]),
  ];
}

/** A chunk is of one route; one that collects by time may fill two of them, when the time goes over. */
function neededChunks(output: NamedOutput, routes: number): number {
  const filling = Math.max(1, routes) * (kindOf(output)?.kind.collects ? 2 : 1);
  return filling + (waits(output) ? 1 : 3);
}

function routeMistakes(route: Route, outputs: readonly NamedOutput[]): Mistake[] {
  const { to, bufferSize } = route;
  if (to === undefined) return [];
  if (to.length === 0) return [mistake(['to'], 'must not be empty, got []', 'name an output, or leave it out')];
  const known = [STACK_OUTPUT, ...outputs.map(({ name }) => name)];
  const waiting = [...new Set(to)].filter((name) =>
    outputs.some(
      (output) =>
        output.name === name && name !== STACK_OUTPUT && waits(output) && kindOf(output)?.kind.isIdempotent === false,
    ),
  );
  return [
    ...to.flatMap((name, index) => [
      ...mistakeIn(
        ['to', index],
        known.includes(name),
        `one of the outputs (${known.join(', ')})`,
        name,
        'choose one, or add it to outputs',
      ),
      ...(to.indexOf(name) === index
        ? []
        : [mistake(['to', index], `must be there once, got ${shown(name)} again`, 'remove one')]),
    ]),
    ...(waiting.length > 1
      ? [
          mistake(
            ['to'],
            `must have at most one output that waits and stores again what it gets again, since all of them get again what one has no room for, got ${waiting.join(', ')}`,
            "give all but one whenFull: 'dropOldest'",
          ),
        ]
      : []),
    ...(bufferSize !== undefined && !to.includes(STACK_OUTPUT)
      ? [
          mistake(
            ['bufferSize'],
            `must not be given without ${STACK_OUTPUT} in to, since it is a part of the buffer of that, got ${shown(bufferSize)}`,
            'remove it',
          ),
        ]
      : []),
  ];
}
