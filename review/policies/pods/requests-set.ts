import { at } from '../../manifests/kubernetes-object';
import { containersOf } from '../containers';
import type { Rule } from '../rule';

const NEEDED = [
  ['requests', 'cpu'],
  ['requests', 'memory'],
  ['limits', 'memory'],
] as const;

/** Containers say what they need, and how much memory they may take. */
export const requestsSet: Rule = {
  name: 'requests-set',
  reason: 'A pod without requests is placed anywhere and evicted first; one without a limit takes the node with it.',
  check: (objects) =>
    containersOf(objects).flatMap(({ object, name, container }) =>
      NEEDED.filter(([kind, resource]) => at(container, 'resources', kind, resource) === undefined).map(
        ([kind, resource]) => ({
          object,
          message: `resources.${kind}.${resource} of container ${name} must be set, got nothing; set it`,
        }),
      ),
    ),
};
