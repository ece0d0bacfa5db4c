import { type ElasticsearchEndpoint, type MemoryQuantity, majorVersion, type StackVersion, toBytes } from '../../core';
import type { Surroundings } from '../checks';
import { losing, type NamedOutput } from '../outputs/named-output';
import { PATHS } from '../paths';
import type { Additions } from '../pipeline/additions';
import type { FluentdImage } from './image';
import { GRACE_PERIOD } from './pod';
import { STATE } from './state-volume';

/** What decides on where the configuration runs. */
export interface SurroundingsProps {
  /** The image. @default - the official one */
  readonly image?: FluentdImage;

  /** Sources and steps of one's own. @default - none */
  readonly additions?: Additions;

  /** Outputs besides that of the stack. @default - none */
  readonly outputs?: readonly NamedOutput[];

  /** Memory of the container. */
  readonly memory: MemoryQuantity;

  /** Version of the stack whose image is used. */
  readonly version: StackVersion;

  /** The cluster. */
  readonly elasticsearch: ElasticsearchEndpoint;

  /** Size of the directory of the pod with its state. @default - the state is in a directory of the node */
  readonly stateSize?: MemoryQuantity;
}

/** Where the configuration runs, for its checks. */
export function surroundings({
  image,
  additions,
  outputs = [],
  memory,
  version,
  elasticsearch,
  stateSize,
}: SurroundingsProps): Surroundings {
  return {
    ...(image?.plugins && { gems: image.plugins }),
    ...(additions?.plugins && { plugins: Object.keys(additions.plugins) }),
    ...(stateSize && { volumes: [{ name: STATE, mountPath: PATHS.state, size: toBytes(stateSize) }] }),
    ...(losing(outputs).length > 0 && { mayLose: losing(outputs) }),
    memory: toBytes(memory),
    gracePeriod: GRACE_PERIOD,
    clientMajor: majorVersion(version),
    serverMajor: elasticsearch.majorVersion,
  };
}
