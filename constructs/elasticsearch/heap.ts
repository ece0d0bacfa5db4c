import { type MemoryQuantity, toBytes } from '../core';
import type { NodeRole } from './node-roles';

const MIB = 2 ** 20;
const GIB = 2 ** 30;

/** Above it a JVM cannot compress object pointers; Elasticsearch never takes more on its own. */
const MAX_HEAP_MIB = 31 * 1024;

/**
 * The heap in MiB that Elasticsearch chooses in a container with the memory limit `memory`, as `MachineDependentHeap` of
 * its launcher computes it. The constructs set no `-Xmx`: this function states the outcome for checks and for readers.
 *
 * @see https://github.com/elastic/elasticsearch/blob/main/distribution/tools/server-cli/src/main/java/org/elasticsearch/server/cli/MachineDependentHeap.java
 */
export function heapMiB(roles: readonly NodeRole[], memory: MemoryQuantity): number {
  const bytes = toBytes(memory);
  if (consistsOf(roles, ['master'])) return toMiB(bytes * 0.6);
  if (roles.includes('ml') && consistsOf(roles, ['ml', 'remote_cluster_client'])) return mlHeapMiB(bytes);
  return bytes < GIB ? Math.max(toMiB(bytes * 0.4), 128) : toMiB(bytes * 0.5);
}

/** Models run outside of the heap, so that it grows slowly with the memory of the machine; in steps of 4 MiB. */
function mlHeapMiB(bytes: number): number {
  const heap = Math.min(bytes, 16 * GIB) * 0.4 + Math.max(bytes - 16 * GIB, 0) * 0.1;
  return Math.floor(toMiB(heap) / 4) * 4;
}

function consistsOf(roles: readonly NodeRole[], allowed: readonly NodeRole[]): boolean {
  return roles.length > 0 && roles.every((role) => allowed.includes(role));
}

function toMiB(bytes: number): number {
  return Math.min(Math.floor(Math.floor(bytes) / MIB), MAX_HEAP_MIB);
}
