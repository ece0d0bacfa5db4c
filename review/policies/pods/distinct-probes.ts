import { isDeepStrictEqual } from 'node:util';

import { at } from '../../manifests/kubernetes-object';
import { containersOf } from '../containers';
import type { Rule } from '../rule';

const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc'];

/** What makes a pod not ready is not what has it killed. */
export const distinctProbes: Rule = {
  name: 'distinct-probes',
  reason: 'A pod that is only overloaded is killed, and the load falls on the others.',
  check: (objects) =>
    containersOf(objects)
      .filter(({ container }) =>
        HANDLERS.some((handler) => {
          const asked = at(container, 'livenessProbe', handler);
          return asked !== undefined && isDeepStrictEqual(asked, at(container, 'readinessProbe', handler));
        }),
      )
      .map(({ object, name }) => ({
        object,
        message: `livenessProbe of container ${name} must ask something else than readinessProbe, got the same; ask whether it hangs`,
      })),
};
