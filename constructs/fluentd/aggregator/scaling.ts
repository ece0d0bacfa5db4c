import type { k8s } from 'cdk8s-plus-28';

import { type Mistake, mistakeIn, shown } from '../../core';

/** How many pods there are, by the processor time that they use. */
export interface Autoscaling {
  /** Fewest pods. */
  readonly minReplicas: number;

  /** Most pods. */
  readonly maxReplicas: number;

  /**
   * Share of the requested processor time that the pods use on average, in percent. One process uses one core at most, so
   * that with `cpu: '1'` it is how busy it is.
   *
   * @default 70
   */
  readonly targetCpu?: number;
}

/** Pods of which nobody says another number. */
export const DEFAULT_REPLICAS = 2;

/** Most pods of one aggregator; there is no use for more. */
const MOST = 200;

/** What says how many pods there are. */
interface Scaling {
  readonly replicas?: number;
  readonly autoscaling?: Autoscaling;
}

/** Fewest pods that there are. */
export function fewest({ replicas = DEFAULT_REPLICAS, autoscaling }: Scaling): number {
  return autoscaling?.minReplicas ?? replicas;
}

/** Most pods that there can be. */
export function largest({ replicas = DEFAULT_REPLICAS, autoscaling }: Scaling): number {
  return autoscaling?.maxReplicas ?? replicas;
}

/** What is wrong with how many pods there are. */
export function scalingMistakes({ replicas, autoscaling }: Scaling): Mistake[] {
  if (autoscaling === undefined) {
    return mistakeIn(
      ['replicas'],
      replicas === undefined || isCount(replicas),
      `a whole number from 1 to ${MOST}`,
      replicas,
      'change it',
    );
  }
  const { minReplicas, maxReplicas, targetCpu = 70 } = autoscaling;
  return [
    ...(replicas === undefined
      ? []
      : [
          {
            path: ['replicas'],
            message: `must not be given with autoscaling, which counts the pods, got ${shown(replicas)}; leave one of them out`,
          },
        ]),
    ...mistakeIn(
      ['autoscaling', 'minReplicas'],
      isCount(minReplicas),
      `a whole number from 1 to ${MOST}`,
      minReplicas,
      'change it',
    ),
    ...mistakeIn(
      ['autoscaling', 'maxReplicas'],
      isCount(maxReplicas) && maxReplicas >= minReplicas,
      `a whole number from minReplicas (${minReplicas}) to ${MOST}`,
      maxReplicas,
      'change it',
    ),
    ...mistakeIn(
      ['autoscaling', 'targetCpu'],
      Number.isInteger(targetCpu) && targetCpu >= 10 && targetCpu <= 95,
      'a whole number from 10 to 95, in percent',
      targetCpu,
      'write for example 70',
    ),
  ];
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= MOST;
}

/**
 * When pods are added and removed: added as soon as they are busy, removed one at a time and slowly, since each must empty
 * its buffer before it goes.
 */
export function autoscalerSpec(
  name: string,
  { minReplicas, maxReplicas, targetCpu = 70 }: Autoscaling,
): k8s.HorizontalPodAutoscalerSpecV2 {
  return {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name },
    minReplicas,
    maxReplicas,
    metrics: [
      {
        type: 'Resource',
        resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: targetCpu } },
      },
    ],
    behavior: {
      scaleDown: { stabilizationWindowSeconds: 600, policies: [{ type: 'Pods', value: 1, periodSeconds: 300 }] },
    },
  };
}
