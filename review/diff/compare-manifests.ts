import { InputError } from '../errors';
import { identityOf, type KubernetesObject, nameOf } from '../manifests/kubernetes-object';
import { type Counting, documentsOf, type ManifestDocument, type ManifestFiles } from '../manifests/manifest-document';
import { compareObjects } from './compare-objects';
import type { FieldChange } from './field-change';

/** An object that is not the same before and after. */
export type ObjectChange = AddedObject | RemovedObject | ChangedObject;

/** An object that is only there after. */
export interface AddedObject {
  readonly form: 'added';

  /** The object. */
  readonly after: KubernetesObject;
}

/** An object that is only there before. */
export interface RemovedObject {
  readonly form: 'removed';

  /** The object. */
  readonly before: KubernetesObject;
}

/** An object that differs. */
export interface ChangedObject {
  readonly form: 'changed';

  /** The object before. */
  readonly before: KubernetesObject;

  /** The object after. Its name differs if both names end in a hash of the content, as that of a Job may. */
  readonly after: KubernetesObject;

  /** What differs; at least one. */
  readonly fields: readonly FieldChange[];
}

/** Two sets of manifests next to each other. */
export interface ManifestDiff {
  /** Objects that differ, in the order of the manifests after, then those that were removed. */
  readonly changes: readonly ObjectChange[];

  /** Number of objects whose text differs, but not their meaning. */
  readonly respelled: number;

  /** The documents that stand in both, word for word; they are not parsed. */
  readonly unchanged: readonly ManifestDocument[];
}

/** A hash of the content at the end of a name, as the provisioner's Job has one. */
const HASH_SUFFIX = /-[0-9a-f]{8,10}$/;

/**
 * Compares two sets of manifests: which objects were added, removed or changed, and in what.
 *
 * Only documents that differ are parsed: in most changes that is a small part, and parsing takes longer than all else.
 *
 * @throws InputError if a document that differs is not valid, or an object is there twice
 */
export function compareManifests(
  before: ManifestFiles,
  after: ManifestFiles,
  counting: Counting = () => undefined,
): ManifestDiff {
  const { gone, fresh, unchanged } = withoutEqualTexts(documentsOf(before, 'before the change: '), documentsOf(after));
  const total = gone.length + fresh.length;
  const old = byIdentity(gone, (done) => counting(done, total));
  const changes: ObjectChange[] = [];
  const added: KubernetesObject[] = [];
  let respelled = 0;
  for (const [identity, object] of byIdentity(fresh, (done) => counting(gone.length + done, total))) {
    const previous = old.get(identity);
    old.delete(identity);
    if (!previous) {
      added.push(object);
      continue;
    }
    const fields = compareObjects(previous, object);
    if (fields.length === 0) respelled++;
    else changes.push({ form: 'changed', before: previous, after: object, fields });
  }
  const renamed = takeRenamed(old, added);
  const isRenamed = new Set(renamed.map(({ after: object }) => object));
  const others = added.filter((object) => !isRenamed.has(object));
  return {
    changes: [
      ...changes,
      ...renamed,
      ...others.map((object): ObjectChange => ({ form: 'added', after: object })),
      ...[...old.values()].map((object): ObjectChange => ({ form: 'removed', before: object })),
    ],
    respelled,
    unchanged,
  };
}

/** The object that a change is about: after, or before if it is gone. */
export function objectOf(change: ObjectChange): KubernetesObject {
  return change.form === 'removed' ? change.before : change.after;
}

/** Documents without those that are word for word on both sides. */
function withoutEqualTexts(before: readonly ManifestDocument[], after: readonly ManifestDocument[]) {
  const texts = new Map<string, ManifestDocument[]>();
  for (const document of before) {
    const same = texts.get(document.text);
    if (same) same.push(document);
    else texts.set(document.text, [document]);
  }
  const unchanged = new Set<ManifestDocument>();
  const twins = new Set<ManifestDocument>();
  for (const document of after) {
    const twin = texts.get(document.text)?.pop();
    if (!twin) continue;
    unchanged.add(document);
    twins.add(twin);
  }
  return {
    gone: before.filter((document) => !twins.has(document)),
    fresh: after.filter((document) => !unchanged.has(document)),
    unchanged: [...unchanged],
  };
}

function byIdentity(
  documents: readonly ManifestDocument[],
  parsed: (done: number) => void,
): Map<string, KubernetesObject> {
  const objects = new Map<string, KubernetesObject>();
  for (const [index, document] of documents.entries()) {
    for (const object of document.objects()) {
      const identity = identityOf(object);
      if (objects.has(identity)) {
        throw new InputError(
          `[${document.file}:${document.line}] must be the only ${nameOf(object)}, got a second one; remove one of them`,
        );
      }
      objects.set(identity, object);
    }
    parsed(index + 1);
  }
  return objects;
}

/** Takes Jobs out of `removed` that are in `added` under a name with another hash: the same Job for another content. */
function takeRenamed(removed: Map<string, KubernetesObject>, added: readonly KubernetesObject[]): ChangedObject[] {
  const candidates = new Map<string, [string, KubernetesObject]>();
  for (const [identity, object] of removed) {
    if (isHashed(object)) candidates.set(identity.replace(HASH_SUFFIX, ''), [identity, object]);
  }
  return added.filter(isHashed).flatMap((object): ChangedObject[] => {
    const key = identityOf(object).replace(HASH_SUFFIX, '');
    const [identity, previous] = candidates.get(key) ?? [];
    if (!identity || !previous) return [];
    candidates.delete(key);
    removed.delete(identity);
    return [{ form: 'changed', before: previous, after: object, fields: compareObjects(previous, object) }];
  });
}

function isHashed({ kind, metadata }: KubernetesObject): boolean {
  return kind === 'Job' && HASH_SUFFIX.test(metadata.name);
}
