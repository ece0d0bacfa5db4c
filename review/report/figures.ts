import { podSpecOf } from '../changes/config-verdict';
import { podCount, WORKLOADS } from '../changes/pods';
import { at, type KubernetesObject, listAt } from '../manifests/kubernetes-object';
import type { Assumptions } from './assumptions';
import { bufferLimits } from './buffers';
import { derivedFigures } from './derived-figures';
import type { Figure, Unit } from './figure';
import { retentionOf } from './retention';
import { claimedDisk, podRequests } from './workload-figures';

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
 * because no manifest says how many nodes there are, and of what an autoscaler counts, the fewest.
 */
export function figuresOf(objects: readonly KubernetesObject[]): Figure[] {
  const sums = new Map<string, Figure>();
  for (const figure of objects.flatMap((object) => objectFigures(object, objects))) {
    const known = sums.get(figure.name);
    const sum = typeof figure.value === 'number' ? figure.value + Number(known?.value ?? 0) : figure.value;
    sums.set(figure.name, { ...figure, value: sum });
  }
  return [...sums.values()];
}

/**
 * Figures that differ between two sets of objects; those that stand in both need not be given.
 *
 * @param assumptions without them there are no loss budget and no cost
 */
export function figureChanges(
  before: readonly KubernetesObject[],
  after: readonly KubernetesObject[],
  assumptions?: Assumptions,
): FigureChange[] {
  const [old, now] = [before, after].map((objects) => {
    const derived = assumptions ? derivedFigures(objects, assumptions) : [];
    return new Map([...figuresOf(objects), ...derived].map((figure) => [figure.name, figure]));
  });
  const names = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  return [...names].flatMap((name): FigureChange[] => {
    const [a, b] = [old?.get(name), now?.get(name)];
    const unit = (b ?? a)?.unit ?? 'text';
    if (unit === 'text') {
      const texts = { before: a && String(a.value), after: b && String(b.value) };
      return texts.before === texts.after ? [] : [{ name, unit, difference: undefined, ...texts }];
    }
    const difference = Number(b?.value ?? 0) - Number(a?.value ?? 0);
    // Sums of prices in another order differ in their last digits.
    return Math.abs(difference) < 1e-9 ? [] : [{ name, unit, difference, before: undefined, after: undefined }];
  });
}

function objectFigures(object: KubernetesObject, objects: readonly KubernetesObject[]): Figure[] {
  if (object.kind === 'ConfigMap') return [...retentionOf(object), ...bufferLimits(object)];
  if (!WORKLOADS.includes(object.kind)) return [];
  const perNode = object.kind === 'DaemonSet' ? ' on each node' : '';
  const pods = perNode ? 1 : podCount(object, objects).fewest;
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
