import { at, isMapping, type KubernetesObject, listAt } from '../../manifests/kubernetes-object';
import type { Container } from '../containers';

/** A text of a ConfigMap, as a container sees it. */
export interface MountedFile {
  /** The ConfigMap. */
  readonly object: KubernetesObject;

  /** Its key. */
  readonly key: string;

  /** The text. */
  readonly text: string;
}

/** The files of ConfigMaps that are mounted into a container, by their path there. */
export function mountedFiles(
  { object, pod, container }: Container,
  objects: readonly KubernetesObject[],
): Map<string, MountedFile> {
  const files = new Map<string, MountedFile>();
  for (const mount of listAt(container, 'volumeMounts')) {
    const volume = listAt(pod, 'volumes').find((candidate) => at(candidate, 'name') === at(mount, 'name'));
    const sources = [volume, ...listAt(volume, 'projected', 'sources')].map((source) => at(source, 'configMap'));
    const [path, subPath] = [String(at(mount, 'mountPath')).replace(/\/$/, ''), at(mount, 'subPath')];
    for (const source of sources) {
      for (const [name, file] of filesOf(source, object.metadata.namespace, objects)) {
        if (subPath === undefined) files.set(`${path}/${name}`, file);
        else if (subPath === name) files.set(path, file);
      }
    }
  }
  return files;
}

/** Content of a ConfigMap by the name of its file. */
function filesOf(
  source: unknown,
  namespace: string | undefined,
  objects: readonly KubernetesObject[],
): [string, MountedFile][] {
  const object = objects.find(
    ({ kind, metadata }) =>
      kind === 'ConfigMap' && metadata.namespace === namespace && metadata.name === at(source, 'name'),
  );
  if (!object || !isMapping(object.data)) return [];
  const items = new Map(listAt(source, 'items').map((item) => [String(at(item, 'key')), String(at(item, 'path'))]));
  return Object.entries(object.data)
    .filter(([key]) => items.size === 0 || items.has(key))
    .map(([key, text]) => [items.get(key) ?? key, { object, key, text: String(text) }]);
}
