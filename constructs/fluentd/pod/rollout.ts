import { k8s } from 'cdk8s-plus-28';

import { type Mistake, mistakeIn, shown } from '../../core';
import { isPositive } from './resources';

/** When the pods of a DaemonSet are replaced by changed ones, in the shape of Kubernetes. */
export interface UpdateStrategy {
  /**
   * `RollingUpdate` replaces them node by node; `OnDelete` replaces nothing until somebody deletes a pod.
   *
   * @default 'RollingUpdate'
   */
  readonly type?: 'RollingUpdate' | 'OnDelete';

  /**
   * How many at a time; with `RollingUpdate` only.
   *
   * @default - a tenth of them
   */
  readonly rollingUpdate?: RollingUpdate;
}

/** How fast pods are replaced. */
export interface RollingUpdate {
  /**
   * Most pods that are missing at a time: a number, or a share of all.
   *
   * @default '10%'
   */
  readonly maxUnavailable?: number | `${number}%`;
}

/** A share of a whole, of which something is left to be done at a time. */
const SHARE = /^([1-9]\d?|100)%$/;

/** What Kubernetes is told of when to replace pods. */
export function updateStrategy({ type = 'RollingUpdate', rollingUpdate }: UpdateStrategy): k8s.DaemonSetUpdateStrategy {
  if (type === 'OnDelete') return { type };
  const { maxUnavailable = '10%' } = rollingUpdate ?? {};
  const amount =
    typeof maxUnavailable === 'number'
      ? k8s.IntOrString.fromNumber(maxUnavailable)
      : k8s.IntOrString.fromString(maxUnavailable);
  return { type, rollingUpdate: { maxUnavailable: amount } };
}

/** What is wrong with when pods are replaced. */
export function updateMistakes({ type, rollingUpdate }: UpdateStrategy = {}): Mistake[] {
  const path = ['updateStrategy', 'rollingUpdate'];
  if (type === 'OnDelete' && rollingUpdate !== undefined) {
    return [{ path, message: `must be left out with type OnDelete, got ${shown(rollingUpdate)}; remove it` }];
  }
  const { maxUnavailable } = rollingUpdate ?? {};
  return mistakeIn(
    [...path, 'maxUnavailable'],
    maxUnavailable === undefined || isPositive(maxUnavailable) || SHARE.test(String(maxUnavailable)),
    'a whole number of at least 1, or 1% to 100%',
    maxUnavailable,
    "write for example 1 or '10%'",
  );
}
