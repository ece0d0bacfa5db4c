import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { ApiObject, App, Chart, Yaml } from 'cdk8s';
import { defineStacks } from 'cdk8s-efk/stacks';

import { environment, storeKey } from './environment';

const app = new App();
const { charts, secrets } = defineStacks(app, environment);

// One ExternalSecret per Secret that the pods read; the store holds its whole content.
const external = new Chart(app, 'external-secrets');
for (const secret of secrets) {
  new ApiObject(external, `${secret.namespace}-${secret.name}`, {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name: secret.name, namespace: secret.namespace },
    spec: {
      refreshInterval: '1h',
      secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
      target: { name: secret.name, template: { type: secret.kind === 'tls' ? 'kubernetes.io/tls' : 'Opaque' } },
      dataFrom: [{ extract: { key: storeKey(secret) } }],
    },
  });
}

// Argo CD applies lower waves first, and waits until their objects are healthy.
const [namespaces, ...others] = charts;
const ordered = [...(namespaces ? [namespaces] : []), external, ...others];
let wave = 0;
for (const chart of ordered) {
  const objects = chart.node.findAll().filter((construct) => ApiObject.isApiObject(construct));
  for (const object of objects) {
    object.metadata.addAnnotation('argocd.argoproj.io/sync-wave', String(wave + place(object)));
  }
  wave += 1 + Math.max(0, ...objects.map(place));
}

/** How many StatefulSets roll one after the other before this object: in one wave they would restart at the same time. */
function place({ node }: ApiObject): number {
  const before = node.dependencies.filter((construct) => ApiObject.isApiObject(construct));
  const sets = before.filter(({ kind }) => kind === 'StatefulSet');
  return sets.length === 0 ? 0 : 1 + Math.max(...sets.map(place));
}

rmSync('manifests', { recursive: true, force: true });
mkdirSync('manifests');
for (const chart of ordered) {
  writeFileSync(`manifests/${chart.node.id}.k8s.yaml`, Yaml.stringify(...(chart.toJson() as unknown[])));
}
