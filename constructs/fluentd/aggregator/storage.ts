import { k8s } from 'cdk8s-plus-28';

import { type MemoryQuantity, type Mistake, toBytes } from '../../core';
import { type EventLimits, FLUSH_THREADS, withDefaults } from '../limits';
import { STATE } from '../pod/state-volume';

/** Volume of a pod of which nobody says another size. */
export const DEFAULT_STORAGE: MemoryQuantity = '10Gi';

/** Share of a volume that its file system leaves for files; ext4 keeps about a fifteenth for itself. */
const USABLE = 0.9;

/** Positions, and chunks that cannot be read. */
const BESIDE_BUFFER: MemoryQuantity = '256Mi';

const MEBIBYTE = 2 ** 20;

/** What a volume leaves for the buffer, besides dead letters and positions. In whole MiB. */
export function bufferOf(storage: MemoryQuantity, limits: EventLimits = {}): MemoryQuantity {
  return `${Math.max(1, Math.floor(bufferBytes(storage, limits) / MEBIBYTE))}Mi`;
}

function bufferBytes(storage: MemoryQuantity, limits: EventLimits): number {
  return toBytes(storage) * USABLE - toBytes(withDefaults(limits).deadLetterSize) - toBytes(BESIDE_BUFFER);
}

/**
 * What is wrong with the size of the volumes: it must leave room for a chunk for each thread and one that fills, besides
 * the parts of the buffer that routes and outputs have.
 */
export function storageMistakes(
  storage: MemoryQuantity,
  limits: EventLimits = {},
  parts: readonly MemoryQuantity[] = [],
): Mistake[] {
  const { chunkSize, deadLetterSize } = withDefaults(limits);
  const taken = parts.reduce((sum, part) => sum + toBytes(part), 0);
  const needed = (FLUSH_THREADS + 1) * toBytes(chunkSize) + taken;
  if (bufferBytes(storage, limits) >= needed) return [];
  const least = Math.ceil((needed + toBytes(deadLetterSize) + toBytes(BESIDE_BUFFER)) / USABLE / MEBIBYTE);
  const further = taken > 0 ? `${Math.ceil(taken / MEBIBYTE)}Mi of routes and outputs, ` : '';
  return [
    {
      path: ['storage'],
      message: `must be at least ${least}Mi (${FLUSH_THREADS + 1} chunks of ${chunkSize}, ${further}${deadLetterSize} of dead letters, ${BESIDE_BUFFER} for the rest and a tenth for the file system), got ${storage}; raise it`,
    },
  ];
}

/** The claim of the volume of each pod. */
export function stateClaim(storage: MemoryQuantity, storageClass?: string): k8s.KubePersistentVolumeClaimProps {
  return {
    metadata: { name: STATE },
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName: storageClass,
      resources: { requests: { storage: k8s.Quantity.fromString(storage) } },
    },
  };
}
