import { at } from '../../manifests/kubernetes-object';
import { containersOf } from '../containers';
import type { Rule } from '../rule';

/** Containers write to volumes only. */
export const readOnlyRoot: Rule = {
  name: 'read-only-root',
  reason: 'What can be written can be replaced by an intruder, and fills the disk of the node.',
  check: (objects) =>
    containersOf(objects)
      .filter(({ container }) => at(container, 'securityContext', 'readOnlyRootFilesystem') !== true)
      .map(({ object, name }) => ({
        object,
        message: `readOnlyRootFilesystem of container ${name} must be true; set it, and mount a volume where it writes`,
      })),
};
