import { type ClassifiedChange, classify } from '../changes/classify';
import { EFFECTS } from '../changes/effect';
import { WORKLOADS } from '../changes/pods';
import { compareManifests, type ManifestDiff, type ObjectChange, objectOf } from '../diff/compare-manifests';
import { type KubernetesObject, nameOf } from '../manifests/kubernetes-object';
import type { Counting, ManifestDocument, ManifestFiles } from '../manifests/manifest-document';
import type { Assumptions } from '../report/assumptions';
import { type FigureChange, figureChanges } from '../report/figures';

/** What changes in one environment. */
export interface EnvironmentReview {
  /** Name of the environment. */
  readonly environment: string;

  /** Whether there is nothing of it before, or after, or neither. */
  readonly state: 'new' | 'removed' | 'changed' | 'unchanged';

  /** The changes, those with the most risk first. */
  readonly changes: readonly ClassifiedChange[];

  /** Number of objects that are only written differently. */
  readonly respelled: number;

  /** Figures that change: processor time, memory, disk, retention, images, loss budget, cost. */
  readonly figures: readonly FigureChange[];
}

/** Kinds that say what becomes of others: their pods read ConfigMaps, their classes let volumes grow. */
const SURROUNDING_KINDS = /kind["']?:\s*["']?(StatefulSet|Deployment|DaemonSet|Job|CronJob|Pod|StorageClass)\b/;

/** Kinds whose changes depend on others. */
const DEPENDENT_KINDS = ['ConfigMap', 'Secret', 'PersistentVolumeClaim'];

/**
 * What changes in an environment and what that does.
 *
 * @param assumptions what loss budget and cost are counted from; without them there are none
 * @param counting called for every document that is read
 * @throws InputError if a manifest that differs is not valid
 */
export function reviewEnvironment(
  environment: string,
  before: ManifestFiles,
  after: ManifestFiles,
  assumptions?: Assumptions,
  counting?: Counting,
): EnvironmentReview {
  const diff = compareManifests(before, after, counting);
  const surroundings = { objects: surroundingObjects(diff), restarting: restartingNames(diff.changes) };
  const changes = diff.changes.map((change) => classify(change, surroundings));
  return {
    environment,
    state: stateOf(before, after, changes),
    changes: [...changes].sort((a, b) => EFFECTS.indexOf(b.effect) - EFFECTS.indexOf(a.effect)),
    respelled: diff.respelled,
    figures: figureChanges(
      diff.changes.flatMap((change) => (change.form === 'added' ? [] : [change.before])),
      diff.changes.flatMap((change) => (change.form === 'removed' ? [] : [change.after])),
      assumptions,
    ),
  };
}

/** Changes after which data is lost, or may be. */
export function dataChanges({ changes }: EnvironmentReview): ClassifiedChange[] {
  return changes.filter(({ data }) => data !== 'kept');
}

function stateOf(before: ManifestFiles, after: ManifestFiles, changes: readonly unknown[]): EnvironmentReview['state'] {
  if (before.size === 0) return 'new';
  if (after.size === 0) return 'removed';
  return changes.length > 0 ? 'changed' : 'unchanged';
}

function surroundingObjects({ changes, unchanged }: ManifestDiff): KubernetesObject[] {
  const fresh = changes.flatMap((change) => (change.form === 'removed' ? [] : [change.after]));
  // Parsing what has not changed costs more than everything else, so it happens only where the answer depends on it.
  const isNeeded = fresh.some(({ kind }) => DEPENDENT_KINDS.includes(kind));
  const others = isNeeded ? unchanged.filter(isSurrounding) : [];
  return [...fresh, ...others.flatMap((document) => document.objects())];
}

function isSurrounding({ text }: ManifestDocument): boolean {
  return SURROUNDING_KINDS.test(text);
}

function restartingNames(changes: readonly ObjectChange[]): Set<string> {
  const restarting = changes.filter((change) => {
    if (change.form === 'added') return true;
    if (change.form === 'removed') return false;
    const isWorkload = WORKLOADS.includes(change.after.kind);
    return change.fields.some(({ field }) => (isWorkload ? /\.spec\.template\b/ : /^Job\.metadata\.name$/).test(field));
  });
  return new Set(restarting.map((change) => nameOf(objectOf(change))));
}
