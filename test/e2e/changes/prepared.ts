import { type ClassifiedChange, classify } from '../../../review/changes/classify';
import { verdict } from '../../../review/changes/effect';
import { compareObjects } from '../../../review/diff/compare-objects';
import type { KubernetesObject } from '../../../review/manifests/kubernetes-object';
import { type Case, cases } from './cases';
import { EXPANDABLE, FIXED } from './objects';

/** A case with its objects. */
export interface Prepared extends Case {
  /** Name of the object, and value of the label `app` of its pods. */
  readonly name: string;

  /** What is made first. */
  readonly first: readonly KubernetesObject[];

  /** The object before the change. */
  readonly before: KubernetesObject;

  /** The object after the change; undefined if it is removed. */
  readonly after: KubernetesObject | undefined;
}

/** Storage classes of the table, of which one lets volumes grow. */
export const storageClasses: readonly KubernetesObject[] = [EXPANDABLE, FIXED].map((name) => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name },
  provisioner: 'kubernetes.io/host-path',
  volumeBindingMode: 'Immediate',
  allowVolumeExpansion: name === EXPANDABLE,
}));

/** All cases with their objects. */
export function preparedCases(): Prepared[] {
  return cases.map((entry, index) => {
    const name = `c${index}`;
    const first = entry.base(name);
    entry.prepare(first);
    const before = structuredClone(first);
    entry.pending?.(before);
    const after = entry.change && structuredClone(before);
    entry.change?.(after);
    return { ...entry, name, first: [first, ...(entry.companion ? [entry.companion(name)] : [])], before, after };
  });
}

/** What the classification says about a case; nothing, if it sees no change. */
export function said({
  before,
  after,
  first,
}: Prepared): Pick<ClassifiedChange, 'effect' | 'data' | 'refusedByServer'> {
  const objects = [...storageClasses, ...first];
  if (!after) return classify({ form: 'removed', before }, { objects, restarting: new Set() });
  const fields = compareObjects(before, after);
  if (fields.length === 0) return verdict('none');
  return classify({ form: 'changed', before, after, fields }, { objects, restarting: new Set() });
}
