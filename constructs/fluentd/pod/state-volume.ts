import type { k8s } from 'cdk8s-plus-28';

import { type MemoryQuantity, type Mistake, mistakeIn, type Scratch, shown, sumOf } from '../../core';
import type { Installation } from '../installation';

/** Where Fluentd keeps what must outlive its container, as one of the volumes of Kubernetes. */
export interface BufferVolume {
  /**
   * A directory of the node, below which every installation has one of its own, `<path>/<namespace>/<name>`. It is made if it
   * is not there, outlives the pod, and stays when the installation is removed. Another path reads the logs on the nodes
   * again, and leaves what is buffered behind.
   *
   * @default - `emptyDir`, or that of `/var/lib/efk` without both
   */
  readonly hostPath?: { readonly path: string };

  /**
   * A directory of the pod, for platforms that let no pod write to its node. It outlives the container, not the pod: what
   * is in the buffer of a pod that is replaced is read again, if the kubelet still has it.
   *
   * @default - `hostPath`
   */
  readonly emptyDir?: Readonly<Record<string, never>>;
}

/** Name of the volume. */
export const STATE = 'state';

const DEFAULT_PATH = '/var/lib/efk';

/** Positions, and chunks that cannot be read. */
const BESIDE_BUFFER: MemoryQuantity = '256Mi';

/** Folders of a node in which nothing of ours can be, and why. */
const REFUSED: readonly (readonly [folder: RegExp, why: string])[] = [
  [/^\/(tmp|run|var\/run|dev|proc|sys)(\/|$)/, 'since it is empty after a restart of the node'],
  [/^\/(etc|usr|bin|sbin|lib|lib64|boot)(\/|$)/, 'since it belongs to the operating system'],
  [/^\/var\/log\/(pods|containers)(\/|$)/, 'since logs are read there'],
  [/^\/var\/lib\/(kubelet|containerd|docker|containers|etcd|rancher)(\/|$)/, 'since it belongs to Kubernetes'],
];

/** What is wrong with where the buffer is, below the prop `bufferVolume`. */
export function bufferVolumeMistakes(volume: BufferVolume | undefined): Mistake[] {
  if (volume === undefined) return [];
  const { hostPath, emptyDir } = volume;
  if ((hostPath === undefined) === (emptyDir === undefined)) {
    const got = hostPath === undefined ? 'neither' : 'both';
    return [
      {
        path: ['bufferVolume'],
        message: `must have either hostPath or emptyDir, got ${got}; ${got === 'both' ? 'remove' : 'add'} one`,
      },
    ];
  }
  return hostPath === undefined
    ? []
    : nodeFolderMistakes(hostPath.path, ['bufferVolume', 'hostPath', 'path'], DEFAULT_PATH);
}

/**
 * What is wrong with a folder of the node that is to hold something of ours.
 *
 * @param at where it stands
 * @param example a right one
 */
export function nodeFolderMistakes(path: string, at: Mistake['path'], example: string): Mistake[] {
  const [, why] = REFUSED.find(([folder]) => folder.test(path)) ?? [];
  if (why)
    return [
      {
        path: at,
        message: `must be a lasting folder of its own, ${why}, got ${shown(path)}; write for example ${example}`,
      },
    ];
  return mistakeIn(
    at,
    /^(\/(?!\.\.?(\/|$))[A-Za-z0-9._-]+)+$/.test(path ?? ''),
    'an absolute path without a slash at its end (letters, digits, ., _ and -)',
    path,
    `write for example ${example}`,
  );
}

/** The directories of the pod that state is in, if it is in one; for its share of the node's disk. */
export function stateScratch(
  { emptyDir }: BufferVolume,
  sizes: { readonly bufferSize: MemoryQuantity; readonly deadLetterSize: MemoryQuantity },
): Scratch {
  return emptyDir ? { [STATE]: sumOf([sizes.bufferSize, sizes.deadLetterSize, BESIDE_BUFFER]) } : {};
}

/** The volume on the node that state is in, if it is in one. */
export function stateVolumes({ hostPath, emptyDir }: BufferVolume, { namespace, name }: Installation): k8s.Volume[] {
  if (emptyDir) return [];
  const { path } = hostPath ?? { path: DEFAULT_PATH };
  return [{ name: STATE, hostPath: { path: `${path}/${namespace}/${name}`, type: 'DirectoryOrCreate' } }];
}
