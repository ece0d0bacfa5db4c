import { k8s } from 'cdk8s-plus-28';

import { type Mistake, mistakeIn, type ResourceProps, toBytes, toMillicores } from '../../core';

/** What a pod requests and may use, where nobody says it. */
export const DEFAULT_RESOURCES: Pick<ResourceProps, 'cpu' | 'memory'> = { cpu: '200m', memory: '512Mi' };

/** How many pods of the PriorityClass a namespace may have. */
export interface ResourceQuota {
  /** Number of pods. */
  readonly pods: number;
}

/** The ResourceQuota that admits pods of a PriorityClass to a namespace. */
export function quotaSpec(pods: number, priorityClassName: string): k8s.ResourceQuotaSpec {
  return {
    hard: { pods: k8s.Quantity.fromNumber(pods) },
    scopeSelector: {
      matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: [priorityClassName] }],
    },
  };
}

/** What is wrong with the ResourceQuota. */
export function quotaMistakes(quota: ResourceQuota | undefined): Mistake[] {
  return mistakeIn(
    ['resourceQuota', 'pods'],
    quota === undefined || isPositive(quota.pods),
    'a whole number of at least 1',
    quota?.pods,
    'write more than the cluster will have nodes',
  );
}

/** What is wrong with requests that differ from limits. */
export function resourceMistakes(props: Partial<ResourceProps>): Mistake[] {
  const { cpu = DEFAULT_RESOURCES.cpu, memory = DEFAULT_RESOURCES.memory } = props;
  const { cpuLimit = cpu, memoryRequest = memory } = props;
  return [
    ...mistakeIn(
      ['cpuLimit'],
      toMillicores(cpuLimit) >= toMillicores(cpu),
      `at least what is requested (cpu ${cpu})`,
      cpuLimit,
      'raise it or leave it out',
    ),
    ...mistakeIn(
      ['memoryRequest'],
      toBytes(memoryRequest) <= toBytes(memory),
      `at most the limit (memory ${memory})`,
      memoryRequest,
      'lower it or leave it out',
    ),
  ];
}

/** Whether a value, whose type nobody has checked, is a whole number of at least 1. */
export function isPositive(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 1;
}
