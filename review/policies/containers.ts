import { podSpecOf } from '../changes/config-verdict';
import { at, type KubernetesObject, listAt } from '../manifests/kubernetes-object';

/** A container of an object, with the spec of its pod. */
export interface Container {
  /** The object that makes the pod. */
  readonly object: KubernetesObject;

  /** Spec of the pod. */
  readonly pod: unknown;

  /** The container. */
  readonly container: unknown;

  /** Name of the container. */
  readonly name: string;

  /** Whether it runs before the others, to its end. */
  readonly isInit: boolean;
}

/** Objects that make pods. */
export function podMakers(objects: readonly KubernetesObject[]): KubernetesObject[] {
  return objects.filter((object) => at(podSpecOf(object), 'containers') !== undefined);
}

/** Every container of `objects`. */
export function containersOf(objects: readonly KubernetesObject[]): Container[] {
  return podMakers(objects).flatMap((object) => {
    const pod = podSpecOf(object);
    return (['initContainers', 'containers'] as const).flatMap((kind) =>
      listAt(pod, kind).map((container) => ({
        object,
        pod,
        container,
        name: String(at(container, 'name')),
        isInit: kind === 'initContainers',
      })),
    );
  });
}

/** Labels of the pods that an object makes. */
export function podLabels(object: KubernetesObject): Readonly<Record<string, unknown>> {
  const template =
    object.kind === 'CronJob' ? at(object, 'spec', 'jobTemplate', 'spec', 'template') : at(object, 'spec', 'template');
  const labels = at(object.kind === 'Pod' ? object : template, 'metadata', 'labels');
  return (labels ?? {}) as Record<string, unknown>;
}
