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
ordered.forEach((chart, wave) => {
  for (const object of chart.node.findAll().filter((construct) => ApiObject.isApiObject(construct))) {
    object.metadata.addAnnotation('argocd.argoproj.io/sync-wave', String(wave));
  }
});

rmSync('manifests', { recursive: true, force: true });
mkdirSync('manifests');
for (const chart of ordered) {
  writeFileSync(`manifests/${chart.node.id}.k8s.yaml`, Yaml.stringify(...(chart.toJson() as unknown[])));
}
