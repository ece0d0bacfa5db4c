import { at, type KubernetesObject } from '../manifests/kubernetes-object';

/** Kinds that keep pods running. */
export const WORKLOADS: readonly string[] = ['StatefulSet', 'Deployment', 'DaemonSet'];

/** Which pods of a workload restart when its template changes. */
export interface PodRestart {
  /** Number of pods; undefined for one per node. */
  readonly count: number | undefined;

  /** Names of the pods in the order in which they restart; empty if the names are not known before. */
  readonly names: readonly string[];

  /** How many at a time, in words. */
  readonly order: string;
}

/** Pods of `workload` that restart when its template changes, or undefined if none does by itself. */
export function restartOf(workload: KubernetesObject): PodRestart | undefined {
  const strategy = at(workload, 'spec', 'updateStrategy') ?? at(workload, 'spec', 'strategy');
  const isPaused = at(workload, 'spec', 'paused') === true;
  if (at(strategy, 'type') === 'OnDelete' || isPaused || replicasOf(workload) === 0) return undefined;
  if (workload.kind === 'StatefulSet') return statefulSetRestart(workload, at(strategy, 'rollingUpdate'));
  if (workload.kind === 'Deployment') return deploymentRestart(workload, strategy);
  const unavailable = at(strategy, 'rollingUpdate', 'maxUnavailable') ?? 1;
  return { count: undefined, names: [], order: `one on each node, ${unavailable} of them at a time` };
}

function statefulSetRestart(workload: KubernetesObject, rolling: unknown): PodRestart | undefined {
  const names = podNames(workload).slice(Number(at(rolling, 'partition') ?? 0));
  if (names.length === 0) return undefined;
  const unavailable = at(rolling, 'maxUnavailable');
  const pace = unavailable === undefined ? 'one after the other' : `${unavailable} at a time`;
  return { count: names.length, names: names.reverse(), order: pace };
}

function deploymentRestart(workload: KubernetesObject, strategy: unknown): PodRestart {
  const surge = at(strategy, 'rollingUpdate', 'maxSurge') ?? '25%';
  const unavailable = at(strategy, 'rollingUpdate', 'maxUnavailable') ?? '25%';
  const isRecreate = at(strategy, 'type') === 'Recreate';
  return {
    count: replicasOf(workload),
    names: [],
    order: isRecreate
      ? 'all at once: new ones start when the old ones are gone'
      : `at most ${surge} more and ${unavailable} fewer than there are now`,
  };
}

/** Pods of a workload; 1 if the manifest does not say. */
export function replicasOf(workload: KubernetesObject): number {
  return Number(at(workload, 'spec', 'replicas') ?? 1);
}

/** How many pods a workload has. */
export interface PodCount {
  readonly fewest: number;

  /** As many, without an autoscaler. */
  readonly most: number;
}

/** Pods of a workload, by the autoscaler that `objects` have for it, or as the manifest says. */
export function podCount(workload: KubernetesObject, objects: readonly KubernetesObject[]): PodCount {
  const { name, namespace } = workload.metadata;
  const autoscaler = objects.find(
    (object) =>
      object.kind === 'HorizontalPodAutoscaler' &&
      object.metadata.namespace === namespace &&
      at(object, 'spec', 'scaleTargetRef', 'kind') === workload.kind &&
      at(object, 'spec', 'scaleTargetRef', 'name') === name,
  );
  const replicas = replicasOf(workload);
  if (!autoscaler) return { fewest: replicas, most: replicas };
  const fewest = Number(at(autoscaler, 'spec', 'minReplicas') ?? 1);
  return { fewest, most: Number(at(autoscaler, 'spec', 'maxReplicas') ?? fewest) };
}

/** Names of the pods of a StatefulSet, from the lowest ordinal. */
export function podNames(statefulSet: KubernetesObject): string[] {
  const start = Number(at(statefulSet, 'spec', 'ordinals', 'start') ?? 0);
  return Array.from({ length: replicasOf(statefulSet) }, (_, index) => `${statefulSet.metadata.name}-${start + index}`);
}
