import type { k8s } from 'cdk8s-plus-28';

import { type Mistake, mistakeIn, shown } from '../../../core';
import type { Directive } from '../../conf';
import type { FluentdSize } from '../../limits';
import { ENV } from '../../paths';
import { source } from '../../plugins';
import { rubyFiles } from '../../ruby/required';
import type { InputContext, InputKind } from '../kind';

/** Log files of every node that no container writes to its standard output. */
export interface FilesInput {
  /**
   * Absolute paths, in whose last part `*` stands for any characters, e.g. `/var/log/nginx/*.log`. The folder of each is mounted,
   * and made where a node does not have it.
   */
  readonly paths: readonly string[];
}

/** Folders in which no logs are, or that are read already. */
const REFUSED: readonly (readonly [folder: RegExp, why: string])[] = [
  [/^\/var\/log\/(pods|containers)(\/|$)/, 'since logs of containers are read already'],
  [/^\/(proc|sys|dev|etc|run\/secrets)(\/|$)/, 'since there are no logs'],
  [/^\/var\/lib\/(kubelet|efk|etcd)(\/|$)/, 'since what is there is secret or our own'],
];

const PATH = /^(\/(?!\.\.?\/)[A-Za-z0-9._-]+){2,}\/[A-Za-z0-9._*-]+$/;

/** Reads files as logs of containers are read: under another name, compressed, and each line once. */
export const FILES: InputKind<FilesInput> = {
  tiers: ['node'],
  mistakes: ({ paths }): Mistake[] => [
    ...mistakeIn(['paths'], paths.length > 0, 'at least one path', paths, 'name one'),
    ...paths.flatMap((path, index) => pathMistakes(path, ['paths', index])),
  ],
  footprint: ({ paths }) => ({
    volumes: foldersOf(paths).map(volume),
    mounts: foldersOf(paths).map((folder) => ({ name: volume(folder).name, mountPath: folder, readOnly: true })),
    env: [{ name: ENV.node, valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }],
    rubyFiles: rubyFiles('in_node_files'),
  }),
  parts: ({ paths }, context) => ({
    sources: [linesOf(paths, context)],
    fields: ['log'],
    pathField: 'path',
    ofNode: true,
  }),
};

/** Reads files line by line, and compressed ones whose names end with `.gz` besides. A line that is longer than `longest`, or 1 MiB, comes in pieces. */
export function linesOf(
  paths: readonly string[],
  { name, id, label, state }: InputContext,
  longest?: FluentdSize,
): Directive {
  return source.nodeFiles({
    '@id': id,
    '@label': label,
    tag: name,
    paths: [...paths],
    pos_file: `${state}/positions`,
    ...(longest !== undefined && { max_line_size: longest }),
    node_name: { env: ENV.node },
  });
}

/** What is wrong with a path; it is at `at`. */
export function pathMistakes(path: string, at: Mistake['path']): Mistake[] {
  const [, why] = REFUSED.find(([folder]) => folder.test(path)) ?? [];
  if (why !== undefined) return [{ path: at, message: `must be of other logs, ${why}, got ${shown(path)}; remove it` }];
  return mistakeIn(
    at,
    PATH.test(path),
    'an absolute path with at least two folders (letters, digits, ., _ and -, and * in its last part)',
    path,
    'write for example /var/log/nginx/*.log',
  );
}

function foldersOf(paths: readonly string[]): string[] {
  return [...new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/'))))];
}

/** Nodes differ: where a folder is not, it is made, and the pod starts. */
function volume(folder: string): k8s.Volume {
  const name = `files${folder.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`.slice(0, 63).replace(/-+$/, '');
  return { name, hostPath: { path: folder, type: 'DirectoryOrCreate' } };
}
