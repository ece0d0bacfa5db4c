import { join } from 'node:path';
import type { RuntimeName } from '../../../local/kubelet/runtimes';
import type { Rotation } from './container-log';

/** What the containers of a node write, and what its kubelet does with it. */
export interface Load {
  /** The folder that is `/var/log/pods` to Fluentd. */
  readonly pods: string;

  /** Who writes the files. */
  readonly runtime: RuntimeName;

  /** Containers, each in a pod of its own; they write at the same time. */
  readonly containers: number;

  /** Lines of all containers together; a few more, because the last event of each is whole. */
  readonly lines: number;

  /** Lines of all containers together. */
  readonly linesPerSecond: number;

  /**
   * What the kubelet does every so many seconds, at least 1.
   *
   * @default - logs are not rotated
   */
  readonly rotation?: Rotation & { readonly everySeconds: number };

  /**
   * How often one of the containers, in turn, ends and starts again. In seconds.
   *
   * @default - never
   */
  readonly restartEverySeconds?: number;
}

/** What was written, by the number of the container. */
export interface Written {
  /** Events of each container. */
  readonly events: readonly number[];

  /** Lines of all containers. */
  readonly lines: number;

  /** Bytes of all containers, with what the runtime adds. */
  readonly bytes: number;

  /** What it took; longer than the load says where the machine was too slow. */
  readonly seconds: number;
}

/** The namespace of container number `index`; there are four. */
export function namespaceOf(index: number): string {
  return `team-${index % 4}`;
}

/** Where the log of container number `index` is. */
export function folderOf(pods: string, index: number): string {
  const uid = `${String(index).padStart(8, '0')}-1111-4222-8333-444455556666`;
  return join(pods, `${namespaceOf(index)}_web-${index}_${uid}`, 'app');
}
