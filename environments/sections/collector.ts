import { choice, count, cpuQuantity, memoryQuantity, section, timeValue } from '../values';

/** The collector on a node. */
export const collector = section({
  /** Processor time of a collector. */
  cpu: cpuQuantity,
  /** Memory of a collector. */
  memory: memoryQuantity,
  /** Disk of a node that may hold logs while Elasticsearch is away. */
  bufferSize: memoryQuantity,
  /** What runs the containers of the nodes; `cri`, which is containerd or CRI-O, when left out. */
  containerRuntime: choice(['cri', 'docker']).optional(),
  /** Bounds of what it holds of logs; those of the construct (`EventLimits`) for what is left out. */
  limits: section({
    /** Text of an event; what is longer goes on in the next one. */
    eventSize: memoryQuantity.optional(),
    /** Lines of an event. */
    eventLines: count(1, 100_000).optional(),
    /** Age at which an event is stored although its lines keep coming. */
    eventAge: timeValue.optional(),
    /** Text of all events of a node that wait for further lines. */
    heldSize: memoryQuantity.optional(),
    /** A chunk of the buffer, and so a request. */
    chunkSize: memoryQuantity.optional(),
    /** Disk of a node that dead letters may take. */
    deadLetterSize: memoryQuantity.optional(),
  }).optional(),
});
