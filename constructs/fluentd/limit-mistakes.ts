import { type MemoryQuantity, type Mistake, mistakeIn, toBytes, toSeconds } from '../core';
import { type EventLimits, FLUSH_THREADS, withDefaults } from './limits';

/** The two processes of Fluentd with its plugins, and the events that are on their way into the buffer. */
const BASE_MEMORY: MemoryQuantity = '192Mi';

/** A chunk while it is sent: its body and the copy that is encrypted, and its documents if some of them are refused. */
const COPIES_OF_A_CHUNK = 6;

/** A document has the text of an event twice, as it is and in fields, and escapes some of its characters. */
const EVENTS_OF_A_CHUNK = 8;

/** Half of what Elasticsearch takes, `http.max_content_length`. */
const LARGEST_CHUNK: MemoryQuantity = '50Mi';

/** Lines that a runtime cuts have 16 KiB, so that a smaller event could not hold four of them. */
const SMALLEST_EVENT: MemoryQuantity = '64Ki';

/** Two files of dead letters, so that the oldest can go. */
const SMALLEST_DEAD_LETTERS: MemoryQuantity = '16Mi';

const MEBIBYTE = 2 ** 20;

/** Memory in MiB below which a pod with the default limits could be killed for what is logged. */
export const MINIMUM_MEMORY_MIB = neededMemory({});

/** Buffer in MiB below which a chunk of the default size cannot fill while every thread sends one. */
export const MINIMUM_BUFFER_MIB = neededBuffer({});

/**
 * What is wrong with the bounds of an event.
 *
 * @returns one sentence per mistake, for `refuse`
 */
export function eventMistakes(limits: EventLimits = {}): string[] {
  const { eventSize, eventLines, eventAge, heldSize, chunkSize } = withDefaults(limits);
  const largest = toBytes(chunkSize) / EVENTS_OF_A_CHUNK;
  return [
    ...(toBytes(eventSize) >= toBytes(SMALLEST_EVENT) && toBytes(eventSize) <= largest
      ? []
      : [
          `limits.eventSize must be ${SMALLEST_EVENT} to ${largest / 2 ** 10}Ki (an eighth of chunkSize ${chunkSize}, since a document holds the text twice and escapes it), got ${eventSize}; change it or chunkSize`,
        ]),
    ...(Number.isInteger(eventLines) && eventLines >= 1 && eventLines <= 100_000
      ? []
      : [`limits.eventLines must be a whole number from 1 to 100000, got ${eventLines}; change it`]),
    ...(toSeconds(eventAge) <= 60
      ? []
      : [
          `limits.eventAge must be at most 60s, so that an event can be found within a minute, got ${eventAge}; lower it`,
        ]),
    ...(toBytes(heldSize) >= 4 * toBytes(eventSize)
      ? []
      : [`limits.heldSize must hold at least 4 events of eventSize ${eventSize}, got ${heldSize}; raise it`]),
  ];
}

/**
 * What is wrong with the disk and the memory that Fluentd is given for its limits.
 *
 * @param parts buffers of routes and outputs of their own, which are parts of `bufferSize`
 * @param hasStack whether anything is sent to the Elasticsearch of the stack, which has the rest
 * @returns one sentence per mistake, for `refuse`
 */
export function memoryMistakes(
  bufferSize: MemoryQuantity,
  memory: MemoryQuantity,
  limits: EventLimits = {},
  parts: readonly MemoryQuantity[] = [],
  hasStack = true,
): string[] {
  const { chunkSize, heldSize, deadLetterSize } = withDefaults(limits);
  const threads = hasStack ? FLUSH_THREADS : 0;
  const [buffer, needed] = [hasStack ? neededBuffer(limits) : 0, neededMemory(limits, parts.length, threads)];
  const taken = parts.reduce((sum, part) => sum + toBytes(part), 0);
  return [
    ...(toBytes(chunkSize) <= toBytes(LARGEST_CHUNK)
      ? []
      : [
          `limits.chunkSize must be at most ${LARGEST_CHUNK} (half of http.max_content_length of Elasticsearch), got ${chunkSize}; lower it`,
        ]),
    ...(toBytes(deadLetterSize) >= toBytes(SMALLEST_DEAD_LETTERS)
      ? []
      : [
          `limits.deadLetterSize must be at least ${SMALLEST_DEAD_LETTERS} (two files), got ${deadLetterSize}; raise it`,
        ]),
    ...(toBytes(bufferSize) - taken >= buffer * MEBIBYTE
      ? []
      : [
          hasStack
            ? `bufferSize must be at least ${buffer}Mi (a chunk of ${chunkSize} for each of ${FLUSH_THREADS} threads and one that fills)${parts.length > 0 ? ` besides ${partsOf(parts)}` : ''}, got ${bufferSize}; raise it`
            : `bufferSize must hold ${partsOf(parts)} (${Math.ceil(taken / MEBIBYTE)}Mi), got ${bufferSize}; raise it`,
        ]),
    ...(toBytes(memory) >= needed * MEBIBYTE
      ? []
      : [
          `memory must be at least ${needed}Mi (${BASE_MEMORY}, ${COPIES_OF_A_CHUNK} copies of a chunk of ${chunkSize} for each of ${threads} threads${parts.length > 0 ? ` and ${partsOf(parts)}` : ''}, and ${heldSize} of held events), got ${memory}; raise it`,
        ]),
  ];
}

/**
 * What is wrong with the buffers of routes of their own; paths begin with the position of one.
 *
 * @param routes the routes, of which some have none
 */
export function routeBufferMistakes(
  routes: readonly { readonly bufferSize?: MemoryQuantity }[],
  limits: EventLimits = {},
): Mistake[] {
  const { chunkSize } = withDefaults(limits);
  const least = Math.ceil((2 * toBytes(chunkSize)) / MEBIBYTE);
  return routes.flatMap(({ bufferSize }, index) =>
    mistakeIn(
      [index, 'bufferSize'],
      bufferSize === undefined || toBytes(bufferSize) >= least * MEBIBYTE,
      `at least ${least}Mi (a chunk of ${chunkSize} that is sent and one that fills)`,
      bufferSize,
      'raise it, or leave it out to share the buffer of the others',
    ),
  );
}

function partsOf({ length }: readonly MemoryQuantity[]): string {
  return `the ${length} ${length === 1 ? 'part' : 'parts'} of routes and outputs`;
}

/** A route or an output with a buffer of its own has a thread that sends it. */
function neededMemory(limits: EventLimits, buffers = 0, threads = FLUSH_THREADS): number {
  const { chunkSize, heldSize } = withDefaults(limits);
  const chunks = (threads + buffers) * COPIES_OF_A_CHUNK * toBytes(chunkSize);
  return Math.ceil((toBytes(BASE_MEMORY) + chunks + toBytes(heldSize)) / MEBIBYTE);
}

function neededBuffer(limits: EventLimits): number {
  return Math.ceil(((FLUSH_THREADS + 1) * toBytes(withDefaults(limits).chunkSize)) / MEBIBYTE);
}
