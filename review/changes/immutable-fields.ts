import type { FieldChange } from '../diff/field-change';
import { replaced, type Verdict, verdict } from './effect';

/**
 * Fields that Pulumi replaces an object for: its provider knows them as immutable (`forceNew` in provider/pkg/provider/diff.go
 * of pulumi-kubernetes). Those of StatefulSets and claims that concern data have rules of their own.
 */
const REPLACED: readonly (readonly [RegExp, string])[] = [
  [/^StatefulSet\.spec\.(podManagementPolicy|selector|serviceName)\b/, 'a StatefulSet cannot change it'],
  [/^(Deployment|DaemonSet)\.spec\.selector\b/, 'a selector cannot be changed'],
  [/^Job\.spec\.(completions|selector|template)\b/, 'a Job cannot change it; it runs again'],
  [/^Service\.spec\.clusterIP$/, 'the address of a Service cannot be changed'],
  [/^(Cluster)?RoleBinding\.roleRef\b/, 'a binding cannot refer to another role'],
  [/^StorageClass\.(parameters|provisioner)\b/, 'a StorageClass cannot change it; volumes that exist stay as they are'],
  [/^ResourceQuota\.spec\.scopes\b/, 'the scopes of a quota cannot be changed'],
  [/^Secret\.type$/, 'the type of a Secret cannot be changed'],
];

/** Fields that Pulumi replaces an object for although the API server would change them. */
const REPLACED_BY_PULUMI: readonly (readonly [RegExp, string])[] = [
  [/^StatefulSet\.spec\.revisionHistoryLimit$/, 'Pulumi replaces the StatefulSet for it'],
  [/^Job\.spec\.parallelism$/, 'Pulumi replaces the Job for it; it runs again'],
];

/** Fields that cannot be changed and for which Pulumi does not replace the object: the deployment fails. */
const REFUSED: readonly (readonly [RegExp, string])[] = [
  [
    /^Job\.spec\.(completionMode|podFailurePolicy|successPolicy|backoffLimitPerIndex|managedBy|manualSelector)\b/,
    'a Job',
  ],
  [/^StorageClass\.(reclaimPolicy|volumeBindingMode)$/, 'a StorageClass'],
  [/^PriorityClass\.(value|preemptionPolicy)$/, 'a PriorityClass'],
  [/^RuntimeClass\.handler$/, 'a RuntimeClass'],
  [/^IngressClass\.spec\.controller$/, 'an IngressClass'],
  [/^Service\.spec\.(loadBalancerClass|healthCheckNodePort|ipFamilies)\b/, 'a Service'],
  [/^CustomResourceDefinition\.spec\.(group|scope|names)\b/, 'a CustomResourceDefinition'],
  [/^PersistentVolume\.spec\.(volumeMode|nodeAffinity|storageClassName)\b/, 'a PersistentVolume'],
];

/** What a StatefulSet may change; everything else in its spec is refused. */
const STATEFUL_SET_MUTABLE =
  /^StatefulSet\.spec\.(replicas|ordinals|template|updateStrategy|revisionHistoryLimit|persistentVolumeClaimRetentionPolicy|minReadySeconds)\b/;

/** Where a volume is stored; the part of a PersistentVolume's spec that has the name of a driver. */
const VOLUME_SOURCE =
  /^PersistentVolume\.spec\.(csi|hostPath|local|nfs|fc|iscsi|rbd|cephfs|flexVolume|\w+(Disk|File|Volume|Store|fs|byte|cinder|flocker))\b/;

/** Steps for those who must change it. */
const STEPS = ['Delete the object and apply it again, or give the new one another name.'];

/** What a change of an immutable field does, or undefined if the field can be changed. */
export function immutableVerdict({ field, path }: FieldChange): Verdict | undefined {
  const reasonOf = (table: readonly (readonly [RegExp, string])[]) => table.find(([rule]) => rule.test(field))?.[1];

  const replacement = reasonOf(REPLACED);
  if (replacement) return replaced(`${path}: ${replacement}`);
  if (VOLUME_SOURCE.test(field)) {
    return replaced(`${path}: the volume is another one`, { effect: 'data-loss', data: 'lost' });
  }
  const byPulumi = reasonOf(REPLACED_BY_PULUMI);
  if (byPulumi) return replaced(`${path}: ${byPulumi}`, { refusedByServer: false });
  const owner = reasonOf(REFUSED);
  if (owner) return verdict('refused', `${path}: ${owner} cannot change it`, { steps: STEPS });
  if (/^StatefulSet\.spec\./.test(field) && !STATEFUL_SET_MUTABLE.test(field)) {
    return verdict('refused', `${path}: a StatefulSet cannot change it`, { steps: STEPS });
  }
  return undefined;
}
