import type { k8s } from 'cdk8s-plus-28';

import { DNS_SUBDOMAIN, followsRule, LABEL_VALUE, type Mistake, mistakeIn } from '../../core';
import { keyMistakes, labelMistakes } from './metadata';

/** What says on which nodes a pod runs. */
interface Scheduling {
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly tolerations?: readonly k8s.Toleration[];
  readonly priorityClassName?: string;
}

const OPERATORS = ['Equal', 'Exists'];
const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** What is wrong with where a pod runs. */
export function schedulingMistakes({ nodeSelector = {}, tolerations = [], priorityClassName }: Scheduling): Mistake[] {
  return [
    ...Object.entries(nodeSelector).flatMap(([key, value]) => labelMistakes(['nodeSelector', key], key, value)),
    ...tolerations.flatMap((toleration, index) =>
      tolerationMistakes(toleration).map(({ path, message }) => ({ path: ['tolerations', index, ...path], message })),
    ),
    ...mistakeIn(
      ['priorityClassName'],
      priorityClassName === undefined || followsRule(priorityClassName, DNS_SUBDOMAIN),
      `the name of a PriorityClass, ${DNS_SUBDOMAIN.bound}`,
      priorityClassName,
      'correct it',
    ),
  ];
}

/** @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/ */
function tolerationMistakes({ key, operator = 'Equal', value, effect, tolerationSeconds }: k8s.Toleration): Mistake[] {
  const isExists = operator === 'Exists';
  return [
    ...(key ? keyMistakes(['key'], key) : []),
    ...mistakeIn(
      ['operator'],
      OPERATORS.includes(operator) && (!!key || isExists),
      key ? `one of ${OPERATORS.join(', ')}` : 'Exists where there is no key, which stands for all taints',
      operator,
      key ? 'choose one of them' : 'write Exists or add the key',
    ),
    ...mistakeIn(
      ['value'],
      !value || (isExists ? false : followsRule(value, LABEL_VALUE)),
      isExists ? 'left out with the operator Exists, which stands for all values' : LABEL_VALUE.bound,
      value,
      isExists ? 'remove it or write Equal' : 'correct it',
    ),
    ...mistakeIn(
      ['effect'],
      !effect || EFFECTS.includes(effect),
      `one of ${EFFECTS.join(', ')}`,
      effect,
      'choose one of them, or leave it out for all',
    ),
    ...mistakeIn(
      ['tolerationSeconds'],
      tolerationSeconds === undefined || (effect === 'NoExecute' && Number.isInteger(tolerationSeconds)),
      effect === 'NoExecute' ? 'a whole number' : 'left out unless the effect is NoExecute',
      tolerationSeconds,
      effect === 'NoExecute' ? 'correct it' : 'remove it or write NoExecute',
    ),
  ];
}
