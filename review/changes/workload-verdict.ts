import type { FieldChange } from '../diff/field-change';
import { at, isMapping, type KubernetesObject } from '../manifests/kubernetes-object';
import { type Verdict, verdict } from './effect';
import { podNames, replicasOf, restartOf, WORKLOADS } from './pods';
import { claimTemplates, claimTemplateVerdict } from './volumes';

/** What a difference in a StatefulSet, Deployment or DaemonSet does, or undefined for fields without a rule here. */
export function workloadVerdict(
  change: FieldChange,
  before: KubernetesObject,
  after: KubernetesObject,
): Verdict | undefined {
  if (!WORKLOADS.includes(after.kind)) return undefined;
  const field = change.field.replace(/^\w+\.spec\./, '');
  if (/^template\b/.test(field)) return templateVerdict(change, after);
  if (/^volumeClaimTemplates\b/.test(field)) return claimTemplateVerdict(change, before, after);
  if (/^(replicas|ordinals\.start)$/.test(field) || field === 'ordinals') return scaleVerdict(before, after);
  if (/^persistentVolumeClaimRetentionPolicy\b/.test(field)) return retentionVerdict(change);
  if (/^(updateStrategy|strategy|paused)\b/.test(field)) return strategyVerdict(before, after);
  if (/^(minReadySeconds|progressDeadlineSeconds|revisionHistoryLimit)$/.test(field) && !isPulumisReplacement(change)) {
    return verdict('in-place', `${change.path}: counts from the next rollout`);
  }
  return undefined;
}

function isPulumisReplacement({ field }: FieldChange): boolean {
  return field === 'StatefulSet.spec.revisionHistoryLimit';
}

function templateVerdict({ path }: FieldChange, after: KubernetesObject): Verdict {
  if (!selectsItsPods(after)) {
    return verdict('refused', `${path}: the selector must match the labels of the template`, {
      steps: ['Keep the labels that the selector names.'],
    });
  }
  const restart = restartOf(after);
  if (restart) return verdict('rolling-restart', 'the template of the pods changes');
  return verdict('in-place', 'the template of the pods changes, which none takes before it is deleted');
}

function selectsItsPods(workload: KubernetesObject): boolean {
  const selector = at(workload, 'spec', 'selector', 'matchLabels');
  const labels = at(workload, 'spec', 'template', 'metadata', 'labels');
  return !isMapping(selector) || Object.entries(selector).every(([key, value]) => at(labels, key) === value);
}

function scaleVerdict(before: KubernetesObject, after: KubernetesObject): Verdict {
  const [old, now] = [replicasOf(before), replicasOf(after)];
  const name = after.kind === 'StatefulSet' ? podNames : () => [];
  const kept = new Set(name(after));
  const leaving = name(before).filter((pod) => !kept.has(pod));
  const count = `${old} → ${now} pods`;
  if (after.kind !== 'StatefulSet' || leaving.length === 0 || claimTemplates(before).length === 0) {
    return verdict('scale', count);
  }
  const steps = [
    `Move the data away first: exclude ${leaving.join(', ')} from allocation (cluster.routing.allocation.exclude._name) and wait until they hold no shard.`,
  ];
  return at(after, 'spec', 'persistentVolumeClaimRetentionPolicy', 'whenScaled') === 'Delete'
    ? verdict('data-loss', `${count}; the volumes of ${leaving.join(', ')} are deleted`, { data: 'lost', steps })
    : verdict('scale', `${count}; ${leaving.join(', ')} leave, their volumes stay`, { data: 'at risk', steps });
}

function retentionVerdict({ path, after }: FieldChange): Verdict {
  const deletes = after === 'Delete' || Object.values(isMapping(after) ? after : {}).includes('Delete');
  return deletes
    ? verdict('in-place', `${path}: from now on volumes are deleted with their pods or their StatefulSet`, {
        data: 'at risk',
      })
    : verdict('in-place', `${path}: volumes stay when pods or the StatefulSet go`);
}

/** A less strict strategy releases what the old one held back: pods whose template has changed already. */
function strategyVerdict(before: KubernetesObject, after: KubernetesObject): Verdict {
  const mistake = defaultedRollingUpdate(before, after);
  if (mistake) return mistake;
  const [old, now] = [before, after].map((workload) => {
    const restart = restartOf(workload);
    return restart ? (restart.count ?? 1) : 0;
  });
  return isHeld(before) && (now ?? 0) > (old ?? 0)
    ? verdict('rolling-restart', 'pods that wait for a changed template restart')
    : verdict('in-place', 'counts from the next rollout');
}

/**
 * The server has filled in `rollingUpdate`, which only goes with the type that the manifest leaves; as nobody who applies the
 * manifest owns it, it stays, and the server refuses the two together.
 */
function defaultedRollingUpdate(before: KubernetesObject, after: KubernetesObject): Verdict | undefined {
  const [field, forbidding] = after.kind === 'Deployment' ? ['strategy', 'Recreate'] : ['updateStrategy', 'OnDelete'];
  const isForbidding = (workload: KubernetesObject) => at(workload, 'spec', field, 'type') === forbidding;
  if (after.kind === 'DaemonSet' || isForbidding(before) || !isForbidding(after)) return undefined;
  const { name, namespace = 'default' } = after.metadata;
  const patch = JSON.stringify({ spec: { [field]: { type: forbidding, rollingUpdate: null } } });
  return verdict(
    'refused',
    `spec.${field}: ${forbidding} does not go with the rollingUpdate that the server has filled in`,
    {
      steps: [
        'Remove it by hand, then deploy:',
        `kubectl --namespace ${namespace} patch ${after.kind.toLowerCase()} ${name} --type merge --patch '${patch}'`,
      ],
    },
  );
}

/** Whether pods of a workload may wait for their template. */
function isHeld(workload: KubernetesObject): boolean {
  const strategy = at(workload, 'spec', 'updateStrategy');
  return (
    at(strategy, 'type') === 'OnDelete' ||
    Number(at(strategy, 'rollingUpdate', 'partition') ?? 0) > 0 ||
    at(workload, 'spec', 'paused') === true
  );
}
