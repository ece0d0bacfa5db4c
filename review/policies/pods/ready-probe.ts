import { at } from '../../manifests/kubernetes-object';
import { containersOf } from '../containers';
import type { Rule } from '../rule';

const LASTING = ['StatefulSet', 'Deployment', 'DaemonSet'];

/** Pods that stay say when they are ready. */
export const readyProbe: Rule = {
  name: 'ready-probe',
  reason: 'Without a readiness probe a rollout goes on over pods that do not work.',
  check: (objects) =>
    containersOf(objects)
      .filter(({ object, isInit }) => LASTING.includes(object.kind) && !isInit)
      .filter(({ container }) => at(container, 'readinessProbe') === undefined)
      .map(({ object, name }) => ({
        object,
        message: `readinessProbe of container ${name} must be set, got none; add one`,
      })),
};
