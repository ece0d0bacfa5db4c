import { createHash } from 'node:crypto';

/** Annotation of pod templates that makes a changed configuration roll the pods. */
export const CONFIG_HASH_ANNOTATION = 'checksum/config';

/**
 * Annotation to put on a pod template that reads `files`, so that pods restart when, and only when, a file changes:
 * Kubernetes does not restart pods for a changed ConfigMap.
 *
 * @param files content by file name
 */
export function configHash(files: Readonly<Record<string, string>>): Record<string, string> {
  const hash = createHash('sha256');
  for (const [name, content] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
    // The length keeps {a: 'bc'} and {ab: 'c'} apart.
    hash.update(`${name}\0${content.length}\0${content}`);
  }
  return { [CONFIG_HASH_ANNOTATION]: hash.digest('hex').slice(0, 16) };
}
