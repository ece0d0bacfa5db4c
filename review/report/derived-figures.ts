import type { KubernetesObject } from '../manifests/kubernetes-object';
import type { Assumptions } from './assumptions';
import { nodeLossBudget, stackBuffer } from './buffers';
import type { Figure } from './figure';
import { costOf } from './prices';
import { workloadFigures } from './workload-figures';

/** Figures that follow from others and from what is assumed: how long Elasticsearch may be away, and what a month costs. */
export function derivedFigures(
  objects: readonly KubernetesObject[],
  { bytesPerSecond, nodes, prices }: Assumptions,
): Figure[] {
  const bytes = stackBuffer(objects);
  const cost = prices && costOf(workloadFigures(objects), nodes, prices);
  return [
    { name: 'loss budget', unit: 'seconds', value: nodeLossBudget(objects, bytes, bytesPerSecond).elasticsearchOutage },
    ...(cost ? [{ name: `cost of a month (${cost.currency})`, unit: 'money', value: cost.total } as const] : []),
  ];
}
