import type { FieldChange } from '../diff/field-change';
import { isBuiltIn } from '../diff/schema';
import { at, type KubernetesObject } from '../manifests/kubernetes-object';
import { type Verdict, verdict } from './effect';
import { podNames } from './pods';
import { changedRights, rightsOf } from './rights';
import { claimNames, claimTemplates } from './volumes';

/** Kinds whose labels or annotations a controller reads. */
const READ_METADATA = ['Namespace', 'Node', 'Ingress', 'Service', 'StorageClass', 'PersistentVolumeClaim', 'Pod'];

/** What a new object does. */
export function addedVerdict(object: KubernetesObject): Verdict {
  const templates = object.kind === 'StatefulSet' ? claimTemplates(object) : [];
  return verdict(
    'create',
    templates.length > 0 ? `${podNames(object).length} pods with empty volumes` : rightsOf(object),
  );
}

/** What the removal of an object does. */
export function removedVerdict(object: KubernetesObject): Verdict {
  switch (object.kind) {
    case 'Namespace':
      return verdict('data-loss', 'everything in the namespace is deleted, volume claims too', { data: 'lost' });
    case 'PersistentVolumeClaim':
    case 'PersistentVolume':
      return verdict('data-loss', 'the volume is deleted, unless its reclaim policy is Retain', { data: 'lost' });
    case 'CustomResourceDefinition':
      return verdict('data-loss', 'every object of the kind is deleted with it', { data: 'lost' });
    case 'StatefulSet':
      return removedStatefulSet(object);
    default:
      return verdict('delete');
  }
}

function removedStatefulSet(object: KubernetesObject): Verdict {
  const claims = claimTemplates(object).flatMap((template) => claimNames(object, template));
  if (claims.length === 0) return verdict('delete', 'it has no volumes');
  if (at(object, 'spec', 'persistentVolumeClaimRetentionPolicy', 'whenDeleted') === 'Delete') {
    return verdict('data-loss', `the claims ${claims.join(', ')} are deleted with it`, { data: 'lost' });
  }
  return verdict('delete', `the claims ${claims.join(', ')} stay, and nothing reads them`, {
    data: 'at risk',
    steps: ['Move the data to other nodes first, and delete the claims when nobody misses them.'],
  });
}

/** What a difference in the metadata of an object does, or undefined for another field. */
export function metadataVerdict({ field, path }: FieldChange, { kind }: KubernetesObject): Verdict | undefined {
  if (/^\w+\.metadata\.name$/.test(field))
    return verdict('replace', 'its name changes with its content; it runs again');
  if (!/^\w+\.metadata\.(labels|annotations|finalizers|ownerReferences)\b/.test(field)) return undefined;
  return READ_METADATA.includes(kind) || /finalizers/.test(field)
    ? verdict('in-place', `${path} is read by controllers`)
    : verdict('none', 'labels and annotations are for people');
}

/** What a difference does for which no rule is known. */
export function otherVerdict({ field, path }: FieldChange, object: KubernetesObject): Verdict {
  if (object.kind === 'Pod') {
    return /\.(activeDeadlineSeconds|tolerations|schedulingGates)\b/.test(field)
      ? verdict('in-place', path)
      : verdict('replace', `${path}: a pod cannot change it`, { refusedByServer: !/ontainers\.image$/.test(field) });
  }
  if (object.kind === 'PersistentVolume' && /\.persistentVolumeReclaimPolicy$/.test(field)) {
    return verdict('in-place', 'what happens to the volume when its claim goes', { data: 'at risk' });
  }
  if (!isBuiltIn(object)) return verdict('in-place', `${path}: its own controller decides what follows`);
  return verdict('in-place', changedRights(object, path));
}
