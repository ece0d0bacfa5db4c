import type { FieldChange } from '../diff/field-change';
import { millisecondsOf } from '../diff/settings';
import { at, type KubernetesObject, listAt, nameOf } from '../manifests/kubernetes-object';
import { replaced, type Verdict, verdict, worseData } from './effect';

/** Kinds whose pods read ConfigMaps and Secrets. */
const READERS = ['StatefulSet', 'Deployment', 'DaemonSet', 'Job', 'CronJob', 'Pod'];

/** Age at which Elasticsearch deletes logs, and the number of their copies. */
const DELETE_AGE = /: policy\.phases\.delete(\.min_age)?$/;
const COPIES = /number_of_replicas$/;

/** What a difference in a ConfigMap or Secret does, or undefined for fields without a rule here. */
export function configVerdict(
  change: FieldChange,
  object: KubernetesObject,
  before: KubernetesObject,
  readers: Readers,
): Verdict | undefined {
  if (!/^(ConfigMap|Secret)\.(data|binaryData|stringData|immutable)\b/.test(change.field)) return undefined;
  if (before.immutable === true) {
    return /\.immutable$/.test(change.field)
      ? verdict('refused', 'what is immutable stays immutable', { steps: ['Give the new object another name.'] })
      : replaced(`${change.path}: the object is immutable`);
  }
  if (/\.immutable$/.test(change.field)) return verdict('in-place', 'its content cannot be changed any more');
  const read = readersVerdict(object, readers);
  const data = dataVerdict(change);
  return data ? { ...read, data: worseData(read.data, data.data), reason: data.reason } : read;
}

/** What may read a ConfigMap or Secret. */
interface Readers {
  readonly workloads: readonly KubernetesObject[];

  /** Names of those whose pods restart anyway. */
  readonly restarting: ReadonlySet<string>;
}

function readersVerdict(object: KubernetesObject, { workloads, restarting }: Readers): Verdict {
  const readers = workloads.filter((workload) => reads(workload, object)).map(nameOf);
  if (readers.length === 0) return verdict('in-place', 'no pod of these manifests reads it');
  if (readers.every((reader) => restarting.has(reader))) {
    return verdict('config-reload', `read by ${readers.join(', ')}, which restart with it`);
  }
  return verdict(
    'config-reload',
    `files of ${readers.join(', ')} change; a program that reads them once takes them at its next restart`,
  );
}

/** What a changed policy or template does to the logs in Elasticsearch. */
function dataVerdict({ path, before, after }: FieldChange): Verdict | undefined {
  if (DELETE_AGE.test(path)) {
    const [old, now] = [ageOf(before), ageOf(after)];
    if (now !== undefined && now < (old ?? Number.POSITIVE_INFINITY)) {
      return verdict(
        'in-place',
        `logs are deleted after ${textOf(after)} (before: ${textOf(before)}), those that are older at once`,
        {
          data: 'at risk',
        },
      );
    }
  }
  if (COPIES.test(path) && Number(after) < Number(before)) {
    return verdict('in-place', `${Number(after)} copies of each shard (before: ${Number(before)})`, {
      data: 'at risk',
    });
  }
  return undefined;
}

function ageOf(value: unknown): number | undefined {
  return millisecondsOf(at(value, 'min_age') ?? value);
}

function textOf(value: unknown): string {
  return value === undefined ? 'never' : String(at(value, 'min_age') ?? value);
}

/** Whether the pods of `workload` read `object`. */
export function reads(workload: KubernetesObject, object: KubernetesObject): boolean {
  if (!READERS.includes(workload.kind) || workload.metadata.namespace !== object.metadata.namespace) return false;
  const { name } = object.metadata;
  const pod = podSpecOf(workload);
  const [source, key] = object.kind === 'Secret' ? ['secret', 'secretName'] : ['configMap', 'name'];
  const volumes = listAt(pod, 'volumes');
  const projected = volumes.flatMap((volume) => listAt(volume, 'projected', 'sources'));
  const containers = [...listAt(pod, 'containers'), ...listAt(pod, 'initContainers')];
  return (
    volumes.some((volume) => at(volume, source, key) === name) ||
    projected.some((part) => at(part, source, 'name') === name) ||
    containers.some(
      (container) =>
        listAt(container, 'envFrom').some((from) => at(from, `${source}Ref`, 'name') === name) ||
        listAt(container, 'env').some((variable) => at(variable, 'valueFrom', `${source}KeyRef`, 'name') === name),
    )
  );
}

/** Spec of the pods that an object makes, or undefined if it makes none. */
export function podSpecOf(object: KubernetesObject): unknown {
  if (object.kind === 'Pod') return object.spec;
  const template = object.kind === 'CronJob' ? at(object, 'spec', 'jobTemplate', 'spec') : object.spec;
  return at(template, 'template', 'spec');
}
