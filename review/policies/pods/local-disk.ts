import { amountOf } from '../../diff/quantity';
import { at, listAt } from '../../manifests/kubernetes-object';
import { containersOf } from '../containers';
import type { Rule, Violation } from '../rule';

const RESOURCE = 'ephemeral-storage';

/** Pods say how much of their node's disk they take, and their directories fit into it. */
export const localDisk: Rule = {
  name: 'local-disk',
  reason: 'A pod that fills the disk of its node has its neighbours evicted; one that asked for none is evicted first.',
  check: (objects) => {
    const containers = containersOf(objects);
    const unset = containers.flatMap(({ object, name, container }) =>
      (['requests', 'limits'] as const)
        .filter((kind) => at(container, 'resources', kind, RESOURCE) === undefined)
        .map((kind) => ({
          object,
          message: `resources.${kind}.${RESOURCE} of container ${name} must be set, got nothing; set it`,
        })),
    );
    const makers = new Map(containers.map(({ object, pod }) => [object, pod]));
    return [...unset, ...[...makers].flatMap(([object, pod]) => directories(object, pod))];
  },
};

function directories(object: Violation['object'], pod: unknown): Violation[] {
  const volumes = listAt(pod, 'volumes')
    .map((volume) => ({ name: at(volume, 'name'), directory: at(volume, 'emptyDir') }))
    .filter(({ directory }) => directory !== undefined && at(directory, 'medium') !== 'Memory');
  const boundless = volumes.filter(({ directory }) => at(directory, 'sizeLimit') === undefined);
  if (boundless.length > 0)
    return boundless.map(({ name }) => ({
      object,
      message: `sizeLimit of volume ${name} must be set, got nothing; set it to the most that is ever in it`,
    }));
  const sizes = volumes.map(({ directory }) => amountOf(at(directory, 'sizeLimit')));
  const limits = listAt(pod, 'containers').map((container) => at(container, 'resources', 'limits', RESOURCE));
  const needed = sizes.reduce((sum, size) => sum + size, 0);
  const limit = limits.reduce((sum: number, value) => sum + amountOf(value), 0);
  if (limits.includes(undefined) || limit >= needed) return [];
  return [
    {
      object,
      message: `resources.limits.${RESOURCE} of its containers must be at least what its volumes hold (${mebibytes(needed)}), got ${mebibytes(limit)}; raise it`,
    },
  ];
}

function mebibytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)}Mi`;
}
