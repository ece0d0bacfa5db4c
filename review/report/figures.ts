import { podSpecOf } from '../changes/config-verdict';
import { replicasOf, WORKLOADS } from '../changes/pods';
import { amountOf } from '../diff/quantity';
import { at, type KubernetesObject, listAt } from '../manifests/kubernetes-object';
import { bufferLimits } from './buffers';
import type { Figure, Unit } from './figure';
import { retentionOf } from './retention';

/** A figure before and after a change; undefined where there is none. */
export interface FigureChange {
  /** What it measures. */
  readonly name: string;

  /** Its unit. */
  readonly unit: Unit;

  /** How much it grows, or undefined for a text. */
  readonly difference: number | undefined;

  /** The text before. */
  readonly before: string | undefined;

  /** The text after. */
  readonly after: string | undefined;
}

/**
 * Figures of `objects`: sums over all pods, and texts by what they belong to. What runs once per node counts for one node,
 * because no manifest says how many nodes there are.
 */
export function figuresOf(objects: readonly KubernetesObject[]): Figure[] {
  const sums = new Map<string, Figure>();
  for (const figure of objects.flatMap(objectFigures)) {
    const known = sums.get(figure.name);
    const sum = typeof figure.value === 'number' ? figure.value + Number(known?.value ?? 0) : figure.value;
    sums.set(figure.name, { ...figure, value: sum });
  }
  return [...sums.values()];
}

/** Figures that differ between two sets of objects; those that stand in both need not be given. */
export function figureChanges(before: readonly KubernetesObject[], after: readonly KubernetesObject[]): FigureChange[] {
  const [old, now] = [before, after].map((objects) => new Map(figuresOf(objects).map((f) => [f.name, f])));
  const names = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  return [...names].flatMap((name): FigureChange[] => {
    const [a, b] = [old?.get(name), now?.get(name)];
    const unit = (b ?? a)?.unit ?? 'text';
    if (unit === 'text') {
      const texts = { before: a && String(a.value), after: b && String(b.value) };
      return texts.before === texts.after ? [] : [{ name, unit, difference: undefined, ...texts }];
    }
    const difference = Number(b?.value ?? 0) - Number(a?.value ?? 0);
    return difference === 0 ? [] : [{ name, unit, difference, before: undefined, after: undefined }];
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

function objectFigures(object: KubernetesObject): Figure[] {
  if (object.kind === 'ConfigMap') return [...retentionOf(object), ...bufferLimits(object)];
  if (!WORKLOADS.includes(object.kind)) return [];
  const perNode = object.kind === 'DaemonSet' ? ' on each node' : '';
  const pods = perNode ? 1 : replicasOf(object);
  const { cpu, memory } = podRequests(podSpecOf(object));
  return [
    { name: `pods${perNode}`, unit: 'pods', value: pods },
    { name: `processor time requested${perNode}`, unit: 'cores', value: pods * cpu },
    { name: `memory requested${perNode}`, unit: 'bytes', value: pods * memory },
    ...claimedDisk(object).map(
      ({ storageClass, bytes }): Figure => ({ name: `disk (${storageClass})`, unit: 'bytes', value: pods * bytes }),
    ),
    ...imagesOf(object).map(
      (image): Figure => ({
        name: `image ${repositoryOf(image)}`,
        unit: 'text',
        value: image.slice(repositoryOf(image).length + 1),
      }),
    ),
  ];
}

/** Images of the pods of an object, each once. */
export function imagesOf(object: KubernetesObject): string[] {
  const pod = podSpecOf(object);
  const images = [...listAt(pod, 'initContainers'), ...listAt(pod, 'containers')].map((c) => at(c, 'image'));
  return [...new Set(images.filter((image) => typeof image === 'string'))];
}

/** Name of an image without tag and digest. */
export function repositoryOf(image: string): string {
  return image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
}
