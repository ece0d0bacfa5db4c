import { groupOf, type KubernetesObject } from '../manifests/kubernetes-object';
import { nanosOf } from './quantity';
import { isSameSetting } from './settings';

/**
 * How a list is to be compared: by the fields that tell its elements apart, as a set, or in its order. The merge keys are
 * those of the API (`x-kubernetes-list-map-keys`), except where an API without them has a natural one.
 */
export type ListKind = { readonly keys: readonly string[] } | 'set' | 'sequence';

const SET: ListKind = 'set';

/** Merge keys by the end of a path; the first that fits counts. */
const LISTS: readonly (readonly [RegExp, ListKind])[] = [
  [/\.(containers|initContainers|ephemeralContainers)\.ports$/, { keys: ['containerPort', 'protocol'] }],
  [/^Service\.spec\.ports$/, { keys: ['port', 'protocol'] }],
  [/\.(containers|initContainers|ephemeralContainers|volumes|env|imagePullSecrets)$/, { keys: ['name'] }],
  [/\.volumeMounts$/, { keys: ['mountPath'] }],
  [/\.volumeDevices$/, { keys: ['devicePath'] }],
  [/\.hostAliases$/, { keys: ['ip'] }],
  [/\.topologySpreadConstraints$/, { keys: ['topologyKey', 'whenUnsatisfiable'] }],
  [/\.volumeClaimTemplates$/, { keys: ['metadata.name'] }],
  [/\.(configMap|secret|downwardAPI)\.items$/, { keys: ['path'] }],
  [/^Ingress\.spec\.rules$/, { keys: ['host'] }],
  [/^Ingress\.spec\.rules\.http\.paths$/, { keys: ['path', 'pathType'] }],
  [/\.ownerReferences$/, { keys: ['uid'] }],
  [/\.webhooks$/, { keys: ['name'] }],
  [/^CustomResourceDefinition\.spec\.versions$/, { keys: ['name'] }],
  [/\.(command|args)$/, 'sequence'],
  [/^NetworkPolicy\./, SET],
  [/^(Cluster)?Role(Binding)?\./, SET],
  [/^Ingress\.spec\.tls(\.hosts)?$/, SET],
  [/\.(tolerations|matchExpressions|matchFields|values|accessModes|finalizers|policyTypes|add|drop|sources)$/, SET],
  [/\.(nodeSelectorTerms|requiredDuringScheduling\w+|preferredDuringScheduling\w+)$/, SET],
  [/^(PersistentVolumeClaim|StorageClass|Service)\./, SET],
];

/** How the list at `path` is compared; in a kind that is not Kubernetes' own, in its order. */
export function listKind(path: string): ListKind {
  return LISTS.find(([pattern]) => pattern.test(path))?.[1] ?? 'sequence';
}

/** Paths at which a value is a quantity. */
const QUANTITIES =
  /\.resources\.(requests|limits)\..+$|\.(sizeLimit|divisor)$|\.overhead\..+$|^ResourceQuota\.spec\.hard\.|^LimitRange\.spec\.limits\.\w+\.|^PersistentVolume\.spec\.capacity\./;

/** Groups whose kinds are Kubernetes' own; in all others a duration is compared by its length. */
const BUILT_IN = /^(|apps|batch|autoscaling|policy|extensions|[a-z0-9.-]+\.k8s\.io)$/;

/** Whether `group` is one of Kubernetes itself, whose server fills in defaults and drops what is empty. */
export function isBuiltIn(object: Pick<KubernetesObject, 'apiVersion'>): boolean {
  return BUILT_IN.test(groupOf(object));
}

/** Whether two scalars at `path` mean the same. */
export function isSameScalar(before: unknown, after: unknown, path: string, builtIn: boolean): boolean {
  if (before === after) return true;
  if (QUANTITIES.test(path)) {
    const [a, b] = [nanosOf(before), nanosOf(after)];
    return a !== undefined && a === b;
  }
  return !builtIn && typeof before === typeof after && isSameSetting(before, after);
}
