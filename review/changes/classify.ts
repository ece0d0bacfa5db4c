import { type ObjectChange, objectOf } from '../diff/compare-manifests';
import type { FieldChange } from '../diff/field-change';
import { at, type KubernetesObject } from '../manifests/kubernetes-object';
import { configVerdict } from './config-verdict';
import { replaced, type Verdict, worseData, worseEffect } from './effect';
import { immutableVerdict } from './immutable-fields';
import { addedVerdict, metadataVerdict, otherVerdict, removedVerdict } from './object-verdict';
import { type PodRestart, restartOf } from './pods';
import { claimVerdict } from './volumes';
import { workloadVerdict } from './workload-verdict';

/** A change with what it does. */
export interface ClassifiedChange extends Verdict {
  /** The change. */
  readonly change: ObjectChange;

  /** Why, one sentence each, the worst first. */
  readonly reasons: readonly string[];

  /**
   * The pods that restart.
   *
   * @default - none restarts
   */
  readonly restart?: PodRestart;
}

/** What the manifests around a change say. */
export interface Surroundings {
  /** Objects after the change, as far as they matter: workloads and storage classes. */
  readonly objects: readonly KubernetesObject[];

  /** Names of the workloads whose pods restart, or run again, with the change. */
  readonly restarting: ReadonlySet<string>;
}

/**
 * Says what a change does when Pulumi deploys it, and whether the API server would refuse it as an update.
 *
 * The rules are those of the validation of Kubernetes, of its controllers, and of Pulumi's provider; each was applied to a
 * real API server, which must not show more risk than is said here (test/e2e/changes.test.ts).
 */
export function classify(change: ObjectChange, surroundings: Surroundings): ClassifiedChange {
  const verdicts = verdictsOf(change, surroundings);
  const sorted = [...verdicts].sort((a, b) => (worseEffect(a.effect, b.effect) === a.effect ? -1 : 1));
  const effect = verdicts.reduce<Verdict['effect']>((worst, v) => worseEffect(worst, v.effect), 'none');
  const reasons = [...new Set(sorted.map(({ reason }) => reason).filter(Boolean))];
  const object = objectOf(change);
  return {
    change,
    effect,
    reason: reasons[0] ?? '',
    reasons,
    refusedByServer: verdicts.some((v) => v.refusedByServer),
    data: verdicts.reduce<Verdict['data']>((worst, v) => worseData(worst, v.data), 'kept'),
    steps: [...new Set(sorted.flatMap(({ steps }) => steps))],
    ...(effect === 'rolling-restart' && { restart: restartOf(object) }),
  };
}

function verdictsOf(change: ObjectChange, surroundings: Surroundings): Verdict[] {
  if (change.form === 'added') return [addedVerdict(change.after)];
  if (change.form === 'removed') return [removedVerdict(change.before)];
  // Under another name it is another object: no field of the old one changes.
  const renamed = change.fields.filter(({ field }) => /^\w+\.metadata\.name$/.test(field));
  const fields = renamed.length > 0 ? renamed : change.fields;
  return fields.map((field) => fieldVerdict(field, change.before, change.after, surroundings));
}

function fieldVerdict(
  change: FieldChange,
  before: KubernetesObject,
  after: KubernetesObject,
  { objects, restarting }: Surroundings,
): Verdict {
  if (change.form === 'spelling') {
    return replaced(`${change.path}: for the server it is the same, but Pulumi replaces the object for it`, {
      refusedByServer: false,
      steps: ['Leave it as it was.'],
    });
  }
  return (
    metadataVerdict(change, after) ??
    workloadVerdict(change, before, after) ??
    (after.kind === 'PersistentVolumeClaim' ? claimVerdict(change, isExpandable(before, objects)) : undefined) ??
    immutableVerdict(change) ??
    configVerdict(change, after, before, { workloads: objects, restarting }) ??
    otherVerdict(change, after)
  );
}

/** Whether the class of a claim lets volumes grow; undefined if the manifests do not say. */
function isExpandable(claim: KubernetesObject, objects: readonly KubernetesObject[]): boolean | undefined {
  const name = at(claim, 'spec', 'storageClassName');
  const found = objects.find(({ kind, metadata }) => kind === 'StorageClass' && metadata.name === name);
  return found && found.allowVolumeExpansion === true;
}
