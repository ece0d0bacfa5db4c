import { podSpecOf } from '../changes/config-verdict';
import { podCount, WORKLOADS } from '../changes/pods';
import { amountOf } from '../diff/quantity';
import { at, type KubernetesObject, listAt, nameOf } from '../manifests/kubernetes-object';

/** What the pods of one workload ask for. */
export interface WorkloadFigures {
  /** The object. */
  readonly name: string;

  /** Number of pods, the fewest that an autoscaler leaves; null for one on each node. */
  readonly pods: number | null;

  /** Most pods, with an autoscaler, else as many; null for one on each node. */
  readonly mostPods: number | null;

  /** Processor time of one pod, in cores. */
  readonly cpu: number;

  /** Memory of one pod, in bytes. */
  readonly memory: number;

  /** Disk of one pod, in bytes, by storage class. */
  readonly disk: readonly { readonly storageClass: string; readonly bytes: number }[];
}

/** What the workloads among `objects` ask for. */
export function workloadFigures(objects: readonly KubernetesObject[]): WorkloadFigures[] {
  return objects
    .filter(({ kind }) => WORKLOADS.includes(kind))
    .map((object) => {
      const { fewest, most } = podCount(object, objects);
      const perNode = object.kind === 'DaemonSet';
      return {
        name: nameOf(object),
        pods: perNode ? null : fewest,
        mostPods: perNode ? null : most,
        ...podRequests(podSpecOf(object)),
        disk: claimedDisk(object),
      };
    });
}

/** What a container asks for. */
export interface Requests {
  /** Processor time, in cores. */
  readonly cpu: number;

  /** Memory, in bytes. */
  readonly memory: number;
}

/** What one pod asks of its node: its containers together, or its largest init container, if that asks for more. */
export function podRequests(podSpec: unknown): Requests {
  const of = (container: unknown, resource: string) => amountOf(at(container, 'resources', 'requests', resource));
  const total = (resource: string) => {
    const running = listAt(podSpec, 'containers').reduce<number>((sum, c) => sum + of(c, resource), 0);
    return Math.max(running, ...listAt(podSpec, 'initContainers').map((c) => of(c, resource)));
  };
  return { cpu: total('cpu'), memory: total('memory') };
}

/** Disk that the claims of one pod of a StatefulSet ask for, by storage class. In bytes. */
export function claimedDisk(workload: KubernetesObject): { readonly storageClass: string; readonly bytes: number }[] {
  return listAt(workload, 'spec', 'volumeClaimTemplates').map((template) => ({
    storageClass: String(at(template, 'spec', 'storageClassName') ?? 'default class'),
    bytes: amountOf(at(template, 'spec', 'resources', 'requests', 'storage')),
  }));
}
