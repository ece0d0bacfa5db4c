import type { KubernetesObject } from '../../review/manifests/kubernetes-object';
import { parseYaml } from '../../review/manifests/yaml';

/** An object from YAML, which is how people read it. */
export function object(yaml: string): KubernetesObject {
  return parseYaml(yaml, 'test.yaml') as KubernetesObject;
}

/** A workload with one container, as small as the API server accepts. */
export function workload(kind: 'StatefulSet' | 'Deployment' | 'DaemonSet', spec: object = {}, pod: object = {}) {
  const labels = { app: 'web' };
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name: 'web', namespace: 'test' },
    spec: {
      ...(kind === 'DaemonSet' ? {} : { replicas: 3 }),
      ...(kind === 'StatefulSet' ? { serviceName: 'web' } : {}),
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: 'web', image: 'web:1' }], ...pod } },
      ...spec,
    },
  } satisfies KubernetesObject;
}

/** The claim template of a StatefulSet. */
export function claim(storage: string, more: object = {}, name = 'data') {
  return {
    metadata: { name },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } }, ...more },
  };
}
