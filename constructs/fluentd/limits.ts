import { type MemoryQuantity, toBytes } from '../core';

/** Fluentd's own spelling of a size: powers of 1024, e.g. `8m`. */
export type FluentdSize = `${number}${'k' | 'm' | 'g' | 't'}`;

/**
 * Size of a chunk, which is the body of one bulk request. Elasticsearch refuses bodies above `http.max_content_length`
 * (100mb) with status 413, and that chunk would be sent for ever (uken/fluent-plugin-elasticsearch#588).
 */
export const CHUNK_LIMIT: MemoryQuantity = '8Mi';

/** Threads that send chunks. More than two hide only the latency of Elasticsearch: Ruby runs one thread at a time. */
export const FLUSH_THREADS = 2;

/** The two processes of Fluentd with its plugins, without any chunk. */
const BASE_MEMORY: MemoryQuantity = '256Mi';

/** A chunk while it is sent: the packed chunk, its records as Ruby objects, their JSON, and the copy that is sent. */
const COPIES_OF_A_CHUNK = 8;

const MEBIBYTE = 2 ** 20;

/** Memory in MiB below which sending full chunks gets the pod killed. */
export const MINIMUM_MEMORY_MIB = Math.ceil(
  (toBytes(BASE_MEMORY) + FLUSH_THREADS * COPIES_OF_A_CHUNK * toBytes(CHUNK_LIMIT)) / MEBIBYTE,
);

/** Buffer in MiB below which a chunk cannot fill while every thread sends one. */
export const MINIMUM_BUFFER_MIB = ((FLUSH_THREADS + 1) * toBytes(CHUNK_LIMIT)) / MEBIBYTE;

/** `quantity` as Fluentd writes it; both count in powers of 1024. */
export function fluentdSize(quantity: MemoryQuantity): FluentdSize {
  return quantity.slice(0, -1).toLowerCase() as FluentdSize;
}

/**
 * What is wrong with the disk and the memory that Fluentd is given.
 *
 * @returns one sentence per mistake, for `refuse`
 */
export function limitMistakes(bufferSize: MemoryQuantity, memory: MemoryQuantity): string[] {
  return [
    ...(toBytes(bufferSize) < MINIMUM_BUFFER_MIB * MEBIBYTE
      ? [
          `bufferSize must be at least ${MINIMUM_BUFFER_MIB}Mi (a chunk of ${CHUNK_LIMIT} for each of ${FLUSH_THREADS} threads and one that fills), got ${bufferSize}; raise it`,
        ]
      : []),
    ...(toBytes(memory) < MINIMUM_MEMORY_MIB * MEBIBYTE
      ? [
          `memory must be at least ${MINIMUM_MEMORY_MIB}Mi (${BASE_MEMORY} and ${COPIES_OF_A_CHUNK} copies of a chunk of ${CHUNK_LIMIT} for each of ${FLUSH_THREADS} threads), got ${memory}; raise it`,
        ]
      : []),
  ];
}
