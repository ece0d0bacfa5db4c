import { type Mistake, mistakeIn, shown } from '../../core';
import { covers } from '../globs';
import type { Installation } from '../installation';
import type { Route } from '../routes';

/** Logs that are not read at all, by globs: `*` stands for any characters, `?` for one. */
export interface LogExclusion {
  /**
   * Namespaces, e.g. `kube-*`.
   *
   * @default - none
   */
  readonly namespaces?: readonly string[];

  /**
   * Pods, in all namespaces (`*-debug`) or in those before a slash (`shop/load-test-*`).
   *
   * @default - none
   */
  readonly pods?: readonly string[];
}

const NAMESPACE = /^[-a-z0-9*?]+$/;
const POD = /^([-a-z0-9*?]+\/)?[-.a-z0-9*?]+$/;
const EVERYTHING = /^(\*+\/)?\*+$/;

/**
 * Globs of the folders of pods that are not read, `<namespace>_<pod>_<uid>`. Fluentd's own is always among them: a warning
 * about a log would be a log again. No name has an underscore, so that `*` ends at one.
 */
export function excludedFolders({ namespaces = [], pods = [] }: LogExclusion, own: Installation): string[] {
  return [
    `${own.namespace}_${own.name}-?????_*`,
    ...namespaces.map((namespace) => `${namespace}_*_*`),
    ...pods.map((pod) => {
      const [name, namespace = '*'] = pod.split('/').reverse();
      return `${namespace}_${name}_*`;
    }),
  ];
}

/** What is wrong with what is not read, below the prop `exclude`; also where a route asks for it. */
export function exclusionMistakes(
  { namespaces = [], pods = [] }: LogExclusion = {},
  routes: readonly Route[],
): Mistake[] {
  return [
    ...namespaces.flatMap((glob, index) => {
      const path = ['namespaces', index];
      return [
        ...mistakeIn(path, NAMESPACE.test(glob), 'a glob for namespaces (a-z, 0-9, -, * and ?)', glob, 'correct it'),
        ...globMistakes(path, namespaces, index),
        ...routeMistakes(path, glob, routes),
      ];
    }),
    ...pods.flatMap((glob, index) => {
      const path = ['pods', index];
      const bound = 'a glob for pods, with one for namespaces and a slash before it or not (a-z, 0-9, -, ., * and ?)';
      return [...mistakeIn(path, POD.test(glob), bound, glob, 'correct it'), ...globMistakes(path, pods, index)];
    }),
  ].map(({ path, message }) => ({ path: ['exclude', ...path], message }));
}

function globMistakes(path: Mistake['path'], globs: readonly string[], index: number): Mistake[] {
  const glob = globs[index] ?? '';
  if (EVERYTHING.test(glob)) {
    return [{ path, message: `must leave something to be read, got ${shown(glob)}; narrow it` }];
  }
  return globs.indexOf(glob) === index
    ? []
    : [{ path, message: `must be there once, got ${shown(glob)} again; remove one` }];
}

function routeMistakes(path: Mistake['path'], glob: string, routes: readonly Route[]): Mistake[] {
  return routes.flatMap(({ name, namespaces = [] }) =>
    namespaces
      .filter((namespace) => !EVERYTHING.test(glob) && covers(glob, namespace))
      .map((namespace) => ({
        path,
        message: `must not be for a namespace of a route, got ${shown(glob)} for ${shown(namespace)} of route ${shown(name)}; narrow it or take the namespace out of the route`,
      })),
  );
}
